// Calls of /api/v1. A refusal is thrown with its status and what the server says about it.
export class Refused extends Error {
  constructor(status, problem) {
    super(problem?.detail ?? `HTTP ${status}`)
    this.status = status
    this.problem = problem
  }
}

export async function call(method, path, body) {
  const answer = await fetch(`/api/v1${path}`, {
    method,
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  })
  const text = await answer.text()
  const content = text && answer.headers.get('Content-Type')?.includes('json') ? JSON.parse(text) : null
  if (!answer.ok) throw new Refused(answer.status, content)
  return content
}

export const get = path => call('GET', path)
export const post = (path, body = {}) => call('POST', path, body)
