// Steps of a story as list items, by day; the steps of one visit as one item that opens.
import { icon, tags } from '../lib/tags.js'
import { t, tOr } from '../lib/i18n.js'
import { day, money, time } from '../lib/format.js'
import { named } from '../lib/sentence.js'
import { lately } from '../lib/clock.js'

const { li, ol, p, span, b, details, summary, time: timeTag } = tags

const SIGNS = { touchpoint: 'web', order: 'cart', shipment: 'parcel', ticket: 'ticket', feedback: 'survey', contact: 'call' }
const CHANNEL_SIGNS = { email: 'mail', chat: 'chat', store: 'store', message: 'chat' }
const HARD = ['critical']
const MOST_STEPS = 4

const sign = item => CHANNEL_SIGNS[item.channel] ?? SIGNS[item.kind] ?? 'info'

// A talk is named by its channel; how it ended is said when it ended badly.
// A touchpoint is called as the catalogue has it, which the operator may have changed.
const name = one => {
  if (one.name === 'contact.completed') return t(`channel.${one.channel}`)
  const called = named(one.names) ?? one.label ?? one.name
  return one.kind === 'touchpoint' && one.names ? called : tOr(`name.${one.name}`, called)
}

const PRICED = /^(.*) · (-?\d+(?:\.\d+)?) ([A-Z]{3})$/

function text(one) {
  const priced = one.kind === 'order' ? one.text.match(PRICED) : null
  return priced ? `${priced[1]} · ${money(Number(priced[2]), priced[3])}` : tOr(`disposition.${one.text}`, one.text)
}

const chip = friction =>
  friction ? span({ class: ['friction', { 'friction--critical': HARD.includes(friction) }] }, icon('alert', true), tOr(`friction.${friction}`, friction)) : null

const looks = friction => ['happening', { 'happening--friction': friction, 'happening--critical': HARD.includes(friction) }]

const row = (one, what) => [
  timeTag({ class: 'happening__time num', datetime: one.at }, time(one.at)),
  span({ class: 'happening__node' }, icon(sign(one))),
  what,
  chip(one.friction),
]

const item = one =>
  li({ key: one.id, class: looks(one.friction) }, ...row(one, p({ class: 'happening__what' }, b(null, name(one)), ' ', span({ dir: 'auto' }, text(one)))))

// In the order in which they were taken; of a long visit its beginning and its end.
function path(steps) {
  const names = [...steps].reverse().map(name)
  const all = names.filter((one, i) => one !== names[i - 1])
  return (all.length > MOST_STEPS ? [...all.slice(0, 2), '…', ...all.slice(-2)] : all).join(' → ')
}

function visit(steps) {
  const friction = steps.find(one => one.friction)?.friction
  const about = steps.find(one => one.text)?.text
  const said = span({ class: 'happening__what' }, b(null, path(steps)), ' ',
    span({ dir: 'auto' }, about ?? ''), ' ', span({ class: 'visit__count num' }, t('visit', { n: steps.length })))
  return li({ key: `visit-${steps[0].session}`, class: 'visit' },
    details(null, summary({ class: looks(friction) }, ...row({ ...steps[0], friction }, said)), ol({ class: 'visit__steps' }, ...steps.map(item))))
}

const capital = text => text.charAt(0).toLocaleUpperCase() + text.slice(1)

export function journeyItems(items) {
  const visits = new Map()
  for (const one of items) if (one.session) visits.set(one.session, [...visits.get(one.session) ?? [], one])
  const rows = []
  let last = null
  for (const one of items) {
    const steps = visits.get(one.session) ?? [one]
    if (steps[0] !== one) continue
    const label = capital(day(one.at, lately.value))
    if (label !== last) rows.push(li({ key: `day-${label}`, class: 'happening__day' }, label))
    last = label
    rows.push(steps.length > 1 ? visit(steps) : item(one))
  }
  return rows
}
