import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { day } from '../lib/format.js'
import { lately } from '../lib/clock.js'
import { block } from './Block.js'

const { ul, li, div, h3, p, span, a } = tags

const overdue = ticket => ticket.status !== 'closed' && ticket.dueAt && new Date(ticket.dueAt) < lately.value

const meta = ticket =>
  [`#${ticket.number}`,
    ticket.status === 'closed' ? t('ticket.closed', { at: day(ticket.closedAt ?? ticket.updatedAt, lately.value) }) : t('ticket.open', { at: day(ticket.openedAt, lately.value) }),
    overdue(ticket) ? t('ticket.overdue') : ticket.dueAt && ticket.status !== 'closed' ? t('ticket.due', { at: day(ticket.dueAt, lately.value) }) : null,
    ticket.owner].filter(Boolean).join(' · ')

const ticket = one =>
  li({ key: one.id, class: ['rows__item', `ticket--${one.status === 'closed' ? 'closed' : one.priority}`] },
    icon(one.priority === 'critical' && one.status !== 'closed' ? 'critical' : 'ticket'),
    div(null,
      h3({ class: 'rows__what', dir: 'auto' }, one.url?.startsWith('https://') ? a({ href: one.url, target: '_blank', rel: 'noopener noreferrer' }, one.subject) : one.subject),
      p({ class: 'rows__meta' }, meta(one))),
    span({ class: 'rows__end rows__state' }, t(one.status === 'closed' ? 'status.closed' : `priority.${one.priority}`)))

export default {
  name: 'TicketsCard',
  props: { card: { type: Object, required: true } },
  setup: props => () => {
    const { open, items } = props.card.tickets
    const closed = items.filter(one => one.status === 'closed')
    const still = items.filter(one => one.status !== 'closed')
    return [
      still.length ? block('tickets', t('tickets'), { count: open }, ul({ class: 'rows' }, ...still.map(ticket))) : null,
      closed.length ? block('tickets-closed', t('tickets.closed'), {}, ul({ class: 'rows' }, ...closed.map(ticket))) : null,
    ]
  },
}
