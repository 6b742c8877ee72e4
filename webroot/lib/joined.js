// Two open contacts of one customer that the agent treats as one: one thread, one wrap-up. It lasts as long as their drafts.
import { cardOf } from '../state/desk.js'
import { draft, keep } from '../state/drafts.js'

export const alsoOpen = card =>
  card.history.items.filter(one => !['closed', 'wrap-up'].includes(one.state) && one.interaction !== card.interaction?.id)

// The card of the other contact, while it is on this desk.
export function joinedTo(card) {
  const other = cardOf(draft(card.interaction.id).joined)
  return other && draft(other.interaction.id).joined === card.interaction.id ? other : null
}

export function join(id, other) {
  part(id)
  part(other)
  keep(id, { joined: other })
  keep(other, { joined: id })
}

export function part(id) {
  const other = draft(id).joined
  keep(id, { joined: '' })
  if (other && cardOf(other)) keep(other, { joined: '' })
}
