// What is being written, one draft for each contact: it survives a reload, and every tab shows the same.
import { reactive } from '../vendor/vue.js'
import { device } from '../lib/device.js'

const PREFIX = 'shopbell.draft.'
const OWNER = 'shopbell.owner'
const FORGOTTEN_AFTER = 7 * 86_400_000
const drafts = reactive({})

const empty = () => ({
  note: '', sent: '', outcome: '', reason: '', wrapping: false, promising: false, promise: '', due: '', keeper: '', joined: '', find: '', name: '', email: '', company: false, answers: {},
})

function stored(key) {
  try {
    return JSON.parse(device.get(key)) ?? {}
  } catch {
    return {}
  }
}

export function draft(id) {
  drafts[id] ??= { ...empty(), ...stored(PREFIX + id) }
  return drafts[id]
}

export function keep(id, change) {
  Object.assign(draft(id), change)
  device.set(PREFIX + id, JSON.stringify({ ...drafts[id], at: Date.now() }))
}

// What is stored stays.
export const forget = id => { delete drafts[id] }

// The contact is closed: nothing of it stays on this device.
export function drop(id) {
  forget(id)
  device.drop(PREFIX + id)
}

const kept = () => device.keys().filter(key => key.startsWith(PREFIX))

// Contacts with a note that the server does not have yet.
export const unsent = () => kept().map(key => key.slice(PREFIX.length)).filter(id => draft(id).note !== draft(id).sent)

// A user has signed in here, and not out.
export const owned = () => !device.keeps || device.get(OWNER) !== null

const dropAll = () => kept().forEach(key => drop(key.slice(PREFIX.length)))

// Drafts belong to who wrote them; old ones are of contacts that ended while nobody looked.
export function openDrafts(agent) {
  if (device.get(OWNER) !== agent) dropAll()
  device.set(OWNER, agent)
  kept().filter(key => Date.now() - (stored(key).at ?? 0) > FORGOTTEN_AFTER).forEach(key => drop(key.slice(PREFIX.length)))
}

export function closeDrafts() {
  dropAll()
  device.drop(OWNER)
}

addEventListener('storage', ({ key, newValue }) => {
  const id = key?.startsWith(PREFIX) ? key.slice(PREFIX.length) : null
  if (id && drafts[id]) Object.assign(drafts[id], empty(), newValue ? JSON.parse(newValue) : {})
})
