// Notes are saved as they are typed; what could not be saved stays on this device and is tried again.
import { reactive } from '../vendor/vue.js'
import { post, Refused } from '../lib/api.js'
import { draft, forget, keep, unsent } from './drafts.js'

const PAUSE = 600
const AGAIN = 3_000
const states = reactive({})
const timers = {}

export function saving(id) {
  states[id] ??= { state: 'idle', at: null }
  return states[id]
}

export function write(id, text) {
  keep(id, { note: text })
  saving(id).state = 'saving'
  later(id, PAUSE)
}

function later(id, pause) {
  clearTimeout(timers[id])
  timers[id] = setTimeout(() => save(id), pause)
}

async function save(id) {
  const mine = saving(id)
  const text = draft(id).note
  try {
    await post(`/interactions/${id}/note`, { text })
    keep(id, { sent: text })
    if (draft(id).note === text) Object.assign(mine, { state: 'saved', at: Date.now() })
  } catch (failure) {
    const never = failure instanceof Refused && [400, 403, 404, 413, 422].includes(failure.status)
    mine.state = never ? 'refused' : 'local'
    if (never) keep(id, { sent: text })
    else if (failure.status !== 401) later(id, AGAIN)
  }
}

// The line is there again, or the user has signed in again.
export const sendUnsent = () => unsent().forEach(id => later(id, 0))

export function quiet(id) {
  clearTimeout(timers[id])
  delete states[id]
}

// It is in other hands: what is stored on this device is enough, also for a note still to be sent.
export function leave(id) {
  delete states[id]
  forget(id)
}
