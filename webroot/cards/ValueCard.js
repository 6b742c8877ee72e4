// What they are worth, and how satisfied: missing is a dash and a word, never a zero. With a forecast, the past and the months ahead
// stand beside each other; without one, a sentence says why.
import { h } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { date, money } from '../lib/format.js'
import WorthAhead from './WorthAhead.js'

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

// Beside a forecast, how satisfied they are is one line.
const moodLine = ({ last, trend }) =>
  p({ class: 'worth-ahead__mood' }, b(null, t(last ? `mood.${last.kind}` : 'mood')), ' ',
    ...(last
      ? [score(last), trend ? span({ class: ['trend', `trend--${trend}`] }, icon(trend, true), t(`trend.${trend}`)) : null, asked(last.at)]
      : [t('mood.none')]))

const WHY_NOT = ['too-few', 'refused', 'company']

const whyNot = v =>
  v && WHY_NOT.includes(v.basis.state)
    ? p({ class: 'worth__why-not' }, t(`worth.${v.basis.state}`, { customers: v.basis.fewestCustomers, returning: v.basis.fewestReturning }))
    : null

const figures = ({ value: v, satisfaction }) =>
  section({ class: 'worth', 'aria-label': t('worth') }, value(v), orders(v), mood(satisfaction), whyNot(v))

export default {
  name: 'ValueCard',
  props: { card: { type: Object, required: true } },
  setup: props => () =>
    props.card.value?.expected
      ? section({ class: 'worth-forecast', 'aria-label': t('worth') }, h(WorthAhead, { card: props.card }), moodLine(props.card.satisfaction))
      : figures(props.card),
}
