// A file given to the browser to keep.
import { mended, Refused } from './api.js'
import { place } from './place.js'

export function keepFile(content, name) {
  const file = URL.createObjectURL(content)
  const link = document.createElement('a')
  Object.assign(link, { href: file, download: name })
  link.click()
  URL.revokeObjectURL(file)
}

// A file of the server; a refusal is thrown as by call.
export async function download(path, name) {
  const answer = await fetch(place(`api/v1${path}`))
  if (!answer.ok) {
    const refusal = await answer.json().catch(() => null)
    if (await mended(answer.status, refusal)) return download(path, name)
    throw new Refused(answer.status, refusal)
  }
  keepFile(await answer.blob(), name)
}
