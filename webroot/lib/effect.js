// A measured effect as a person says it: of 100, with its range; and what it is worth.
import { language, t } from './i18n.js'
import { money } from './format.js'

const MINUS = '\u2212'
const NBSP = '\u00a0'

export const points = share => Math.round(share * 100)

export const signedNumber = n => (n > 0 ? `+${n}` : n < 0 ? `${MINUS}${-n}` : '0')

// Half of the range, never less than one point: no effect is known exactly.
const half = ({ low, high }) => Math.max(1, Math.round((high - low) * 50))

export function effectOf(one) {
  const difference = points((one.low + one.high) / 2)
  return { with: points(one.with), without: points(one.without), difference, half: half(one), signed: `${signedNumber(difference)}${NBSP}±${NBSP}${half(one)}` }
}

export const whole = n => new Intl.NumberFormat(language.value === 'de' ? 'de-DE' : 'en-GB', { maximumFractionDigits: 0 }).format(n)

// Money as the language writes it, or points.
export function worth({ amount, unit }) {
  return unit === 'points' ? t('unit.points', { amount: whole(amount) }) : money(amount, unit)
}
