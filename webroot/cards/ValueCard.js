// What they are worth, and how satisfied: missing is a dash and a word, never a zero.
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { date, money } from '../lib/format.js'

const { div, h2, p, span, b, section } = tags
const SCALE = { nps: 10, csat: 5, ces: 7 }
const MOST_DOTS = 7

const cell = (label, stamp, value, ...sub) =>
  div({ class: 'worth__cell' },
    h2({ class: 'worth__label' }, span(null, label), stamp ?? null),
    p({ class: 'worth__value num' }, value), p({ class: 'worth__sub' }, ...sub))

const rank = text => span({ class: 'worth__rank' }, text.replace('top', t('worth.top')))
const asked = at => span({ class: 'stamp' }, date(at))

// Money of another currency is said beside, never added.
const elsewhere = o => span({ class: 'num' }, ` + ${money(o.lifetime, o.currency)}`)

const value = v =>
  v
    ? cell(t('worth.year'), v.rank ? rank(v.rank) : null, money(v.last12Months, v.currency), b(null, money(v.lifetime, v.currency)), ` ${t('worth.lifetime')}`, ...(v.others ?? []).map(elsewhere))
    : cell(t('worth.year'), null, '–', t('worth.none'))

const orders = v =>
  v
    ? cell(t('worth.orders'), null, String(v.orders), v.lastOrderAt ? t('worth.last', { at: date(v.lastOrderAt) }) : '')
    : cell(t('worth.orders'), null, '–', t('worth.no-order'))

const low = ({ kind, score }) => (kind === 'nps' ? score <= 6 : score <= 2)

const dots = ({ kind, score }) =>
  SCALE[kind] > MOST_DOTS ? null
    : span({ class: 'dots', 'aria-hidden': 'true' }, ...Array.from({ length: SCALE[kind] }, (_, i) => span({ class: ['dots__dot', { 'dots__dot--on': i < score }] })))

const score = last => span({ class: ['mood', { 'mood--low': low(last) }] }, t('mood.of', { score: last.score, most: SCALE[last.kind] }), dots(last))

const mood = ({ last, trend }) =>
  last
    ? cell(t(`mood.${last.kind}`), asked(last.at), score(last),
        trend ? span({ class: ['trend', `trend--${trend}`] }, icon(trend, true), t(`trend.${trend}`)) : t('mood.first'))
    : cell(t('mood'), null, '–', t('mood.none'))

export default {
  name: 'ValueCard',
  props: { card: { type: Object, required: true } },
  setup: props => () =>
    section({ class: 'worth', 'aria-label': t('worth') }, value(props.card.value), orders(props.card.value), mood(props.card.satisfaction)),
}
