// Nobody rings. What was missed, what has just left, and how to look somebody up.
import { h } from '../vendor/vue.js'
import { icon, kbd, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { phone, time, when } from '../lib/format.js'
import { desk } from '../lib/desk.js'
import OwedList from './OwedList.js'

const { div, h1, h2, p, ul, li, span, section, bdi, button } = tags
const CHANNELS = { call: 'call', email: 'mail', chat: 'chat', message: 'chat' }

const who = card => card.customer?.name ?? (card.interaction.from ? phone(card.interaction.from) : t('who.withheld'))

const row = (key, sign, what, meta, at) =>
  li({ class: 'rows__item', key }, icon(sign), div(null, what, p({ class: 'rows__meta' }, meta)), span({ class: 'rows__end num' }, at))

const name = card =>
  card.customer
    ? button({ class: 'rows__what rows__open', type: 'button', onClick: () => { desk.page = card.customer.id } }, bdi(null, who(card)))
    : p({ class: 'rows__what' }, bdi(null, who(card)))

const block = (title, ...items) => section({ class: 'calm__block' }, h2({ class: 'block__title' }, t(title)), ul({ class: 'rows' }, ...items))

const left = () =>
  block('calm.left', ...desk.left.map(({ card, reason, at }) =>
    row(card.interaction.id + at, CHANNELS[card.interaction.channel], name(card), t(`gone.${reason}`), time(at))))

const missed = () =>
  block('calm.missed', ...desk.missed.map(one =>
    row(one.interaction, 'hang', p({ class: 'rows__what' }, t(`channel.${one.channel}`), one.queue ? ` · ${one.queue}` : ''), t(`cause.${one.cause}`), when(one.arrivedAt))))

const key = (keys, what) => li(null, ...keys.map(kbd), span(null, t(`keys.${what}`)))

export default {
  name: 'CalmDesk',
  setup: () => () =>
    div({ class: 'calm', tabindex: 0, role: 'region', 'aria-labelledby': 'who-name' },
      div({ class: 'calm__inner' },
        div({ class: 'calm__bell', 'aria-hidden': 'true' }, icon('bell')),
        h1({ class: 'calm__title', id: 'who-name' }, t(desk.cards.length ? 'calm.title.some' : 'calm.title')),
        p({ class: 'calm__lead' }, t('calm.lead'), ' ', desk.agent.queues.length ? t('calm.queues', { queues: desk.agent.queues.join(', ') }) : t('calm.all')),
        ul({ class: 'calm__keys' }, key(['/'], 'search'), key(['Alt 1–9'], 'tab'), key(['?'], 'help')),
        div({ class: 'calm__blocks' }, h(OwedList), desk.missed.length ? missed() : null, desk.left.length ? left() : null))),
}
