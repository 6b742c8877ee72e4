// What is on this agent's desk. Frames bring whole cards, or what is new in a chat; nothing else is ever merged.
import { learnNumbers } from '../lib/format.js'
import { markRaw, nextTick, reactive } from '../vendor/vue.js'
import { attention } from '../lib/attention.js'
import { setSkew } from '../lib/clock.js'
import { drop } from './drafts.js'
import { inFrame } from '../lib/animationFrames.js'
import { complete, count, keeping, told as toldBy } from '../lib/messages.js'
import { leave, quiet, sendUnsent } from './notes.js'

const CAUGHT_UP_MILLIS = 12_000

export const desk = reactive({
  agent: null,
  known: false,
  expired: null,
  mustEnrol: false,
  unreachable: false,
  line: 'connecting',
  lostAt: null,
  retryAt: null,
  news: null,
  cards: [],
  active: null,
  read: {},
  since: 0,
  missed: [],
  left: [],
  skew: 0,
  page: null,
  listing: false,
  changed: 0,
})

export const cardOf = id => desk.cards.find(card => card.interaction.id === id)
export const ringing = card => ['ringing', 'queued'].includes(card.interaction.state)
export const unread = card => Math.max(0, count(card) - (desk.read[card.interaction.id] ?? 0))

let say = () => {}
let news = { put: () => {}, gone: () => {}, settled: () => {} }
let told = null

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
  if (desk.line === 'lost') {
    desk.news = frame.desk.filter(card => !same(card, cardOf(card.interaction.id))).length
    clearTimeout(told)
    told = setTimeout(() => { desk.news = null }, CAUGHT_UP_MILLIS)
  }
  Object.assign(desk, { line: 'live', lostAt: null, agent: frame.agent, skew: new Date(frame.serverTime) - Date.now(), cards: frame.desk.map(markRaw) })
  setSkew(desk.skew)
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
    if (!desk.active && !desk.page) show(id)
  }
  news.settled()
  seen()
  painted(card)
  attention.look(desk.cards, show)
}

function messages(frame) {
  const card = cardOf(frame.interaction)
  if (card) put(toldBy(card, frame))
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
  desk.left = [{ card, reason, at: Date.now() + desk.skew }, ...desk.left].slice(0, 8)
  if (desk.active === interaction) {
    desk.active = (desk.cards.find(ringing) ?? desk.cards[Math.min(at, desk.cards.length - 1)])?.interaction.id ?? null
  }
  news.settled()
  attention.look(desk.cards, show)
}

export function show(id) {
  seen()
  Object.assign(desk, { active: id, page: null, listing: false, since: desk.read[id] ?? 0 })
  seen()
}

// Messages of the chat in hand are read while somebody looks at them.
export function seen() {
  const card = cardOf(desk.active)
  if (card && !desk.page && document.visibilityState === 'visible') desk.read[card.interaction.id] = count(card)
}

document.addEventListener('visibilitychange', seen)

// Said when the whole card has been drawn, its story too, which comes in the second frame: a hidden tab has no frames, and says nothing.
function painted(card) {
  nextTick(() => inFrame(3, () =>
    say({
      type: 'painted',
      interaction: card.interaction.id,
      version: card.version,
      paintedAt: new Date(Date.now() + desk.skew).toISOString(),
    })))
}
