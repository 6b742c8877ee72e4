// Calls of /api/v1. A refusal is thrown with its status and what the server says about it.
import { t } from './i18n.js'
import { place } from './place.js'
import { learnNumbers } from './format.js'

const PATIENCE = 10_000
const CONFIRM = 'urn:shopbell:problem:confirm'

export class Refused extends Error {
  constructor(status, problem) {
    super(`HTTP ${status}`)
    this.status = status
    this.problem = problem
  }
}

let ended = () => {}
let confirm = async () => false

// What is to happen when the session has ended, with what the server says about it.
export const whenSessionEnds = what => { ended = what }

// How the password is asked for when a call wants it again: whether it was given.
export const whenPasswordIsWanted = how => { confirm = how }

// Sees to a refusal; whether the same call is to be made once more.
export async function mended(status, content) {
  if (status === 401) ended(content)
  return status === 403 && content?.type === CONFIRM && confirm()
}

export async function call(method, path, body, patience = PATIENCE) {
  const answer = await fetch(place(`api/v1${path}`), {
    method,
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(patience),
  })
  const text = await answer.text()
  const content = text && answer.headers.get('Content-Type')?.includes('json') ? JSON.parse(text) : null
  if (!answer.ok) {
    // nobody is signed in: that is what was asked
    if ((answer.status !== 401 || path !== '/session') && await mended(answer.status, content)) return call(method, path, body, patience)
    throw new Refused(answer.status, content)
  }
  learnNumbers(content?.numbers)
  return content
}

export const get = path => call('GET', path)
export const post = (path, body = {}, patience = PATIENCE) => call('POST', path, body, patience)

const STATUS = { 401: 'ended', 403: 'forbidden', 404: 'missing', 409: 'conflict', 429: 'wait', 503: 'away' }
const FIELDS = { '/name': 'name', '/email': 'email', '/phone': 'phone', '/due': 'due', '/text': 'text', '/current': 'current', '/password': 'password', '/code': 'code' }

// A failed call in this person's own language.
export function wrong(failure) {
  if (!(failure instanceof Refused)) return t('wrong.unreachable')
  // the user has closed the question for the password
  if (failure.problem?.type === CONFIRM) return ''
  const field = FIELDS[failure.problem?.errors?.[0]?.pointer]
  return t(field ? `wrong.${field}` : `wrong.${STATUS[failure.status] ?? 'other'}`)
}
