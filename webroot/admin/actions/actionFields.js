// An action as the fields of a form, all of them text, and the action that such fields make: with the keys of docs/decisions.md.
const EMPTY = {
  name: '', kind: 'information', 'title.de': '', 'title.en': '', 'because.de': '', 'because.en': '', 'steps.de': '', 'steps.en': '',
  reasons: '', queues: '', channels: '', 'start.kind': '', 'start.target': '', eligible: '', applicable: '', suitable: '',
  value: '', cost: '', unit: '', 'success.kind': '', 'success.within': '', 'success.leastScore': '', 'cap.times': '', 'cap.within': '',
  coolingOff: '', from: '', until: '', 'evidence.successes': '', 'evidence.trials': '', holdOut: '', mandatory: '',
}

export const RULES = ['eligible', 'applicable', 'suitable']

const at = (action, key) => key.split('.').reduce((part, name) => part?.[name], action)
const text = value => (value === null || value === undefined ? '' : Array.isArray(value) ? value.join(', ') : String(value))

// P30D is written as 30; what is no number of days stays as it is.
const inDays = duration => (/^P\d+D$/.test(duration ?? '') ? duration.slice(1, -1) : duration === 'PT0S' ? '' : duration)
const duration = days => (/^\d+$/.test(days) ? `P${days}D` : days)

const given = worth => (worth && Number(worth.amount) ? worth.amount : '')
const unit = action => [action.value, action.cost].find(worth => given(worth) !== '')?.unit ?? ''

export function fieldsOf(action) {
  const fields = Object.fromEntries(Object.keys(EMPTY).map(key => [key, text(at(action, key)) || EMPTY[key]]))
  for (const key of ['success.within', 'cap.within', 'coolingOff']) fields[key] = text(inDays(at(action, key)))
  Object.assign(fields, {
    value: text(given(action.value)), cost: text(given(action.cost)), unit: unit(action), mandatory: action.mandatory ? 'yes' : '',
    holdOut: action.holdOut === null || action.holdOut === undefined ? '' : text(Math.round(action.holdOut * 1000) / 10),
  })
  return fields
}

const words = list => list.split(',').map(one => one.trim()).filter(Boolean)
const number = written => (written === '' ? undefined : Number.isNaN(Number(written)) ? written : Number(written))
const decimal = written => number(written.replace(',', '.'))

// Nothing in it is no part of the action.
function kept(part) {
  const all = Object.entries(part).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && !value.length))
  return all.length ? Object.fromEntries(all) : undefined
}

const both = (fields, key) => kept({ de: fields[`${key}.de`].trim(), en: fields[`${key}.en`].trim() })
const worth = (fields, key) => (fields[key].trim() ? { amount: decimal(fields[key].trim()), unit: fields.unit.trim() || 'points' } : undefined)
const part = (fields, name, keys) => (fields[`${name}.${keys[0]}`].trim() ? kept(Object.fromEntries(keys.map(key => [key, fields[`${name}.${key}`].trim()]))) : undefined)

export function actionOf(fields) {
  const success = part(fields, 'success', ['kind', 'within', 'leastScore'])
  const cap = part(fields, 'cap', ['times', 'within'])
  const evidence = part(fields, 'evidence', ['trials', 'successes'])
  const share = fields.holdOut.trim()
  return kept({
    name: fields.name.trim(), kind: fields.kind, title: both(fields, 'title'), steps: both(fields, 'steps'), because: both(fields, 'because'),
    reasons: words(fields.reasons), start: part(fields, 'start', ['kind', 'target']),
    eligible: fields.eligible.trim(), applicable: fields.applicable.trim(), suitable: fields.suitable.trim(),
    value: worth(fields, 'value'), cost: worth(fields, 'cost'), from: fields.from, until: fields.until,
    queues: words(fields.queues), channels: words(fields.channels),
    cap: cap && { times: number(cap.times), within: duration(cap.within ?? '') },
    coolingOff: duration(fields.coolingOff.trim()), mandatory: fields.mandatory ? true : undefined,
    success: success && kept({ kind: success.kind, within: duration(success.within ?? ''), leastScore: success.kind === 'answer' ? number(success.leastScore ?? '') : undefined }),
    evidence: evidence && { successes: number(evidence.successes ?? '0'), trials: number(evidence.trials) },
    holdOut: share === '' ? undefined : decimal(share) / 100,
  })
}

// Which fields two actions differ in, in the order of the form.
export function differences(before, after) {
  const [old, now] = [fieldsOf(before), fieldsOf(after)]
  return Object.keys(EMPTY).filter(key => old[key] !== now[key]).map(key => ({ key, before: old[key], after: now[key] }))
}
