// Who is signed in, from the first look until signing out, and the line that belongs to it.
import { call, get, session } from '../lib/api.js'
import { attention } from '../lib/attention.js'
import { desk, hear, listenToDesk, speakBy } from './desk.js'
import { closeDrafts, openDrafts, owned } from './drafts.js'
import { speakLikeServer } from '../lib/i18n.js'
import { openSocket } from '../lib/socket.js'
import { comeForward } from '../lib/ring.js'
import { heard, left } from './spoken.js'

let line = null
listenToDesk({ put: heard, gone: left, settled: comeForward })

// Whoever was signed in here still is; a fresh browser is not asked about.
export const resume = () => (owned() ? enter() : Object.assign(desk, { known: true }))

// The line is opened when there is somebody.
export async function enter() {
  try {
    const { agent, locale, mustEnrol } = await get('/session')
    speakLikeServer(locale)
    openDrafts(agent.name)
    Object.assign(desk, { agent, expired: null, unreachable: false, mustEnrol })
    line?.close()
    if (mustEnrol) return
    line = openSocket(hear, lost)
    speakBy(line.say)
  } catch (failure) {
    if (failure.status !== 401) desk.unreachable = true
    else if (ending(failure.problem) === 'idle') desk.expired = 'idle'
  } finally {
    desk.known = true
  }
}

function hangUp() {
  line?.close()
  line = null
  attention.calm()
}

const ending = problem => (problem?.type === 'urn:shopbell:problem:idle' ? 'idle' : 'ended')

// The session has ended by itself: the desk and what is written stay for whoever signs in again.
function expire(problem) {
  if (!desk.agent) return
  hangUp()
  Object.assign(desk, { agent: null, expired: ending(problem), line: 'connecting' })
}

// Signed out on purpose: nothing stays on this device.
export function leave() {
  hangUp()
  closeDrafts()
  Object.assign(desk, { agent: null, expired: null, mustEnrol: false, cards: [], active: null, page: null, line: 'connecting', news: null, read: {}, missed: [], left: [] })
}

// Signed out on purpose at every browser; the line goes first, as its end would be taken for one of the session's own.
export async function leaveEverywhere() {
  hangUp()
  try {
    await call('DELETE', '/sessions')
    leave()
  } catch (failure) {
    await enter()
    throw failure
  }
}

export const reconnect = () => line?.now()

async function lost(retryAt) {
  if (desk.line !== 'lost') desk.lostAt = Date.now()
  Object.assign(desk, { line: 'lost', retryAt, news: null })
  attention.calm()
  try {
    await get('/session')
  } catch (failure) {
    if (failure.status === 401) expire(failure.problem)
  }
}

session.ended = expire
