// A file of the server's, given to the browser to keep; a refusal is thrown as by call.
import { mended, Refused } from './api.js'
import { place } from './place.js'

export async function download(path, name) {
  const answer = await fetch(place(`api/v1${path}`))
  if (!answer.ok) {
    const refusal = await answer.json().catch(() => null)
    if (await mended(answer.status, refusal)) return download(path, name)
    throw new Refused(answer.status, refusal)
  }
  const file = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  Object.assign(link, { href: file, download: name })
  link.click()
  URL.revokeObjectURL(file)
}
