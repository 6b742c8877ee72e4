// The one object that owns the socket: it finds out when the line is dead, and comes back by itself.
const SILENCE = 40_000
const SLOWEST = 10_000

export function live(heard, changed) {
  let socket, watchdog, retry
  let tries = 0
  let over = false

  const say = message => socket?.readyState === WebSocket.OPEN && socket.send(JSON.stringify(message))

  function alive() {
    clearTimeout(watchdog)
    watchdog = setTimeout(() => socket.close(), SILENCE)
  }

  function open() {
    clearTimeout(retry)
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
    const mine = socket = new WebSocket(`${scheme}://${location.host}/ws/desk`)
    mine.onopen = () => { tries = 0; alive() }
    mine.onmessage = event => {
      if (mine !== socket) return
      alive()
      const frame = JSON.parse(event.data)
      if (frame.type === 'ping') say({ type: 'pong' })
      else heard(frame)
    }
    mine.onclose = () => { if (mine === socket && !over) lost() }
  }

  function lost() {
    clearTimeout(watchdog)
    changed('lost')
    // soon at first, never all at once: a restarted server must not drown
    const wait = Math.min(SLOWEST, 300 * 2 ** tries++) * (0.5 + Math.random() / 2)
    retry = setTimeout(open, wait)
  }

  const now = () => { if (!over && socket?.readyState !== WebSocket.OPEN) { tries = 0; open() } }
  addEventListener('online', now)
  open()
  return {
    say,
    now,
    close() {
      over = true
      clearTimeout(watchdog)
      clearTimeout(retry)
      removeEventListener('online', now)
      socket.close()
    },
  }
}
