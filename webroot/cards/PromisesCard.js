import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { when } from '../lib/format.js'
import { post } from '../lib/api.js'
import { now } from '../lib/clock.js'
import { block } from './Block.js'

const { ul, li, div, h3, p, span, button } = tags
const SIGNS = { open: 'clock', kept: 'ok', broken: 'broken' }

const keep = id => post(`/promises/${id}/kept`).catch(() => {})

const promise = one =>
  li({ key: one.id, class: ['rows__item', `promise--${one.state}`] },
    icon(SIGNS[one.state]),
    div(null, h3({ class: 'rows__what' }, one.text),
      p({ class: 'rows__meta' }, [when(one.due, now.value), one.agent].filter(Boolean).join(' · '))),
    div({ class: 'rows__end' }, span({ class: 'rows__state' }, t(`promise.${one.state}`)),
      one.state === 'kept' ? null : button({ class: 'button button--quiet button--s', type: 'button', onClick: () => keep(one.id) }, t('promise.keep'))))

export default {
  name: 'PromisesCard',
  props: { card: { type: Object, required: true } },
  setup: props => () =>
    block('promises', t('promises'), { count: props.card.promises.length }, ul({ class: 'rows' }, ...props.card.promises.map(promise))),
}
