// Every text in both languages; numbers, money, days and plurals by the browser's own Intl.
import { ref } from '../vendor/vue.js'
import de from '../words/de.js'
import en from '../words/en.js'

const WORDS = { de, en }
const remembered = localStorage.getItem('shopbell.language')

export const language = ref(WORDS[remembered] ? remembered : 'de')
document.documentElement.lang = language.value

export function speak(to, remember = true) {
  if (!WORDS[to]) return
  language.value = to
  document.documentElement.lang = to
  if (remember) localStorage.setItem('shopbell.language', to)
}

// What the server speaks, unless this person has chosen otherwise.
export function speakLikeServer(locale) {
  if (!remembered) speak(locale, false)
}

// The text of key with {values} in it; a value n chooses between key.one and key.other.
export function t(key, values = {}) {
  const words = WORDS[language.value]
  const plural = 'n' in values ? `${key}.${new Intl.PluralRules(language.value).select(values.n)}` : key
  const text = words[plural] ?? words[`${key}.other`] ?? words[key] ?? key
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '')
}

// The text of key, or otherwise for words of others that we do not know.
export const tOr = (key, otherwise) => WORDS[language.value][key] ?? otherwise
