// What tells people of one name apart: town, company, last order, last contact, as far as it is known.
import { t } from './i18n.js'
import { date } from './format.js'

export function apart(told) {
  if (!told) return ''
  return [
    told.town,
    told.company,
    told.lastOrderAt ? t('apart.order', { day: date(told.lastOrderAt) }) : null,
    told.lastContactAt ? t('apart.contact', { day: date(told.lastContactAt) }) : null,
  ].filter(Boolean).join(' · ')
}
