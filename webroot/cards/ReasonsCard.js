// Why they probably call: the first is loud, each says what it rests on and how far it can be trusted.
import { tags, icon } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { percent } from '../lib/format.js'
import { say } from '../lib/sentence.js'
import { holdUpdates } from '../lib/holdUpdates.js'
import { block } from './Block.js'

const { ol, li, h3, p, span } = tags

const SIGNS = {
  'promise-broken': 'broken', 'promise-due': 'promise', 'ticket-critical': 'critical', 'ticket-open': 'ticket', 'parcel-failed': 'parcel',
  'parcel-late': 'parcel', 'parcel-moving': 'parcel', 'parcel-there': 'parcel', 'order-fresh': 'cart', 'refund-expected': 'undo', 'checkout-abandoned': 'cart',
  'page-error': 'alert', 'payment-failed': 'alert', 'looked-up': 'search', 'contact-unresolved': 'call', 'contact-repeated': 'retry', 'contact-recent': 'clock', 'call-abandoned': 'hang',
  'menu-chosen': 'keys', 'queue-usual': 'users', 'own-usual': 'retry', learned: 'info',
}

// A probability is a figure only once it has been proven right: until then a word.
const odds = one =>
  span({ class: 'reason__owed' }, one.percent == null ? t(one.owed ? 'why.owed' : `why.${one.certainty}`) : percent(one.percent / 100))

const reason = (one, i) =>
  li({ key: one.kind, class: ['reason', { 'reason--top': i === 0 && one.certainty !== 'perhaps' }, `reason--${one.severity}`] },
    h3({ class: 'reason__title' }, icon(SIGNS[one.kind] ?? 'info'), span(null, say(one.said?.[0], one.text))),
    odds(one),
    p({ class: 'reason__why', dir: 'auto' }, say(one.said?.[1], one.evidence)))

// A contact that was drawn to measure our guesses says so; agents must not be led by what they do not see.
const aside = (card, all) => {
  if (card.reasonsHidden) return p({ class: 'reason__none' }, t('why.hidden'))
  return all[0]?.certainty === 'perhaps' ? p({ class: 'reason__none' }, t('why.unclear')) : null
}

// The likeliest guess, for who has to say what it was about.
export const likeliest = reasons => reasons.reduce((best, one) => (one.weight > (best?.weight ?? 0) ? one : best), null)

export default {
  name: 'ReasonsCard',
  props: { card: { type: Object, required: true } },
  setup(props) {
    const held = holdUpdates(() => props.card.reason, () => props.card.customer?.id, one => one.kind)

    return () => {
      const all = held.shown.value
      return block('why', t('why'), { steady: held }, aside(props.card, all), ol({ class: 'reasons' }, ...all.map(reason)))
    }
  },
}
