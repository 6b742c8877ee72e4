// Notes are saved as they are typed; what could not be saved stays on this device and is tried again.
import { reactive } from '../vendor/vue.js'
import { post, Refused } from './api.js'

const PREFIX = 'shopbell.note.'
const PAUSE = 600
const AGAIN = 3_000
const notes = reactive({})
const timers = {}

export function note(id) {
  notes[id] ??= { text: localStorage.getItem(PREFIX + id) ?? '', state: 'idle', at: null }
  return notes[id]
}

export function write(id, text) {
  Object.assign(note(id), { text, state: 'saving' })
  localStorage.setItem(PREFIX + id, text)
  clearTimeout(timers[id])
  timers[id] = setTimeout(() => save(id), PAUSE)
}

async function save(id) {
  const mine = note(id)
  const text = mine.text
  try {
    await post(`/interactions/${id}/note`, { text })
    if (mine.text === text) Object.assign(mine, { state: 'saved', at: Date.now() })
  } catch (failure) {
    mine.state = failure instanceof Refused && failure.status < 500 ? 'refused' : 'local'
    if (mine.state === 'local') timers[id] = setTimeout(() => save(id), AGAIN)
  }
}

// The contact is wrapped up: nothing of it stays on this device.
export function forget(id) {
  clearTimeout(timers[id])
  delete notes[id]
  localStorage.removeItem(PREFIX + id)
}
