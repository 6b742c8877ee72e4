// A page of lists of which not all could be read, and the way to try again.
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'

const { p, button } = tags

export const readFailure = again =>
  p({ class: 'wrong', role: 'alert' }, t('lists.failed'), ' ',
    button({ class: 'button button--s', type: 'button', onClick: again }, icon('retry', true), t('again')))
