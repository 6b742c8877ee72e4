// Who is signed in, from the first look until signing out, and the line that belongs to it.
import { reactive } from '../vendor/vue.js'
import { call, get, whenSessionEnds } from '../lib/api.js'
import { attention } from '../lib/attention.js'
import { speakLikeServer } from '../lib/i18n.js'
import { comeForward } from '../lib/ring.js'
import { openSocket } from '../lib/socket.js'
import { lineClosed, lineLost } from './connection.js'
import { clearDesk, hear, listenToDesk, speakBy } from './desk.js'
import { closeDrafts, openDrafts, owned } from './drafts.js'
import { forgetPage } from './page.js'
import { heard, left } from './spoken.js'
import { topicChanged, watchAgain, watchBy } from './watching.js'

export const session = reactive({ agent: null, known: false, expired: null, mustEnrol: false, unreachable: false })

let line = null
listenToDesk({ put: heard, gone: left, settled: comeForward })

// The user of this browser is still signed in; a fresh browser is not asked about.
export function resume() {
  if (owned()) enter()
  else session.known = true
}

function frame(said) {
  if (said.type === 'changed') return topicChanged(said.topic)
  if (said.type === 'welcome') session.agent = said.agent
  hear(said)
  if (said.type === 'welcome') watchAgain()
}

// The line is opened when a user is signed in.
export async function enter() {
  try {
    const { agent, locale, mustEnrol } = await get('/session')
    speakLikeServer(locale)
    openDrafts(agent.name)
    Object.assign(session, { agent, expired: null, unreachable: false, mustEnrol })
    line?.close()
    if (mustEnrol) return
    line = openSocket(frame, lost)
    speakBy(line.say)
    watchBy(line.say)
  } catch (failure) {
    if (failure.status !== 401) session.unreachable = true
    else if (ending(failure.problem) === 'idle') session.expired = 'idle'
  } finally {
    session.known = true
  }
}

function hangUp() {
  line?.close()
  line = null
  attention.calm()
}

const ending = problem => (problem?.type === 'urn:shopbell:problem:idle' ? 'idle' : 'ended')

// The session has ended by itself: the desk and what is written stay for the user who signs in again.
function expire(problem) {
  if (!session.agent) return
  hangUp()
  Object.assign(session, { agent: null, expired: ending(problem) })
  lineClosed()
}

// Signed out on purpose: nothing stays on this device. The line goes first, as its end would be taken for one of the session's own.
function forget() {
  closeDrafts()
  Object.assign(session, { agent: null, expired: null, mustEnrol: false })
  clearDesk()
  forgetPage()
  lineClosed()
}

export async function signOut() {
  hangUp()
  await call('DELETE', '/session').catch(() => {})
  forget()
}

// The same at every browser.
export async function leaveEverywhere() {
  hangUp()
  try {
    await call('DELETE', '/sessions')
    forget()
  } catch (failure) {
    await enter()
    throw failure
  }
}

export const reconnect = () => line?.now()

async function lost(retryAt) {
  lineLost(retryAt)
  attention.calm()
  try {
    await get('/session')
  } catch (failure) {
    if (failure.status === 401) expire(failure.problem)
  }
}

whenSessionEnds(expire)
