// What speaks against the forecast, from the facts of the card: a long time without a purchase, late parcels.
import { t } from '../lib/i18n.js'

const DAY = 86_400_000
const LONG = 1.5

const late = now => ({ promisedAt, deliveredAt }) => promisedAt && (deliveredAt ? Date.parse(deliveredAt) : now) > Date.parse(promisedAt)

function silence({ pattern, orders }, now) {
  const days = Math.floor((now - Date.parse(pattern.lastOn)) / DAY)
  if (pattern.gapDays && days > LONG * pattern.gapDays) return t('worth.silent', { n: days, gap: pattern.gapDays })
  return orders === 1 ? t('worth.once', { n: days }) : null
}

export function doubts({ value, shipments }, now) {
  const parcels = shipments.filter(late(now)).length
  return [silence(value, now), parcels ? t('worth.late', { n: parcels }) : null].filter(Boolean)
}
