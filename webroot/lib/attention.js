// Sound, title and desktop notification. Of several tabs, the one that holds the lock rings.
import { t } from './i18n.js'

const QUIET = 'shopbell.quiet'
const PLAIN = 'Shopbell'

let mine = !navigator.locks
let audio = null
let ringer = null
const told = new Map()

navigator.locks?.request('shopbell-bell', () => { mine = true; return new Promise(() => {}) })

const quiet = () => localStorage.getItem(QUIET) === 'yes'

// Two strokes of a shop bell: a high partial that fades fast, a lower one that lingers.
function stroke(at, frequency) {
  for (const [partial, level, fade] of [[1, 0.22, 0.9], [2.76, 0.09, 0.35]]) {
    const tone = audio.createOscillator()
    const volume = audio.createGain()
    tone.frequency.value = frequency * partial
    volume.gain.setValueAtTime(level, at)
    volume.gain.exponentialRampToValueAtTime(0.0001, at + fade)
    tone.connect(volume).connect(audio.destination)
    tone.start(at)
    tone.stop(at + fade)
  }
}

function ring() {
  if (!audio || audio.state !== 'running' || quiet() || !mine) return
  stroke(audio.currentTime, 1318)
  stroke(audio.currentTime + 0.16, 1046)
}

const nameOf = card => card.customer?.name ?? card.interaction.from ?? t('who.withheld')

function notify(card) {
  if (!mine || document.visibilityState === 'visible' || window.Notification?.permission !== 'granted') return
  const id = card.interaction.id
  if (told.get(id) === nameOf(card)) return
  told.set(id, nameOf(card))
  const note = new Notification(t('alarm.title', { who: nameOf(card) }), {
    body: card.reason[0] ? `${card.reason[0].text}: ${card.reason[0].evidence}` : t(`channel.${card.interaction.channel}`),
    tag: id,
    icon: '/favicon.svg',
  })
  note.onclick = () => { window.focus(); note.close() }
}

export const attention = {
  // Browsers allow sound and ask for notifications only after a gesture; signing in is one.
  allow() {
    try { audio ??= new AudioContext(); audio.resume() } catch { audio = null }
    if (window.Notification?.permission === 'default') Notification.requestPermission().catch(() => {})
  },
  quiet,
  setQuiet(value) { localStorage.setItem(QUIET, value ? 'yes' : 'no') },
  look(cards) {
    const now = cards.filter(card => card.interaction.state === 'ringing' && card.interaction.direction === 'in')
    document.title = now.length ? t('alarm.title', { who: nameOf(now[0]) }) : PLAIN
    now.forEach(notify)
    if (now.length && !ringer) { ring(); ringer = setInterval(ring, 3000) }
    if (!now.length) attention.calm()
  },
  calm() {
    clearInterval(ringer)
    ringer = null
    document.title = PLAIN
  },
}

addEventListener('pointerdown', () => attention.allow(), { once: true })
addEventListener('keydown', () => attention.allow(), { once: true })
