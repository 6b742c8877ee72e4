// Whom a contact was with, opening their page, and the link that lets the telephone call them.
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { phone } from '../lib/format.js'
import { openCustomer } from '../state/page.js'

const { a, button, p, bdi } = tags
const NUMBER = /^\+[0-9]{5,15}$/

export const opens = (customer, from) =>
  customer
    ? button({ class: 'rows__what rows__open', type: 'button', onClick: () => openCustomer(customer.id) }, bdi(null, customer.name))
    : p({ class: 'rows__what' }, bdi(null, from ? phone(from) : t('who.withheld')))

export const callBack = (channel, from) =>
  channel === 'call' && NUMBER.test(from ?? '')
    ? a({ class: 'button button--s rows__act', href: `tel:${from}` }, icon('call', true), t('calm.call-back'))
    : null
