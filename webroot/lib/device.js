// What stays on this device, where the browser allows it: in another site's page it may not, and all is forgotten with the page.
const page = new Map()

function storage() {
  try {
    return window.localStorage
  } catch {
    return null
  }
}

const kept = storage()

export const device = {
  keeps: kept !== null,
  get: key => (kept ? kept.getItem(key) : page.get(key) ?? null),
  set: (key, value) => { if (kept) kept.setItem(key, value); else page.set(key, value) },
  drop: key => { if (kept) kept.removeItem(key); else page.delete(key) },
  keys: () => (kept ? Object.keys(kept) : [...page.keys()]),
}
