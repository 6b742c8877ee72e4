// Keyboard for everything. Single keys rest while somebody types, and can be switched off.
const typing = target => target.closest?.('input, textarea, select, [contenteditable]')

// Calls the action of the first binding that fits; returns how to stop listening.
export function listen(bindings) {
  const heard = event => {
    if (event.isComposing) return
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey
    if (plain && event.key !== 'Escape' && (typing(event.target) || localStorage.getItem('shopbell.keys') === 'off')) return
    const parts = [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : '', event.key.length === 1 ? event.key.toLowerCase() : event.key]
    const code = event.altKey && /^Digit\d$/.test(event.code) ? `Alt+${event.code.slice(5)}` : parts.filter(Boolean).join('+')
    const action = bindings()[code]
    if (action && action(event) !== false) event.preventDefault()
  }
  addEventListener('keydown', heard)
  return () => removeEventListener('keydown', heard)
}
