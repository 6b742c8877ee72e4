// Sound, title and desktop notification. Of several tabs the one that was touched last holds the lock, and rings.
import { t } from './i18n.js'
import { phone } from './format.js'
import { say } from './sentence.js'
import { place } from './place.js'
import { device } from './device.js'

const QUIET = 'shopbell.quiet'
const PLAIN = 'Shopbell'
const AGAIN_MILLIS = 3_000

let mine = !navigator.locks
let audio = null
let ringer = null
const told = new Map()

function hold(steal) {
  navigator.locks?.request('shopbell-bell', { steal }, () => {
    mine = true
    return new Promise(() => {})
  }).catch(() => {
    mine = false
    hold(false)
  })
}

const quiet = () => device.get(QUIET) === 'yes'

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
  document.documentElement.dataset.bell = mine ? 'rings' : 'elsewhere'
  if (!audio || audio.state !== 'running' || quiet() || !mine) return
  stroke(audio.currentTime, 1318)
  stroke(audio.currentTime + 0.16, 1046)
}

const nameOf = card => card.customer?.name ?? (card.interaction.from ? phone(card.interaction.from) : t('who.withheld'))

// A mere "perhaps" is no reason to tell.
function reasonOf({ reason: [first] }) {
  if (!first || first.certainty === 'perhaps') return null
  const { said = [], text, evidence } = first
  return `${say(said[0], text)}: ${say(said[1], evidence)}`
}

// Setting it costs the browser a millisecond, even to what it is.
const title = text => { if (document.title !== text) document.title = text }

// Who looks at the screen is not told twice.
function notify(card, open) {
  if (!mine || document.visibilityState === 'visible' || window.Notification?.permission !== 'granted') return
  const { id, channel } = card.interaction
  if (told.get(id) === nameOf(card)) return
  told.set(id, nameOf(card))
  const note = new Notification(t('alarm.title', { who: nameOf(card) }), {
    body: reasonOf(card) ?? t(`channel.${channel}`),
    tag: id,
    icon: place('favicon.svg'),
  })
  note.onclick = () => { window.focus(); open(id); note.close() }
}

export const attention = {
  // Browsers allow sound and ask for notifications only after a gesture; signing in is one.
  allow() {
    try { audio ??= new AudioContext(); audio.resume() } catch { audio = null }
    if (window.Notification?.permission === 'default') Notification.requestPermission().catch(() => {})
    if (!mine) hold(true)
  },
  quiet,
  setQuiet(value) { device.set(QUIET, value ? 'yes' : 'no') },
  look(cards, open) {
    const now = cards.filter(card => card.interaction.state === 'ringing' && card.interaction.direction === 'in')
    if (!now.length) return attention.calm()
    title(t('alarm.title', { who: nameOf(now[0]) }))
    now.forEach(card => notify(card, open))
    if (!ringer) { ring(); ringer = setInterval(ring, AGAIN_MILLIS) }
  },
  calm() {
    if (!ringer) return
    clearInterval(ringer)
    ringer = null
    told.clear()
    delete document.documentElement.dataset.bell
    title(PLAIN)
  },
}

hold(false)
for (const touch of ['pointerdown', 'keydown']) addEventListener(touch, () => { if (!mine || !audio) attention.allow() })
