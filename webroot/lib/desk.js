// What is on this agent's desk. Frames bring whole cards; nothing is ever merged.
import { nextTick, reactive } from '../vendor/vue.js'
import { get, Refused } from './api.js'
import { attention } from './attention.js'
import { speakLikeServer } from './i18n.js'
import { live } from './live.js'

export const desk = reactive({
  agent: null,
  known: false,
  line: 'connecting',
  lostAt: null,
  cards: [],
  active: null,
  missed: [],
  left: [],
  skew: 0,
  page: null,
})

let line = null

export const cardOf = id => desk.cards.find(card => card.interaction.id === id)
export const ringing = card => ['ringing', 'queued'].includes(card.interaction.state)

// Who is signed in, if anybody; then the line is opened.
export async function enter() {
  try {
    const { agent, locale } = await get('/session')
    speakLikeServer(locale)
    desk.agent = agent
    line?.close()
    line = live(hear, lineChanged)
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused
    leave()
  } finally {
    desk.known = true
  }
}

export function leave() {
  line?.close()
  line = null
  Object.assign(desk, { agent: null, cards: [], active: null, page: null, line: 'connecting', missed: [], left: [] })
  attention.calm()
}

export const reconnect = () => line?.now()

async function lineChanged(state) {
  if (desk.line !== 'lost') desk.lostAt = Date.now()
  desk.line = state
  attention.calm()
  try {
    await get('/session')
  } catch (refused) {
    if (refused instanceof Refused && refused.status === 401) leave()
  }
}

function hear(frame) {
  if (frame.type === 'welcome') welcome(frame)
  else if (frame.type === 'card') put(frame)
  else if (frame.type === 'gone') gone(frame)
  else if (frame.type === 'missed-while-away') desk.missed = frame.interactions
}

function welcome(frame) {
  desk.line = 'live'
  desk.lostAt = null
  desk.skew = new Date(frame.serverTime) - Date.now()
  desk.agent = frame.agent
  desk.cards = frame.desk
  if (!cardOf(desk.active)) desk.active = frame.desk.find(ringing)?.interaction.id ?? frame.desk[0]?.interaction.id ?? null
  frame.desk.forEach(painted)
  attention.look(desk.cards)
}

function put(card) {
  const id = card.interaction.id
  const at = desk.cards.findIndex(other => other.interaction.id === id)
  if (at >= 0 && desk.cards[at].version > card.version) return
  if (at >= 0) desk.cards[at] = card
  else {
    desk.cards.push(card)
    if (!desk.active) show(id)
  }
  painted(card)
  attention.look(desk.cards)
}

function gone(frame) {
  const card = cardOf(frame.interaction)
  if (!card) return
  const at = desk.cards.indexOf(card)
  desk.cards.splice(at, 1)
  if (frame.reason !== 'closed') desk.left = [{ card, reason: frame.reason, at: Date.now() }, ...desk.left].slice(0, 5)
  if (desk.active === frame.interaction) {
    desk.active = (desk.cards.find(ringing) ?? desk.cards[Math.min(at, desk.cards.length - 1)])?.interaction.id ?? null
  }
  attention.look(desk.cards)
}

export function show(id) {
  desk.active = id
  desk.page = null
}

// Said after the frame in which the card became visible: a hidden tab has no frames, and says nothing.
function painted(card) {
  nextTick(() => requestAnimationFrame(() => requestAnimationFrame(() =>
    line?.say({
      type: 'painted',
      interaction: card.interaction.id,
      version: card.version,
      paintedAt: new Date(Date.now() + desk.skew).toISOString(),
    }))))
}
