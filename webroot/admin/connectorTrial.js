// What lies on the bench: a connector's file, a payload, and what the file makes of it. It stays while the page is left.
import { reactive } from '../vendor/vue.js'
import { t } from '../lib/i18n.js'
import { call, get, post, wrong } from '../lib/api.js'

const PAUSE = 400
const PLACE = /^line (\d+), column (\d+): (.*)$/s

export const bench = reactive({
  door: null, file: null, own: false, text: '', saved: '', loading: false,
  delivery: null, plain: false, pasted: null, pastedWrong: false,
  events: null, orders: [], mistake: null, wrong: '', note: '', busy: false, trial: null,
})

// Of files that were left before they were saved.
const drafts = {}
let turn = 0
let tries = 0
let soon = null

export const changed = () => bench.text !== bench.saved

// The door at work; with it the file it is read by.
export async function open(door, connector) {
  Object.assign(bench, { door, trial: null, delivery: null, plain: false, pasted: null, events: null, mistake: null, note: '' })
  await openFile(connector)
}

export async function openFile(name) {
  const mine = ++turn
  tries++
  clearTimeout(soon)
  if (changed()) drafts[bench.file] = bench.text
  Object.assign(bench, { file: name, text: '', saved: '', events: null, mistake: null, wrong: '', note: '', loading: !!name })
  if (!name) return
  try {
    const { text } = await get(`/connectors/${encodeURIComponent(name)}`)
    if (mine !== turn) return
    Object.assign(bench, { text: drafts[name] ?? text, saved: text })
    delete drafts[name]
    attempt()
  } catch (failure) {
    if (mine === turn) bench.wrong = wrong(failure)
  } finally {
    if (mine === turn) bench.loading = false
  }
}

// Asks a source about an invented person; the server writes down a request for the plain answer.
export async function tryOut(name, plain = false) {
  const result = await post(`/sources/${encodeURIComponent(name)}/try`, { plain })
  bench.trial = { name, result }
  return result
}

export function closeTrial() {
  bench.trial = null
}

export function undo() {
  edit(bench.saved)
}

export function pick(delivery) {
  Object.assign(bench, { delivery, plain: false, pasted: null, pastedWrong: false, note: '' })
  attempt()
}

// As it was sent; the server writes down the look.
export async function unmask() {
  bench.wrong = ''
  try {
    const delivery = await get(`/doors/${encodeURIComponent(bench.door)}/deliveries/${encodeURIComponent(bench.delivery.id)}?plain=true`)
    Object.assign(bench, { delivery, plain: true })
    attempt()
  } catch (failure) {
    bench.wrong = wrong(failure)
  }
}

export function paste(text) {
  bench.pasted = text
  if (text !== null) Object.assign(bench, { delivery: null, plain: false })
  later()
}

export function edit(text) {
  Object.assign(bench, { text, note: '' })
  later()
}

function later() {
  clearTimeout(soon)
  soon = setTimeout(attempt, PAUSE)
}

// What the file is tried on: the pasted body, or the delivery by its name, so that nobody need see what is in it.
function payload() {
  bench.pastedWrong = false
  if (bench.pasted?.trim()) {
    try {
      return { payload: JSON.parse(bench.pasted) }
    } catch {
      bench.pastedWrong = true
    }
  }
  return bench.delivery?.payload ? { door: bench.door, delivery: bench.delivery.id, plain: bench.plain } : {}
}

export async function attempt() {
  if (!bench.file || !bench.text) return
  const mine = ++tries
  const on = payload()
  try {
    const { events, mistake, orders } = await post('/mapping/try', { connector: bench.text, ...(bench.door ? { door: bench.door } : {}), ...on })
    if (mine === tries) Object.assign(bench, { events: Object.keys(on).length ? events : null, orders: orders ?? [], mistake, wrong: '' })
  } catch (failure) {
    if (mine === tries) Object.assign(bench, { events: null, wrong: wrong(failure) })
  }
}

export async function save() {
  Object.assign(bench, { busy: true, wrong: '', note: '' })
  const text = bench.text
  try {
    await call('PUT', `/connectors/${encodeURIComponent(bench.file)}`, { text })
    Object.assign(bench, { saved: text, note: t('bench.saved') })
  } catch (failure) {
    const place = PLACE.exec(failure.problem?.errors?.[0]?.detail ?? '')
    if (place) bench.mistake = { line: +place[1], column: +place[2], detail: place[3] }
    bench.wrong = place ? t('bench.not-saved') : wrong(failure)
  } finally {
    bench.busy = false
  }
}
