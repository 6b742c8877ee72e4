// How a contact is called where there is little room: by name, else by number.
import { phone } from './format.js'
import { say } from './sentence.js'
import { t } from './i18n.js'

export const personOf = ({ customer, interaction }) => customer?.name ?? (interaction.from ? phone(interaction.from) : t('who.withheld'))

// The reason that stands first, unless none is clear.
export function reasonOf({ reason: [first] }) {
  return first && first.certainty !== 'perhaps' ? say(first.said?.[0], first.text) : null
}
