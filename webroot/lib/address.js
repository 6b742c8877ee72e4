// The open page in the browser's address: what stands behind #/, such as #/supervisor. Nothing there is the desk.
const SIGN = '#/'

export const address = () => (location.hash.startsWith(SIGN) ? location.hash.slice(SIGN.length) : '')

const written = path => location.pathname + location.search + (path && SIGN + path)

// A step that the browser's back button takes back.
export function go(path) {
  if (path !== address()) history.pushState(null, '', written(path))
}

// The same step, mended.
export function mend(path) {
  if (path !== address()) history.replaceState(null, '', written(path))
}

// Calls heard when the user goes back or forward, or types an address; returns how to stop listening.
export function onAddress(heard) {
  addEventListener('hashchange', heard)
  return () => removeEventListener('hashchange', heard)
}
