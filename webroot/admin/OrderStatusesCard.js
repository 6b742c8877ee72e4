// For administrators: order statuses of other systems of which nothing is known. Their orders count until an administrator states their meaning.
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { date } from '../lib/format.js'
import { block } from '../cards/Block.js'

const { ul, li, div, p, span } = tags

const row = one =>
  li({ key: `${one.system} ${one.status}`, class: 'rows__item' },
    icon('alert'),
    div(null,
      span({ class: 'rows__what' }, one.status),
      span({ class: 'rows__meta' }, [one.system, t('statuses.orders', { n: one.orders }), t('statuses.since', { day: date(one.firstSeen) })].join(' · '))))

export default {
  name: 'OrderStatusesCard',
  props: { items: { type: Array, required: true } },
  setup: props => () =>
    props.items.length
      ? block('statuses', t('statuses'), { count: props.items.length },
          p({ class: 'rows__meta' }, t('statuses.hint')), ul({ class: 'rows' }, ...props.items.map(row)))
      : null,
}
