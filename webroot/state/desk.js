// What is on this agent's desk. Frames bring whole cards, or what is new in a chat; nothing else is ever merged.
import { markRaw, nextTick, reactive } from '../vendor/vue.js'
import { inFrame } from '../lib/animationFrames.js'
import { attention } from '../lib/attention.js'
import { learnNumbers } from '../lib/format.js'
import { complete, count, keeping, told } from '../lib/messages.js'
import { caughtUp, connection, lineLive, serverNow } from './connection.js'
import { drop } from './drafts.js'
import { leave, quiet, sendUnsent } from './notes.js'
import { closePage, page } from './page.js'

const empty = () => ({ cards: [], active: null, read: {}, since: 0, missed: [], left: [], listing: false, changed: 0 })

export const desk = reactive(empty())

export const cardOf = id => desk.cards.find(card => card.interaction.id === id)
export const ringing = card => ['ringing', 'queued'].includes(card.interaction.state)
export const unread = card => Math.max(0, count(card) - (desk.read[card.interaction.id] ?? 0))

let say = () => {}
let news = { put: () => {}, gone: () => {}, settled: () => {} }

// Who hears of each card that comes and goes, and when all of it is on the desk.
export const listenToDesk = to => { news = to }

// How the line is spoken to.
export const speakBy = how => { say = how }

export function hear(frame) {
  for (const card of frame.desk ?? [frame]) learnNumbers(card.numbers)
  if (frame.type === 'welcome') welcome(frame)
  else if (frame.type === 'card') put(frame)
  else if (frame.type === 'messages') messages(frame)
  else if (frame.type === 'gone') gone(frame)
  else if (frame.type === 'missed-while-away') desk.missed = frame.interactions
}

const same = (card, before) => JSON.stringify([before?.interaction, before?.customer?.id]) === JSON.stringify([card.interaction, card.customer?.id])

function welcome(frame) {
  if (connection.line === 'lost') caughtUp(frame.desk.filter(card => !same(card, cardOf(card.interaction.id))).length)
  lineLive(frame.serverTime)
  desk.cards = frame.desk.map(markRaw)
  if (!cardOf(desk.active)) desk.active = frame.desk.find(ringing)?.interaction.id ?? frame.desk[0]?.interaction.id ?? null
  frame.desk.forEach(card => { news.put(card, null); painted(card) })
  news.settled()
  seen()
  sendUnsent()
  attention.look(desk.cards, show)
}

function put(card) {
  const id = card.interaction.id
  const at = desk.cards.findIndex(other => other.interaction.id === id)
  if (at >= 0 && desk.cards[at].version > card.version) return
  news.put(card, desk.cards[at] ?? null)
  // a card is never changed, only replaced: what stands in it need not be watched
  if (at >= 0) desk.cards[at] = markRaw(keeping(card, desk.cards[at]))
  else {
    desk.cards.push(markRaw(card))
    if (!desk.active && !page.at) show(id)
  }
  news.settled()
  seen()
  painted(card)
  attention.look(desk.cards, show)
}

function messages(frame) {
  const card = cardOf(frame.interaction)
  if (card) put(told(card, frame))
}

// All that was written in a chat has been read.
export function older(id, all) {
  const card = cardOf(id)
  if (card) put(complete(card, all))
}

function gone({ interaction, reason }) {
  const card = cardOf(interaction)
  if (!card) return
  const at = desk.cards.indexOf(card)
  news.gone(card)
  desk.cards.splice(at, 1)
  delete desk.read[interaction]
  if (reason === 'closed') { quiet(interaction); drop(interaction) }
  else leave(interaction)
  desk.left = [{ card, reason, at: serverNow() }, ...desk.left].slice(0, 8)
  if (desk.active === interaction) {
    desk.active = (desk.cards.find(ringing) ?? desk.cards[Math.min(at, desk.cards.length - 1)])?.interaction.id ?? null
  }
  news.settled()
  attention.look(desk.cards, show)
}

export function show(id) {
  seen()
  Object.assign(desk, { active: id, listing: false, since: desk.read[id] ?? 0 })
  closePage()
  seen()
}

// The desk itself, with nothing in hand.
export function goHome() {
  desk.active = null
  closePage()
}

export function listAll(listing) {
  desk.listing = listing && desk.cards.length > 0
}

// On this screen a promise was made or kept, or a hint noted: a page that nothing pushes reads again.
export function dataChanged() {
  desk.changed++
}

// What had left is on the desk again, and in hand.
export function cameBack(id) {
  desk.left = desk.left.filter(one => one.card.interaction.id !== id)
  show(id)
}

export function clearDesk() {
  Object.assign(desk, empty())
}

// Messages of the chat in hand count as read while they are shown.
export function seen() {
  const card = cardOf(desk.active)
  if (card && !page.at && document.visibilityState === 'visible') desk.read[card.interaction.id] = count(card)
}

document.addEventListener('visibilitychange', seen)

// Said when the whole card has been drawn, its story too, which comes in the second frame: a hidden tab has no frames, and says nothing.
function painted(card) {
  nextTick(() => inFrame(3, () =>
    say({
      type: 'painted',
      interaction: card.interaction.id,
      version: card.version,
      paintedAt: new Date(serverNow()).toISOString(),
    })))
}
