import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'

const { section, ul, li, span, b } = tags

export default {
  name: 'NoticesCard',
  props: { card: { type: Object, required: true } },
  setup: props => () =>
    section({ class: 'notices', 'aria-label': t('notices') },
      ul(null, ...props.card.notices.map(one =>
        li({ key: one.id, class: ['notice', `notice--${one.severity}`] },
          icon(one.severity === 'info' ? 'info' : 'alert'), span(null, b(null, t(`notice.${one.severity}`)), ' ', one.text))))),
}
