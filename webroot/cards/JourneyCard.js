// The story across all channels: two weeks at a glance, then the list by day; older comes when asked for.
// It is most of a card's drawing: the first frame is left to who it is, why, and what to do.
import { h, reactive, watch } from '../vendor/vue.js'
import { tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { get } from '../lib/api.js'
import { secondFrame } from '../lib/animationFrames.js'
import { holdUpdates } from '../lib/holdUpdates.js'
import { block } from './Block.js'
import { journeyItems } from './journeyItems.js'
import JourneyLanes, { DAYS } from './JourneyLanes.js'

const { ol, p, button } = tags
const MOST = 30

// The card has the newest steps; where they do not reach back two weeks, the server counts all of them.
const cut = items => items.length >= MOST && Date.parse(items[items.length - 1].at) > Date.now() - DAYS * 86_400_000

export default {
  name: 'JourneyCard',
  props: { card: { type: Object, required: true } },
  setup(props) {
    const held = holdUpdates(() => props.card.journey.items, () => props.card.customer?.id, one => one.id)
    const turn = secondFrame()
    const older = reactive({ items: [], next: undefined, busy: false, failed: false })
    const counted = reactive({ of: null, activity: null })

    // Once for each customer: newer steps come with the card. Without an answer the lanes show what the card has.
    async function count() {
      const customer = props.card.customer?.id
      if (!turn.value || counted.of === customer || !cut(props.card.journey.items)) return
      Object.assign(counted, { of: customer, activity: null })
      try {
        const activity = await get(`/customers/${customer}/activity`)
        if (counted.of === customer) counted.activity = activity
      } catch {
        counted.of = null
      }
    }
    watch([turn, () => props.card.journey.items], count)

    async function more() {
      const all = [...held.shown.value, ...older.items]
      const before = older.next ?? all[all.length - 1]?.at
      older.busy = true
      try {
        const page = await get(`/customers/${props.card.customer.id}/timeline?before=${encodeURIComponent(before)}`)
        const known = new Set(all.map(one => one.id))
        older.items.push(...page.items.filter(one => !known.has(one.id)))
        Object.assign(older, { next: page.next, failed: false })
      } catch {
        older.failed = true
      } finally {
        older.busy = false
      }
    }

    return () => {
      const { journey } = props.card
      const items = held.shown.value
      const stamp = journey.stage ? t('journey.stage', { stage: t(`stage.${journey.stage}`) }) : null
      const full = items.length >= MOST
      const story = () => [
        items.length ? h(JourneyLanes, { items, activity: counted.of === props.card.customer?.id ? counted.activity : null }) : p({ class: 'block__empty' }, t('journey.none')),
        ol({ class: 'happenings' }, ...journeyItems([...items, ...older.items])),
        full && older.next !== null
          ? button({ class: 'button button--s journey__more', type: 'button', disabled: older.busy, onClick: more }, t(older.failed ? 'again' : 'journey.more'))
          : null,
      ]
      return block('journey', t('journey'), { stamp, steady: held }, ...(turn.value ? story() : []))
    }
  },
}
