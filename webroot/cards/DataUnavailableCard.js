// The call is real, the customer data is late or cannot be reached: said plainly, never shown as an unknown caller.
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'

const { section, div, h2, p } = tags

const own = (card, state) => !card.customer && card.sources.some(source => source.name === 'shopbell' && source.state === state)

export const late = card => own(card, 'late')
export const away = card => own(card, 'failed') || late(card)
export const why = card => t(late(card) ? 'away.late' : 'away')

export default {
  name: 'DataUnavailableCard',
  props: { card: { type: Object, required: true } },
  setup: props => () =>
    section({ class: 'away', role: 'status', 'aria-labelledby': 'title-away' },
      icon('alert'),
      div(null, h2({ class: 'away__title', id: 'title-away' }, why(props.card)), p(null, t('away.text')))),
}
