// Why they probably call: the first is loud, each says what it rests on and how likely it is.
import { tags, icon } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { say } from '../lib/sentence.js'
import { percent } from '../lib/format.js'
import { steady } from '../lib/steady.js'
import { block } from './Block.js'

const { ol, li, h3, p, span, progress } = tags

const SIGNS = {
  'promise-broken': 'broken', 'promise-due': 'promise', 'ticket-critical': 'critical', 'ticket-open': 'ticket', 'parcel-failed': 'parcel',
  'parcel-late': 'parcel', 'parcel-moving': 'parcel', 'parcel-there': 'parcel', 'order-fresh': 'cart', 'checkout-abandoned': 'cart',
  'page-error': 'alert', 'looked-up': 'search', 'contact-unresolved': 'call', 'contact-repeated': 'retry', 'contact-recent': 'clock', 'call-abandoned': 'hang',
  'menu-chosen': 'keys', 'queue-usual': 'users',
}

// What we owe is no guess: it has no probability.
const odds = (one, i) =>
  one.owed
    ? span({ class: 'reason__owed' }, t('why.owed'))
    : span({ class: 'reason__odds num' }, i === 0 ? null : progress({ max: 1, value: one.weight, 'aria-hidden': 'true' }), percent(Math.max(one.weight, .001)))

const reason = (one, i) =>
  li({ key: one.kind, class: ['reason', { 'reason--top': i === 0 }, `reason--${one.severity}`] },
    h3({ class: 'reason__title' }, icon(SIGNS[one.kind] ?? 'info'), span(null, say(one.said?.[0], one.text))),
    odds(one, i),
    p({ class: 'reason__why', dir: 'auto' }, say(one.said?.[1], one.evidence)))

// The likeliest guess, for who has to say what it was about.
export const likeliest = reasons => reasons.reduce((best, one) => (one.weight > (best?.weight ?? 0) ? one : best), null)

export default {
  name: 'ReasonsCard',
  props: { card: { type: Object, required: true } },
  setup(props) {
    const held = steady(() => props.card.reason, () => props.card.customer?.id, one => one.kind)

    return () => {
      const all = held.shown.value
      const guesses = all.filter(one => !one.owed)
      const other = Math.max(0, 1 - guesses.reduce((sum, one) => sum + one.weight, 0))
      const stamp = guesses.length ? t(guesses.length < all.length ? 'why.rest' : 'why.other', { odds: percent(other) }) : null
      return block('why', t('why'), { stamp, steady: held }, ol({ class: 'reasons' }, ...all.map(reason)))
    }
  },
}
