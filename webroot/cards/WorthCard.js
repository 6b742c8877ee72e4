// What they are worth, and how satisfied: missing is a dash and a word, never a zero.
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { day, money } from '../lib/format.js'

const { div, h2, p, span, b, section } = tags
const SCALE = { nps: 10, csat: 5, ces: 7 }

const cell = (label, stamp, value, ...sub) =>
  div({ class: 'worth__cell' },
    h2({ class: 'worth__label' }, span(null, label), stamp ? span({ class: 'stamp' }, stamp) : null),
    p({ class: 'worth__value num' }, value), p({ class: 'worth__sub' }, ...sub))

const value = v =>
  v
    ? cell(t('worth.year'), v.rank ? v.rank.replace('top', 'Top') : null, money(v.last12Months, v.currency), b(null, t('worth.lifetime', { amount: money(v.lifetime, v.currency) })))
    : cell(t('worth.year'), null, '–', t('worth.none'))

const orders = v =>
  v
    ? cell(t('worth.orders'), null, String(v.orders), v.lastOrderAt ? t('worth.last', { at: day(v.lastOrderAt) }) : '')
    : cell(t('worth.orders'), null, '–', t('worth.no-order'))

const low = ({ kind, score }) => (kind === 'nps' ? score <= 6 : score <= 2)

const mood = ({ last, trend }) =>
  last
    ? cell(t(`mood.${last.kind}`), day(last.at),
        span({ class: { 'is-bad': low(last) } }, t('mood.of', { score: last.score, most: SCALE[last.kind] })),
        trend ? span({ class: ['trend', `trend--${trend}`] }, icon('right', true), t(`trend.${trend}`)) : '',
        last.comment ? ` „${last.comment}“` : '')
    : cell(t('mood'), null, '–', t('mood.none'))

export default {
  name: 'WorthCard',
  props: { card: { type: Object, required: true } },
  setup: props => () =>
    section({ class: 'worth', 'aria-label': t('worth') }, value(props.card.value), orders(props.card.value), mood(props.card.satisfaction)),
}
