// How a contact is called where there is little room: by name, else by number.
import { phone } from './format.js'
import { t } from './i18n.js'

export const personOf = ({ customer, interaction }) => customer?.name ?? (interaction.from ? phone(interaction.from) : t('who.withheld'))

// The reason that stands first, if one is likely.
export const reasonOf = card => card.reason[0]?.text ?? null
