// What the server says without a language, in this person's: a key of words/*/sentences.js or reasons.js, and its facts.
import { language } from './i18n.js'
import { money, when } from './format.js'
import { lately } from './clock.js'
import deReasons from '../words/de/reasons.js'
import deSentences from '../words/de/sentences.js'
import enReasons from '../words/en/reasons.js'
import enSentences from '../words/en/sentences.js'

const SAID = { de: { ...deReasons, ...deSentences }, en: { ...enReasons, ...enSentences } }
const CHOICE = /\{(\d)\?((?:[^|{}]|\{\d\})*)\|((?:[^{}]|\{\d\})*)\}/g

const words = () => SAID[language.value]
const fill = (pattern, values) => pattern.replace(/\{(\d)\}/g, (_, i) => values[i] ?? '')

// In whole minutes, hours, days or years: what a person would say.
function span(seconds) {
  const minutes = Math.max(1, Math.floor(Math.abs(seconds) / 60))
  const hours = Math.floor(minutes / 60)
  const days = Math.floor(hours / 24)
  const [unit, n] = minutes < 60 ? ['minutes', minutes] : hours < 48 ? ['hours', hours] : days < 730 ? ['days', days] : ['years', Math.floor(days / 365)]
  return fill(words()[`span.${unit}`], [n])
}

const counting = since => (lately.value - Date.parse(since)) / 1000

function fact(one) {
  if (Array.isArray(one)) return one.map(fact).join(', ')
  if (one === null || typeof one !== 'object') return String(one)
  if ('since' in one) return span(Math.max(one.seconds, counting(one.since)))
  if ('seconds' in one) return span(one.seconds)
  if ('at' in one) return when(one.at)
  if ('amount' in one) return `${one.before}${price(one)}`
  if ('word' in one) return words()[one.word] ?? one.otherwise
  return one[language.value] ?? Object.values(one)[0]
}

function price({ amount, currency }) {
  try {
    return money(Number(amount), currency)
  } catch {
    return `${amount} ${currency}`
  }
}

// sentence in this person's language; text, which is the server's, where the sentence is none we know.
export function say(sentence, text = '') {
  const pattern = sentence ? words()[sentence.key] : null
  if (!pattern) return text
  const values = sentence.facts.map(fact)
  return fill(pattern.replace(CHOICE, (_, i, one, several) => (Number(sentence.facts[i]) === 1 ? one : several)), values).trim()
}

// All texts of a list, which come beside their sentences.
export const sayAll = (said = [], texts = []) => texts.map((text, i) => say(said[i], text))

// The name of a step in this person's language; a catalogue of one language gives that.
export const named = names => names?.[language.value]
