// A chat as this browser knows it: the card brings its newest messages, shortened, a frame of its own what changes, and the rest comes when it is asked for.
const MOST = 200

const whole = (one, known) => (one.cut && known && !known.cut && known.editedAt === one.editedAt ? known : one)

// What was read further up stays where no message is missing between it and the newest.
function joined(known, newer) {
  const all = new Map(known.map(one => [one.id, one]))
  newer.forEach(one => all.set(one.id, whole(one, all.get(one.id))))
  return [...all.values()].sort((a, b) => new Date(a.at) - new Date(b.at)).slice(-MOST)
}

export const count = ({ interaction }) => interaction.messagesBefore + interaction.messages.length

function withMessages(card, messages, total) {
  return { ...card, interaction: { ...card.interaction, messages, messagesBefore: Math.max(0, total - messages.length) } }
}

// A new card that keeps what is known of the chat besides.
export function keeping(card, before) {
  const known = before?.interaction.messages ?? []
  const [first] = card.interaction.messages
  return first && known.some(one => one.id === first.id) ? withMessages(card, joined(known, card.interaction.messages), count(card)) : card
}

// The card with what a frame of messages alone says.
export function told(card, frame) {
  const known = card.interaction.messages
  const news = frame.messages.filter(one => !known.length || known.some(other => other.id === one.id) || new Date(one.at) >= new Date(known[0].at))
  return { ...withMessages(card, joined(known, news), frame.count), version: frame.version }
}

// The card with all there is of the chat.
export const complete = (card, messages) => withMessages(card, messages, messages.length)
