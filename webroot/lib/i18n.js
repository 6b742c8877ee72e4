// Every text in both languages; numbers, money, days and plurals by the browser's own Intl.
import { ref } from '../vendor/vue.js'
import de from '../words/de.js'
import en from '../words/en.js'
import { device } from './device.js'

const WORDS = { de, en }

// Pages that few people open bring their own texts.
export function addWords(german, english) {
  Object.assign(WORDS.de, german)
  Object.assign(WORDS.en, english)
}

const remembered = device.get('shopbell.language')

// Before anybody has signed in: what the browser speaks.
const guessed = navigator.language.startsWith('de') ? 'de' : 'en'

export const language = ref(WORDS[remembered] ? remembered : guessed)
document.documentElement.lang = language.value

export function speak(to, remember = true) {
  if (!WORDS[to]) return
  language.value = to
  document.documentElement.lang = to
  if (remember) device.set('shopbell.language', to)
}

// The server's own sentences come in its language, which need not be this person's: a screen reader is told.
export const server = ref(null)
export const theirs = () => (server.value && server.value !== language.value ? server.value : null)

// What the server speaks, unless this person has chosen otherwise.
export function speakLikeServer(locale) {
  server.value = locale
  if (!device.get('shopbell.language')) speak(locale, false)
}

const rules = {}
const form = n => (rules[language.value] ??= new Intl.PluralRules(language.value)).select(n)

// The text of key with {values} in it; a value n chooses between key.one and key.other.
export function t(key, values = {}) {
  const words = WORDS[language.value]
  const plural = 'n' in values ? `${key}.${form(values.n)}` : key
  const text = words[plural] ?? words[`${key}.other`] ?? words[key] ?? key
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '')
}

// The text of key, or otherwise for words of others that we do not know.
export const tOr = (key, otherwise) => WORDS[language.value][key] ?? otherwise
