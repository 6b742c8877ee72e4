// Whether another site's page shows this screen inside of its own; a page of our own site does not count.
function framed() {
  try {
    return !window.top.location.href
  } catch {
    return true
  }
}

export const embedded = window.top !== window && framed()
