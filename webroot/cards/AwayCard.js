// The call is real, the customer data cannot be reached: said plainly, never shown as somebody unknown.
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'

const { section, div, h2, p } = tags

export const away = card => !card.customer && card.sources.some(source => source.state === 'failed')

export default {
  name: 'AwayCard',
  setup: () => () =>
    section({ class: 'away', role: 'status', 'aria-labelledby': 'title-away' },
      icon('alert'),
      div(null, h2({ class: 'away__title', id: 'title-away' }, t('away')), p(null, t('away.text')))),
}
