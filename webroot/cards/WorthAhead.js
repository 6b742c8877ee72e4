// What was, what is likely, and how sure: three figures on one axis of time, and on demand how it is known.
import { ref } from '../vendor/vue.js'
import { t } from '../lib/i18n.js'
import { lately } from '../lib/clock.js'
import { about, day, money, number, percent, wholeMoney } from '../lib/format.js'
import { tags } from '../lib/tags.js'
import { doubts } from './worthDoubts.js'
import { worthLine } from './worthLine.js'

const { button, div, h2, li, p, span, strong, ul } = tags

const cell = (label, value, ...sub) =>
  div({ class: 'worth-ahead__cell' }, h2({ class: 'worth__label' }, label), p({ class: 'worth__value num' }, value), p({ class: 'worth__sub' }, ...sub))

const past = v =>
  cell(t('worth.past'), money(v.last12Months, v.currency),
    `${t('worth.lifetime')} `, strong({ class: 'num' }, wholeMoney(v.lifetime, v.currency)), `, ${t('worth.orders.count', { n: v.orders })}`,
    ...v.others.map(one => span({ class: 'num' }, ` + ${wholeMoney(one.lifetime, one.currency)}`)))

const range = ({ low, high }, currency) =>
  high > 0 ? [`${t('worth.range')} `, strong({ class: 'num' }, low > 0 ? `${about(low, currency, false)}–${about(high, currency)}` : t('worth.up-to', { amount: about(high, currency) }))] : [t('worth.rather-none')]

const expected = ({ expected: e, currency }) =>
  e.revenue === null
    ? cell(t('worth.expected', { months: e.months }), t('worth.purchases', { count: number(e.orders, 1) }), t('worth.few-amounts'))
    : cell(t('worth.expected', { months: e.months }), about(e.revenue, currency), ...range(e, currency))

const active = (v, open) =>
  cell(t('worth.active'), v.active === null ? '–' : percent(v.active),
    v.rank ? span({ class: 'worth-ahead__rank' }, v.rank.replace('top', t('worth.best'))) : '',
    button({ class: 'link-button', type: 'button', 'aria-expanded': String(open.value), 'aria-controls': 'worth-how', onClick: () => { open.value = !open.value } }, t('worth.how')))

const error = ({ from, expectedOrders, orders, meanError }) =>
  t('worth.how.trial', { from: day(from), expected: number(expectedOrders, 0), orders: number(orders, 0), error: number(meanError, 1) })

const how = ({ basis: { model }, next }) =>
  ul({ class: 'worth-ahead__how', id: 'worth-how' },
    li(null, t('worth.how.data', { n: model.customers, customers: number(model.customers, 0), from: day(model.from), to: day(model.to) })),
    li(null, error(model.holdOut)),
    li(null, t('worth.how.model', { model: model.name })),
    next ? li(null, t('worth.how.next', { day: day(next) })) : null)

const against = all => (all.length ? p({ class: 'worth-ahead__against' }, strong(null, t('worth.against')), ` ${all.join(' · ')}`) : null)

export default {
  name: 'WorthAhead',
  props: { card: { type: Object, required: true } },
  setup: props => {
    const open = ref(false)
    return () => {
      const v = props.card.value
      return div({ class: 'worth-ahead' },
        div({ class: 'worth-ahead__figures' }, past(v), expected(v), active(v, open)),
        open.value ? how(v) : null,
        v.expected.revenue === null ? null : worthLine(v, lately.value),
        against(doubts(props.card, lately.value)))
    }
  },
}

