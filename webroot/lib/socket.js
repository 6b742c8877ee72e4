// The one object that owns the socket: it finds out when the line is dead, and comes back by itself.
import { place } from './place.js'

// A code of our own: the browser has given the line up.
const SILENT = 4000
// The server's word that one session has too many windows.
const CROWDED = 4008
const SILENCE = 25_000
const OPENING = 8_000
const SOONEST = 300
const SLOWEST = 8_000

// heard(frame) for each frame but pings, lost(retryAt) each time the line is gone: null where it comes back only when the tab is shown.
export function openSocket(heard, lost) {
  let socket, watchdog, retry
  let tries = 0
  let over = false

  const say = message => socket?.readyState === WebSocket.OPEN && socket.send(JSON.stringify(message))

  // A dead line does not even close: it is left behind, and its end is not waited for.
  function give(patience) {
    clearTimeout(watchdog)
    const mine = socket
    watchdog = setTimeout(() => gone(mine), patience)
  }

  function open() {
    clearTimeout(retry)
    const mine = socket = new WebSocket(place('ws/desk?messages=apart').replace(/^http/, 'ws'))
    give(OPENING)
    mine.onopen = () => give(SILENCE)
    mine.onclose = event => gone(mine, event.code === CROWDED)
    mine.onmessage = event => {
      if (mine !== socket) return
      tries = 0
      give(SILENCE)
      const frame = JSON.parse(event.data)
      if (frame.type === 'ping') say({ type: 'pong' })
      else heard(frame)
    }
  }

  function gone(mine, crowded) {
    if (mine !== socket || over) return
    socket = null
    clearTimeout(watchdog)
    mine.close(SILENT, 'nothing heard')
    if (crowded) return lost(null)
    // soon at first, never all at once: a restarted server must not drown
    const wait = Math.min(SLOWEST, SOONEST * 2 ** tries++) * (0.5 + Math.random() / 2)
    retry = setTimeout(open, wait)
    lost(Date.now() + wait)
  }

  const now = () => { if (!over && !socket) { tries = 0; open() } }
  const seen = () => { if (document.visibilityState === 'visible') now() }
  const cut = () => { if (socket) gone(socket) }
  addEventListener('online', now)
  addEventListener('offline', cut)
  document.addEventListener('visibilitychange', seen)
  open()
  return {
    say,
    now,
    close() {
      over = true
      clearTimeout(watchdog)
      clearTimeout(retry)
      removeEventListener('online', now)
      removeEventListener('offline', cut)
      document.removeEventListener('visibilitychange', seen)
      socket?.close(1000)
    },
  }
}
