// A text that its author has written in both languages, as this person reads it.
import { language } from './i18n.js'

export const localised = both => both?.[language.value] || Object.values(both ?? {}).find(Boolean) || ''
