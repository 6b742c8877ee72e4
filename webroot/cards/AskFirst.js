// How to ask without giving a name away.
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'

const { div, p } = tags

export const askFirst = kind =>
  div({ class: 'ask-first' },
    p({ class: 'ask-first__how' }, icon('sound', true), t('ask')),
    p({ class: 'ask-first__say' }, t(`ask.${kind}`)),
    p({ class: 'ask-first__why' }, t(`ask.${kind}.why`)))
