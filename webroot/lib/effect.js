// A measured effect as a person says it: of 100, with its range; and what it is worth.
import { language, t } from './i18n.js'

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

const locale = () => (language.value === 'de' ? 'de-DE' : 'en-GB')

export const whole = n => new Intl.NumberFormat(locale(), { maximumFractionDigits: 0 }).format(n).replace('-', MINUS)

// A sum over many persons: whole money as the language writes it, or points.
export function worth({ amount, unit }) {
  if (unit === 'points') return t('unit.points', { amount: whole(amount) })
  return new Intl.NumberFormat(locale(), { style: 'currency', currency: unit, maximumFractionDigits: 0 }).format(amount).replace('-', MINUS)
}

export const gain = one => (one.amount > 0 ? `+${worth(one)}` : worth(one))
