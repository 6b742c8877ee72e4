// A file of the server's, given to the browser to keep; a refusal is thrown as by call.
import { Refused, session, wantsPassword } from './api.js'
import { place } from './place.js'

export async function download(path, name) {
  const answer = await fetch(place(`api/v1${path}`))
  const refusal = answer.ok ? null : await answer.json().catch(() => null)
  if (answer.status === 401) session.ended(refusal)
  if (wantsPassword(answer.status, refusal) && await session.confirm()) return download(path, name)
  if (!answer.ok) throw new Refused(answer.status, refusal)
  const file = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  Object.assign(link, { href: file, download: name })
  link.click()
  URL.revokeObjectURL(file)
}
