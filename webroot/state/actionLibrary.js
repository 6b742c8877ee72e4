// The administrators' library of next best actions: the open one, what is being written of it, and how its trial went. It outlives the page.
import { reactive } from '../vendor/vue.js'
import { get, post, call, wrong } from '../lib/api.js'
import { t } from '../lib/i18n.js'
import { seconds } from '../lib/format.js'
import { actionOf, fieldsOf } from '../admin/actions/actionFields.js'
import { mistakeOf, yamlOf } from '../admin/actions/actionYaml.js'

export const TRIAL_DAYS = 90
// Some hundred decisions are taken again.
const TRIAL_PATIENCE = 60_000

export const library = reactive({
  items: null, effects: {}, failed: false, open: null, own: false, versions: [], version: null, fields: null, saved: '', change: '',
  mistake: null, wrong: '', note: '', busy: '', trial: null,
})

const at = id => `/actions/${encodeURIComponent(id)}`
const path = () => at(library.open)
const written = () => JSON.stringify(library.fields)
export const changed = () => library.fields !== null && written() !== library.saved
export const readOnly = () => library.open !== null && !library.own
export const isNew = () => library.fields !== null && library.open === null

export async function readLibrary() {
  try {
    const { items } = await get('/actions')
    Object.assign(library, { items, failed: false })
  } catch {
    library.failed = true
  }
}

export async function readEffects() {
  try {
    const { items } = await get(`/effects?days=${TRIAL_DAYS}`)
    library.effects = Object.fromEntries(items.map(one => [one.action, one]))
  } catch {
    library.effects = {}
  }
}

function write(action) {
  library.fields = fieldsOf(action)
  library.saved = written()
  Object.assign(library, { change: '', mistake: null, wrong: '', note: '', trial: null })
}

// The newest version of an action, unless one is named.
export async function openAction(id, number) {
  library.busy = 'open'
  try {
    const { builtIn, versions } = await get(at(id))
    const version = versions.find(one => one.version === number) ?? versions[0]
    Object.assign(library, { open: id, own: !builtIn, versions, version })
    write(version.action)
  } catch (failure) {
    library.wrong = wrong(failure)
  } finally {
    library.busy = ''
  }
}

export function newAction() {
  Object.assign(library, { open: null, own: true, versions: [], version: null })
  write({})
}

// A built-in action is no file of this shop: an own version of the same name takes its place.
export function ownVersion() {
  library.own = true
  library.change = t('action.change.copied')
  library.saved = ''
}

export function edit(key, value) {
  library.fields[key] = value
  Object.assign(library, { note: '', mistake: library.mistake?.key?.split('.')[0] === key.split('.')[0] ? null : library.mistake })
}

export const sayChange = text => { library.change = text }

export const takeBack = () => (library.version ? openAction(library.open, library.version.version) : newAction())

// The old rule stays in force until a version without mistakes is kept.
async function send(body, action) {
  Object.assign(library, { busy: 'save', wrong: '', note: '', mistake: null })
  try {
    const change = library.change.trim() || t('action.change.none')
    const kept = library.open === null ? await post('/actions', { ...body, change }) : await call('PUT', path(), { ...body, change })
    const id = library.open ?? kept.id
    await Promise.all([openAction(id), readLibrary()])
    library.note = t('action.saved', { at: seconds(Date.now()) })
    return true
  } catch (failure) {
    library.mistake = mistakeOf(action, failure)
    library.wrong = library.mistake ? '' : wrong(failure)
    return false
  } finally {
    library.busy = ''
  }
}

export function save() {
  const action = actionOf(library.fields)
  return send({ yaml: yamlOf(action) }, action)
}

// A file of an action: a new one, or one more version of the action of its name.
export async function importYaml(yaml) {
  const name = /^name:\s*["']?([a-z0-9-]+)/m.exec(yaml)?.[1]
  const known = library.items.find(one => one.id === name && !one.builtIn)
  const before = { open: library.open, change: library.change }
  Object.assign(library, { open: known ? name : null, change: t('action.change.imported') })
  if (!await send({ yaml }, {})) Object.assign(library, before)
}

export const revertTo = version => {
  library.change = t('action.change.reverted', { version: version.version })
  return send({ action: version.action }, version.action)
}

export async function rehearse() {
  Object.assign(library, { busy: 'trial', wrong: '', note: '' })
  try {
    const number = library.version.version
    const figures = await post(`${path()}/trial`, { days: TRIAL_DAYS, version: number }, TRIAL_PATIENCE)
    await openAction(library.open, number)
    library.trial = figures
    await readLibrary()
  } catch (failure) {
    library.wrong = wrong(failure)
  } finally {
    library.busy = ''
  }
}

// Draft, tried, live, retired.
export async function move(state, note) {
  Object.assign(library, { busy: 'move', wrong: '', note: '' })
  try {
    await call('PUT', path(), { version: library.version.version, state, change: note })
    await Promise.all([openAction(library.open), readLibrary()])
    library.note = t(`action.moved.${state}`)
  } catch (failure) {
    library.wrong = wrong(failure)
  } finally {
    library.busy = ''
  }
}
