// Steps of a story as list items, by day.
import { icon, tags } from '../lib/tags.js'
import { t, tOr } from '../lib/i18n.js'
import { day, money, time } from '../lib/format.js'
import { lately } from '../lib/clock.js'

const { li, p, span, b, time: timeTag } = tags

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

export function happenings(items) {
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
