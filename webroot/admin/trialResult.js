// What events would do, in words; their JSON says it exactly.
import { icon, tags } from '../lib/tags.js'
import { t, tOr } from '../lib/i18n.js'
import { money, phone, when } from '../lib/format.js'

const { ol, li, div, p, pre } = tags

const SIGNS = {
  interaction: 'call', customer: 'user', ticket: 'ticket', order: 'cart', shipment: 'parcel', touchpoint: 'web', feedback: 'survey', notice: 'info',
}

const valid = at => (Number.isNaN(Date.parse(at)) ? at : when(at))
const handle = one => (one.kind === 'phone' ? phone(one.value) : one.value)

function amount(total) {
  try {
    return money(Number(total.amount), total.currency)
  } catch {
    return ''
  }
}

const values = ({ data = {}, time }) => ({
  ...Object.fromEntries(Object.entries(data).filter(([, value]) => typeof value !== 'object')),
  who: [data.agents].flat().filter(Boolean).join(', ') || data.agent || t('does.everybody'),
  from: data.from ? phone(String(data.from)) : (data.handles ?? []).filter(one => one?.value).map(handle)[0] ?? t('does.unknown-number'),
  queue: data.queue ?? t('does.queue'),
  id: data.id ?? data.interaction ?? '',
  at: time ? valid(time) : '',
  total: amount(data.total),
})

export function does(event) {
  const type = String(event?.type ?? '').replace(/^shopbell\./, '')
  return tOr(`does.${type}`, null) ? t(`does.${type}`, values(event)) : t('does.unknown', { type: event?.type ?? '–' })
}

// What an order with this status counts as: its own system's meaning, as the server knows it.
function counts(event, orders) {
  if (event?.type !== 'shopbell.order.upserted') return null
  const { system = '', status } = event.data ?? {}
  const meaning = orders.find(one => one.system === system && one.status === (status || 'placed'))
  return meaning ? p({ class: 'rows__meta' }, t(meaning.counts ? 'counts.yes' : 'counts.no', { state: t(`order.${meaning.state}`) })) : null
}

const one = orders => (event, i) =>
  li({ key: i, class: 'outcome' },
    icon(SIGNS[String(event?.type).split('.')[1]] ?? 'unproven'),
    div(null, p({ class: 'outcome__does' }, does(event)), counts(event, orders), pre({ class: 'json' }, JSON.stringify(event, null, 2))))

export const trialResult = (events, orders = []) => ol({ class: 'outcomes' }, ...events.map(one(orders)))
