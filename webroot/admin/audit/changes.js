// What is different after an act: of a record its fields by name, of a file the lines that went and came.
import { when } from '../../lib/format.js'

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:[\d.]+Z$/
const MOST_LINES = 12
const MOST_CHARACTERS = 300

const written = value => {
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value)) return value.length ? value.map(written).join(', ') : null
  if (INSTANT.test(value)) return when(value)
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text
}

const isRecord = value => value !== null && typeof value === 'object' && !Array.isArray(value)

// The lines between what both have at the beginning and what both have at the end.
function lines(before, after) {
  const [old, now] = [before, after].map(text => (text ? text.split('\n') : []))
  let from = 0
  while (from < old.length && from < now.length && old[from] === now[from]) from++
  let end = 0
  while (end < old.length - from && end < now.length - from && old.at(-1 - end) === now.at(-1 - end)) end++
  const removed = old.slice(from, old.length - end)
  const added = now.slice(from, now.length - end)
  const shown = { removed: removed.slice(0, MOST_LINES), added: added.slice(0, MOST_LINES) }
  return { name: '', ...shown, left: removed.length + added.length - shown.removed.length - shown.added.length }
}

function fields(before, after) {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  return names
    .map(name => ({ name, before: written(before?.[name]), after: written(after?.[name]) }))
    .filter(change => change.before !== change.after)
}

// A list of { name, before, after } or { name, removed, added, left }; empty where nothing is different.
export function changes(before, after) {
  if (isRecord(before) || isRecord(after)) return fields(before, after)
  const texts = [before, after].filter(value => typeof value === 'string')
  if (texts.some(text => text.includes('\n'))) return [lines(before ?? '', after ?? '')]
  const change = { name: '', before: written(before), after: written(after) }
  return change.before === change.after ? [] : [change]
}
