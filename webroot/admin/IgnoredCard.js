// For administrators: handles that senders sent in vain, such as "undefined" for an id. Counted since the start, never shown.
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { when } from '../lib/format.js'
import { block } from '../cards/Block.js'

const { ul, li, div, p, span } = tags

export default {
  name: 'IgnoredCard',
  props: { items: { type: Array, required: true } },
  setup(props) {
    const row = one =>
      li({ key: `${one.sender} ${one.kind} ${one.reason}`, class: 'rows__item' },
        icon('alert'),
        div(null,
          span({ class: 'rows__what' }, t(`ignored.${one.reason}`, { n: one.count, kind: t(`by.${one.kind}`) })),
          span({ class: 'rows__meta' }, [one.sender, when(one.lastAt)].join(' · '))))

    return () =>
      props.items.length
        ? block('ignored', t('ignored'), { count: props.items.length },
            p({ class: 'rows__meta' }, t('ignored.hint')), ul({ class: 'rows' }, ...props.items.map(row)))
        : null
  },
}
