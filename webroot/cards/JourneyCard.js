// The story across all channels: two weeks at a glance, then the list by day; older comes when asked for.
import { h, reactive } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t, tOr } from '../lib/i18n.js'
import { day, money, time } from '../lib/format.js'
import { get } from '../lib/api.js'
import { lately } from '../lib/clock.js'
import { block } from './Block.js'
import Lanes from './Lanes.js'

const { ol, li, p, span, b, time: timeTag, button } = tags

const SIGNS = { touchpoint: 'web', order: 'cart', shipment: 'parcel', ticket: 'ticket', feedback: 'survey', contact: 'call' }
const CHANNEL_SIGNS = { email: 'mail', chat: 'chat', store: 'store', message: 'chat' }
const HARD = ['critical']

const sign = item => CHANNEL_SIGNS[item.channel] ?? SIGNS[item.kind] ?? 'info'

// A talk is named by its channel; how it ended is said when it ended badly.
const name = one => (one.name === 'contact.completed' ? t(`channel.${one.channel}`) : tOr(`name.${one.name}`, one.label ?? one.name))

const PRICED = /^(.*) · (-?\d+(?:\.\d+)?) ([A-Z]{3})$/

function text(one) {
  const priced = one.kind === 'order' ? one.text.match(PRICED) : null
  return priced ? `${priced[1]} · ${money(Number(priced[2]), priced[3])}` : tOr(`disposition.${one.text}`, one.text)
}

const item = one =>
  li({ key: one.id, class: ['happening', { 'happening--friction': one.friction, 'happening--critical': HARD.includes(one.friction) }] },
    timeTag({ class: 'happening__time num', datetime: one.at }, time(one.at)),
    span({ class: 'happening__node' }, icon(sign(one))),
    p({ class: 'happening__what' }, b(null, name(one)), ' ', span({ dir: 'auto' }, text(one))),
    one.friction ? span({ class: ['friction', { 'friction--critical': HARD.includes(one.friction) }] }, icon('alert', true), tOr(`friction.${one.friction}`, one.friction)) : null)

const capital = text => text.charAt(0).toLocaleUpperCase() + text.slice(1)

function byDay(items) {
  const rows = []
  let last = null
  for (const one of items) {
    const label = capital(day(one.at, lately.value))
    if (label !== last) rows.push(li({ key: `day-${label}`, class: 'happening__day' }, label))
    last = label
    rows.push(item(one))
  }
  return rows
}

export default {
  name: 'JourneyCard',
  props: { card: { type: Object, required: true } },
  setup(props) {
    const older = reactive({ items: [], next: undefined, busy: false, failed: false })

    async function more() {
      const all = [...props.card.journey.items, ...older.items]
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
      const stamp = journey.stage ? t(`stage.${journey.stage}`) : null
      const full = journey.items.length >= 30
      return block('journey', t('journey'), { stamp },
        journey.items.length ? h(Lanes, { items: journey.items }) : p({ class: 'block__empty' }, t('journey.none')),
        ol({ class: 'happenings' }, ...byDay([...journey.items, ...older.items])),
        full && older.next !== null
          ? button({ class: 'button button--s journey__more', type: 'button', disabled: older.busy, onClick: more }, t(older.failed ? 'again' : 'journey.more'))
          : null)
    }
  },
}
