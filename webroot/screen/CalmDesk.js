// Nobody rings. What was missed, and how to look somebody up.
import { icon, kbd, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { phone, time, when } from '../lib/format.js'
import { desk } from '../lib/desk.js'

const { div, h1, h2, p, ul, li, b, span, section, bdi } = tags

const who = card => card.customer?.name ?? (card.interaction.from ? phone(card.interaction.from) : t('who.withheld'))

const left = () =>
  section({ class: 'calm__block' }, h2({ class: 'block__title' }, t('calm.left')),
    ul({ class: 'rows' }, ...desk.left.map(gone =>
      li({ class: 'rows__item', key: gone.card.interaction.id + gone.at },
        icon(gone.card.interaction.channel === 'call' ? 'call' : 'chat'),
        div(null, bdi({ class: 'rows__what' }, who(gone.card)), p({ class: 'rows__meta' }, t(`gone.${gone.reason}`))),
        span({ class: 'rows__end num' }, time(gone.at))))))

const missed = () =>
  section({ class: 'calm__block' }, h2({ class: 'block__title' }, t('calm.missed')),
    ul({ class: 'rows' }, ...desk.missed.map(one =>
      li({ class: 'rows__item', key: one.interaction },
        icon('bell'),
        div(null, p({ class: 'rows__what' }, t(`channel.${one.channel}`), one.queue ? ` · ${one.queue}` : ''), p({ class: 'rows__meta' }, t(`cause.${one.cause}`))),
        span({ class: 'rows__end num' }, when(one.arrivedAt))))))

export default {
  name: 'CalmDesk',
  setup: () => () =>
    div({ class: 'calm' },
      div({ class: 'calm__inner' },
        div({ class: 'calm__bell', 'aria-hidden': 'true' }, icon('bell')),
        h1({ class: 'calm__title' }, t('calm.title')),
        p({ class: 'calm__lead' }, desk.agent.queues.length ? t('calm.queues', { queues: desk.agent.queues.join(', ') }) : t('calm.all')),
        desk.missed.length ? missed() : null,
        desk.left.length ? left() : null,
        p({ class: 'calm__keys' }, kbd('/'), ' ', b(null, t('keys.search')), '  ', kbd('?'), ' ', b(null, t('keys.help'))))),
}
