// Why they probably call: the first is loud, each says what it rests on and how likely it is.
import { tags, icon } from '../lib/tags.js'
import { t, theirs } from '../lib/i18n.js'
import { percent } from '../lib/format.js'
import { block } from './Block.js'

const { ol, li, h3, p, span, progress } = tags

const SIGNS = {
  'promise-broken': 'broken', 'ticket-critical': 'critical', 'ticket-open': 'ticket', 'parcel-failed': 'parcel',
  'parcel-late': 'parcel', 'checkout-abandoned': 'cart', 'contact-unresolved': 'call', 'contact-repeated': 'retry',
}

const reason = (one, i) =>
  li({ key: one.kind, class: ['reason', { 'reason--top': i === 0 }, `reason--${one.severity}`] },
    h3({ class: 'reason__title' }, icon(SIGNS[one.kind] ?? 'info'), span(null, one.text)),
    span({ class: 'reason__odds num' },
      i === 0 ? null : progress({ max: 1, value: one.weight, 'aria-hidden': 'true' }), percent(one.weight)),
    p({ class: 'reason__why', dir: 'auto' }, one.evidence))

export default {
  name: 'ReasonsCard',
  props: { card: { type: Object, required: true } },
  setup: props => () => {
    const all = props.card.reason
    const other = Math.max(0, 1 - all.reduce((sum, one) => sum + one.weight, 0))
    return block('why', t('why'), { stamp: t('why.other', { odds: percent(other) }) }, ol({ class: 'reasons', lang: theirs() }, ...all.map(reason)))
  },
}
