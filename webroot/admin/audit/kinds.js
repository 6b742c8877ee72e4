// What the audit keeps, with the sign of each.
import { language, t } from '../../lib/i18n.js'

export const SIGNS = {
  'signed-in': 'ok', 'sign-in-refused': 'ban', 'signed-out': 'leave', 'signed-out-everywhere': 'leave', 'password-changed': 'shield',
  'confirmed': 'ok', 'confirmation-refused': 'ban', 'second-factor-set': 'shield', 'second-factor-removed': 'unproven',
  'user-saved': 'user', 'user-removed': 'user', 'key-made': 'keys', 'key-removed': 'keys',
  'connector-saved': 'link', 'delivery-replayed': 'retry',
  'customers-merged': 'users', 'identity-undone': 'undo', 'duplicate-dismissed': 'users', 'cue-saved': 'note', 'cue-removed': 'close',
  'customer-exported': 'down', 'customer-erased': 'close', 'customer-anonymised': 'unproven',
  'audit-exported': 'down',
}

export const said = kind => t(`act.${kind}`)

// By their names in this person's language.
export const kinds = () => Object.keys(SIGNS).sort((a, b) => said(a).localeCompare(said(b), language.value))
