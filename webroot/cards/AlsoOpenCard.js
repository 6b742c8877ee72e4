// The same customer on another channel just now: where, with whom; on the own desk one click makes both one contact.
import { icon, kbd, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { time } from '../lib/format.js'
import { cardOf, desk, show } from '../state/desk.js'
import { alsoOpen, join, joinedTo, part } from '../lib/joined.js'
import { block } from './Block.js'

const { ul, li, div, p, span, button } = tags
const SIGNS = { call: 'call', email: 'mail', chat: 'chat', message: 'chat' }
const LAST_KEY = 9

export const also = card => Boolean(card.interaction) && (alsoOpen(card).length > 0 || joinedTo(card) !== null)

function key(id) {
  const place = desk.cards.findIndex(card => card.interaction.id === id) + 1
  return place <= LAST_KEY ? kbd(`Alt ${place}`) : null
}

const act = (name, text, onClick, ...more) => button({ class: 'button button--s', type: 'button', onClick }, icon(name, true), text, ...more)

const acts = (mine, other) =>
  div({ class: 'dock__acts' },
    joinedTo(mine)?.interaction.id === other
      ? act('undo', t('also.part'), () => part(mine.interaction.id))
      : act('link', t('also.join'), () => join(mine.interaction.id, other)),
    act('right', t('also.show'), () => show(other), key(other)))

const where = one => [one.agent ? t('also.with', { agent: one.agent }) : t('also.waits'), t('also.since', { at: time(one.at) })].join(' · ')

const row = (card, one) =>
  li({ key: one.interaction, class: 'rows__item' },
    icon(SIGNS[one.channel]),
    div(null,
      p({ class: 'rows__what' }, t(`also.${one.channel === 'call' ? 'call' : 'written'}`, { channel: t(`channel.${one.channel}`) })),
      p({ class: 'rows__meta' }, where(one)),
      cardOf(one.interaction) ? acts(card, one.interaction) : null),
    span(null))

// The other one may have ended meanwhile: it stays joined until both are wrapped up.
function shown(card) {
  const open = alsoOpen(card)
  const other = joinedTo(card)
  if (!other || open.some(one => one.interaction === other.interaction.id)) return open
  const { id, channel, arrivedAt, agents } = other.interaction
  return [...open, { interaction: id, channel, at: arrivedAt, agent: agents[0] }]
}

export default {
  name: 'AlsoOpenCard',
  props: { card: { type: Object, required: true } },
  setup: props => () =>
    block('also', t('also'), { stamp: joinedTo(props.card) ? t('also.joined') : null },
      ul({ class: 'rows' }, ...shown(props.card).map(one => row(props.card, one)))),
}
