// Keyboard for everything. Single keys rest while somebody types or a dialog is open, and can be switched off.
const OFF = 'shopbell.keys'
const ALWAYS = ['Escape', '?']
const typing = target => target.closest?.('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]')
const dialog = () => document.querySelector('[role="dialog"]')

export const keysOff = () => localStorage.getItem(OFF) === 'off'
export const switchKeys = off => localStorage.setItem(OFF, off ? 'off' : 'on')

function rests({ key, target }) {
  if (key === 'Escape') return false
  return typing(target) || keysOff() || (dialog() && !ALWAYS.includes(key))
}

// Calls the action of the first binding that fits; returns how to stop listening.
export function listen(bindings) {
  const heard = event => {
    if (event.isComposing) return
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey
    if (plain && rests(event)) return
    const parts = [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : '', event.key.length === 1 ? event.key.toLowerCase() : event.key]
    const code = event.altKey && /^Digit\d$/.test(event.code) ? `Alt+${event.code.slice(5)}` : parts.filter(Boolean).join('+')
    const action = bindings()[code]
    if (action && action(event) !== false) event.preventDefault()
  }
  addEventListener('keydown', heard)
  return () => removeEventListener('keydown', heard)
}
