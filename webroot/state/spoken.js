// What a screen reader is told of contacts that ring, are answered and end: once for each, politely.
import { reactive } from '../vendor/vue.js'
import { t } from '../lib/i18n.js'
import { personOf, reasonOf } from '../lib/person.js'

const MOST = 4
const SAID = ['ringing', 'active', 'held', 'wrap-up']

export const spoken = reactive({ lines: [] })
let number = 0

function sure({ match }) {
  if (!match.customer) return t(`match.${match.status}`)
  return [t(`match.${match.status}`), t(match.verified ? 'match.verified' : 'match.unverified')].join(', ')
}

const state = ({ interaction: { state: word, channel } }) => t(word === 'active' && channel !== 'call' ? 'state.chatting' : word === 'wrap-up' ? 'spoken.ended' : `state.${word}`)

const sentence = card =>
  [`${state(card)}: ${personOf(card)}`, sure(card), t(`channel.${card.interaction.channel}.${card.interaction.direction}`), card.interaction.state === 'wrap-up' ? null : reasonOf(card) && t('spoken.reason', { reason: reasonOf(card) })]
    .filter(Boolean).join('. ')

function say(text) {
  spoken.lines = [...spoken.lines, { key: ++number, text }].slice(-MOST)
}

// A card has come, instead of before; who it is may be known only later.
export function heard(card, before) {
  const { state: now } = card.interaction
  const news = now !== before?.interaction.state || (now === 'ringing' && card.customer?.id !== before?.customer?.id)
  if (news && SAID.includes(now)) say(sentence(card))
}

export function left(card) {
  if (card.interaction.state !== 'wrap-up') say(`${t('spoken.gone')}: ${personOf(card)}`)
}
