// The focus never falls to the page's body: when what had it goes or is switched off, what was around it takes over.
const around = []
let last = null
let waiting = null

const able = element => element.isConnected && !element.disabled && !element.closest('[inert]') && element.checkVisibility()
const lost = () => !document.activeElement || document.activeElement === document.body

function remember({ target }) {
  last = target
  waiting = null
  around.length = 0
  for (let up = target.parentElement; up && up !== document.body; up = up.parentElement) around.push(up)
}

const holder = () =>
  around.find(element => element.hasAttribute('tabindex') && able(element)) ??
  [...document.querySelectorAll('[role=dialog] button, main[tabindex], main input')].find(able)

function mend() {
  if (waiting?.isConnected && able(waiting) && document.activeElement === holder()) { waiting.focus({ preventScroll: true }); return }
  if (!last || !lost()) return
  if (able(last)) { last.focus({ preventScroll: true }); return }
  const off = last.isConnected ? last : null
  holder()?.focus({ preventScroll: true })
  waiting = off
}

// A browser takes the focus away when it draws, which is after the change.
function changed() {
  mend()
  requestAnimationFrame(() => { mend(); requestAnimationFrame(mend) })
}

// Who clicks beside everything means it.
const away = event => { if (!event.target.closest('a, button, input, select, textarea, summary, label, [tabindex]')) last = null }

export function holdFocus() {
  document.addEventListener('focusin', remember)
  document.addEventListener('pointerdown', away)
  new MutationObserver(changed).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled', 'inert', 'hidden'] })
}
