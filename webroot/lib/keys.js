// Keyboard for everything. Single keys rest while the agent types or a dialog is open, and can be switched off.
import { device } from './device.js'
const OFF = 'shopbell.keys'
const ALWAYS = ['Escape', '?']
const typing = target => target.closest?.('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]')
const dialog = () => document.querySelector('[role="dialog"]')

export const keysOff = () => device.get(OFF) === 'off'
export const switchKeys = off => device.set(OFF, off ? 'off' : 'on')

// Who was typing when the screen moved goes on typing for a moment: that is no key of ours.
const TYPED_MILLIS = 1_500
let typedUntil = 0
export function hush() {
  if (document.activeElement && typing(document.activeElement)) typedUntil = Date.now() + TYPED_MILLIS
}

function stillTyping() {
  if (Date.now() > typedUntil) return false
  typedUntil = Date.now() + TYPED_MILLIS
  return true
}

function rests({ key, target }) {
  if (key === 'Escape') return false
  if (stillTyping()) return true
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
