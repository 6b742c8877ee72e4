import { icon, tags } from '../lib/tags.js'
import { t, tOr } from '../lib/i18n.js'
import { day } from '../lib/format.js'
import { lately } from '../lib/clock.js'
import { block } from './Block.js'

const { ul, li, p, b, span, time } = tags

const SIGNS = { call: 'call', email: 'mail', chat: 'chat', message: 'chat' }

const contact = one =>
  li({ key: one.interaction, class: 'contact-row' },
    p({ class: 'contact-row__head' },
      icon(SIGNS[one.channel], true), span({ class: 'visually-hidden' }, t(`channel.${one.channel}`)),
      b(null, one.agent ?? t('history.nobody')),
      one.state === 'closed' ? null : span({ class: 'badge badge--state' }, t(`history.${one.state === 'wrap-up' ? 'wrap-up' : 'running'}`)),
      one.disposition ? span({ class: ['badge', `badge--${one.disposition}`] }, tOr(`disposition.${one.disposition}`, one.disposition)) : null,
      time({ datetime: one.at, class: 'num' }, day(one.at, lately.value))),
    one.note ? p({ class: 'contact-row__note', dir: 'auto' }, one.note) : null)

export default {
  name: 'HistoryCard',
  props: { card: { type: Object, required: true } },
  setup: props => () => {
    const { contacts, last30Days, items } = props.card.history
    return block('history', t('history'), { count: contacts, stamp: t('history.lately', { n: last30Days }) }, ul({ class: 'contact-rows' }, ...items.map(contact)))
  },
}
