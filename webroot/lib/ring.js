// Which contacts ring, and when one comes to the front by itself: never into a talk, and each only once.
import { watch } from '../vendor/vue.js'
import { cardOf, desk, ringing, show } from '../state/desk.js'
import { page } from '../state/page.js'
import { hush } from './keys.js'

const TALKING = ['active', 'held']
const fronted = new Set()

export const rings = card => ringing(card) && card.interaction.direction !== 'out'

const dialled = ({ interaction }) => interaction.state === 'ringing' && interaction.direction === 'out'

// A chat beside is no talk that a ring would break into; the one in hand is.
const talks = card =>
  dialled(card) || (TALKING.includes(card.interaction.state) && (card.interaction.channel === 'call' || (desk.active === card.interaction.id && !page.at)))

export const live = () => desk.cards.find(talks) ?? null

const inFront = card => desk.active === card.interaction.id && !page.at

// Those that ring and are not what the agent looks at, the oldest first.
export const beside = () => desk.cards.filter(card => rings(card) && !inFront(card))

function seen() {
  const card = cardOf(desk.active)
  if (card && !page.at && rings(card)) fronted.add(card.interaction.id)
}

watch(() => [desk.active, page.at], seen, { flush: 'sync' })

// Whatever has been looked at while it rang stays where the agent has put it.
export function comeForward() {
  const ring = desk.cards.filter(card => card.interaction.state === 'ringing' && rings(card))
  ring.filter(inFront).forEach(card => fronted.add(card.interaction.id))
  for (const id of fronted) if (!ring.some(card => card.interaction.id === id)) fronted.delete(id)
  const next = ring.find(card => !fronted.has(card.interaction.id))
  if (!next || live() || ring.some(inFront)) return
  fronted.add(next.interaction.id)
  hush()
  show(next.interaction.id)
}
