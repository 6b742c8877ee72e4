// What rang and went while this agent was away: who it was, and a number to call back.
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { phone, when } from '../lib/format.js'
import { desk } from '../state/desk.js'
import { callBack, opens } from './callBack.js'

const { section, h2, ul, li, div, p, span } = tags
const SIGNS = { call: 'hang', email: 'mail', chat: 'chat', message: 'chat' }

const what = one => [t(`channel.${one.channel}`), one.queue, one.customer && one.from ? phone(one.from) : null, t(`cause.${one.cause}`)].filter(Boolean).join(' · ')

const row = one =>
  li({ class: 'rows__item', key: one.interaction },
    icon(SIGNS[one.channel]),
    div(null, opens(one.customer, one.from), p({ class: 'rows__meta' }, what(one)), callBack(one.channel, one.from)),
    span({ class: 'rows__end num' }, when(one.arrivedAt)))

export default {
  name: 'MissedList',
  setup: () => () =>
    section({ class: 'calm__block' }, h2({ class: 'block__title' }, t('calm.missed')), ul({ class: 'rows' }, ...desk.missed.map(row))),
}
