// The company behind the person: what is open there, and who else of it is talking to whom right now.
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { day } from '../lib/format.js'
import { lately } from '../lib/clock.js'
import { openCustomer } from '../state/page.js'
import { block } from './Block.js'

const { ul, li, div, h3, p, span, button, bdi } = tags

const talking = one =>
  li({ key: one.interaction, class: ['rows__item', 'rows__item--line'] },
    icon(one.channel === 'call' ? 'call' : 'chat'),
    div(null, h3({ class: 'rows__what' }, bdi(null, one.name)),
      p({ class: 'rows__meta' }, one.agent ? t('company.talks', { agent: one.agent }) : t('company.waits'))),
    span({ class: 'rows__end rows__state' }, t('company.now')))

const ticket = one =>
  li({ key: one.id, class: ['rows__item', `ticket--${one.priority}`] },
    icon(one.priority === 'critical' ? 'critical' : 'ticket'),
    div(null, h3({ class: 'rows__what', dir: 'auto' }, one.subject),
      p({ class: 'rows__meta' }, [`#${one.number}`, t('ticket.open', { at: day(one.openedAt, lately.value) }), one.owner].filter(Boolean).join(' · '))),
    span({ class: 'rows__end rows__state' }, t(`priority.${one.priority}`)))

// There is something to say of it: a topic that is not the card's own, or a person on the line.
export const company = ({ company, customer }) => company && (company.onTheLine.length || (company.id !== customer?.id && company.openTickets.length))

export default {
  name: 'CompanyCard',
  props: { card: { type: Object, required: true } },
  setup: props => () => {
    const { company, customer } = props.card
    const itself = company.id === customer?.id
    return block('company', itself ? t('company.itself') : t('company'), { count: company.openTickets.length },
      itself ? null : p({ class: 'rows__meta' }, button({ class: 'link-button', type: 'button', dir: 'auto', onClick: () => openCustomer(company.id) }, company.name)),
      company.onTheLine.length ? ul({ class: 'rows' }, ...company.onTheLine.map(talking)) : null,
      itself || !company.openTickets.length ? null : ul({ class: 'rows' }, ...company.openTickets.map(ticket)))
  },
}
