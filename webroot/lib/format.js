// How things are written: the locale is the agent's, not the customer's.
import { language } from './i18n.js'

const NBSP = '\u00a0'
const cache = new Map()

function intl(kind, options) {
  const key = `${kind}${language.value}${JSON.stringify(options)}`
  if (!cache.has(key)) cache.set(key, new Intl[kind](language.value === 'de' ? 'de-DE' : 'en-GB', options))
  return cache.get(key)
}

export const money = (amount, currency) =>
  intl('NumberFormat', { style: 'currency', currency }).format(amount)

export const wholeMoney = (amount, currency) =>
  intl('NumberFormat', { style: 'currency', currency, maximumFractionDigits: 0 }).format(amount)

// An expected amount as a person would say it: three digits at most count, and no cents; bare without the currency.
export function about(amount, currency, named = true) {
  const digits = { maximumFractionDigits: 0, maximumSignificantDigits: 3 }
  return intl('NumberFormat', named ? { style: 'currency', currency, ...digits } : digits).format(amount < 100 ? Math.round(amount) : amount)
}

export const number = (value, digits) => intl('NumberFormat', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value)

// What is not quite certain is never called certain, nor what is unlikely impossible.
export const percent = share => {
  const all = Math.round(share * 100)
  return share > 0 && all < 1 ? `< 1${NBSP}%` : `${share < 1 ? Math.min(99, all) : all}${NBSP}%`
}

// By the agent's clock, or by one in that time zone (IANA); an unknown zone throws.
export const time = (at, timeZone) => intl('DateTimeFormat', { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(at))

export const seconds = at =>
  intl('DateTimeFormat', { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(new Date(at))

const midnight = at => new Date(at).setHours(0, 0, 0, 0)
const DAY = 86_400_000

// today, yesterday, a weekday with its date, or the date with its year: what a person would say.
export function day(at, now = Date.now()) {
  const days = Math.round((midnight(now) - midnight(at)) / DAY)
  if (Math.abs(days) <= 1) return intl('RelativeTimeFormat', { numeric: 'auto' }).format(-days, 'day')
  const near = Math.abs(days) < 300
  return intl('DateTimeFormat', near
    ? { weekday: 'short', day: 'numeric', month: 'short' }
    : { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(at))
}

export const date = at => intl('DateTimeFormat', Date.now() - new Date(at) < 300 * DAY ? { day: 'numeric', month: 'short' } : { month: 'short', year: 'numeric' }).format(new Date(at))

export const when = (at, now) => `${day(at, now)}, ${time(at)}`

export const year = date => intl('DateTimeFormat', { month: 'short', year: 'numeric' }).format(new Date(date))

// The name of a language such as de-CH; as it was sent where there is no such language.
export function tongue(code) {
  try {
    return new Intl.DisplayNames([language.value], { type: 'language' }).of(code.replace('_', '-'))
  } catch {
    return code
  }
}

// A running clock: 0:07, 12:40, 1:02:03.
export function elapsed(from, now) {
  const s = Math.max(0, Math.floor((now - new Date(from)) / 1000))
  const two = n => String(n).padStart(2, '0')
  const minutes = Math.floor(s / 60)
  return minutes < 60
    ? `${minutes}:${two(s % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(s % 60)}`
}

// Telephone numbers as their countries group them: the server says so beside each number it sends.
const groupings = new Map()
const MOST_GROUPINGS = 5_000

export function learnNumbers(numbers) {
  if (groupings.size > MOST_GROUPINGS) groupings.clear()
  for (const [number, grouped] of Object.entries(numbers ?? {})) groupings.set(number, grouped.replaceAll(' ', NBSP))
}

export const phone = number => groupings.get(number) ?? number ?? ''

export const initials = name =>
  name.replace(/^((dr|prof)\.?\s+)+/i, '').split(/\s+/).filter(part => /^\p{L}/u.test(part)).map(part => [...part][0])
    .filter((_, i, all) => i === 0 || i === all.length - 1).join('').toLocaleUpperCase()
