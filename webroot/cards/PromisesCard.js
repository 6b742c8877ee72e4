import { reactive } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { when } from '../lib/format.js'
import { post, wrong } from '../lib/api.js'
import { dataChanged } from '../state/desk.js'
import { lately } from '../lib/clock.js'
import { block } from './Block.js'

const { ul, li, div, h3, p, span, button } = tags
const SIGNS = { open: 'clock', kept: 'ok', broken: 'broken' }

export default {
  name: 'PromisesCard',
  props: { card: { type: Object, required: true } },
  setup(props) {
    const mine = reactive({ busy: null, failed: null, why: '' })

    async function keep(id) {
      Object.assign(mine, { busy: id, failed: null })
      try {
        await post(`/promises/${id}/kept`)
        dataChanged()
      } catch (failure) {
        Object.assign(mine, { failed: id, why: wrong(failure) })
      } finally {
        mine.busy = null
      }
    }

    const promise = one =>
      li({ key: one.id, class: ['rows__item', `promise--${one.state}`] },
        icon(SIGNS[one.state]),
        div(null, h3({ class: 'rows__what', dir: 'auto' }, one.text),
          p({ class: 'rows__meta' }, [when(one.due, lately.value), one.queue ?? one.owner ?? one.agent].filter(Boolean).join(' · ')),
          one.state === 'kept' ? null
            : button({ class: 'button button--s rows__act', type: 'button', disabled: mine.busy === one.id, onClick: () => keep(one.id) }, icon('check', true), t('promise.keep')),
          mine.failed === one.id ? p({ class: 'wrong', role: 'alert' }, mine.why) : null),
        span({ class: 'rows__end rows__state' }, t(`promise.${one.state}`)))

    return () =>
      block('promises', t('promises'), { count: props.card.promises.length }, ul({ class: 'rows' }, ...props.card.promises.map(promise)))
  },
}
