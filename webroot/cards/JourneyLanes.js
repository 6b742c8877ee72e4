// Fourteen days in four lanes: a dot is an event or six hours with some, a ring friction, a square critical.
import { h } from '../vendor/vue.js'
import { t } from '../lib/i18n.js'
import { day } from '../lib/format.js'
import { lately } from '../lib/clock.js'
import { tags } from '../lib/tags.js'

const { div, ul, li } = tags

export const DAYS = 14
const DAY = 86_400_000
const LANES = ['web', 'contact', 'parcel', 'ticket']
const LANE = { touchpoint: 'web', order: 'web', contact: 'contact', feedback: 'contact', shipment: 'parcel', ticket: 'ticket' }
const SPACE = 16

const hurt = ({ friction }) => (friction === 'critical' ? 'critical' : friction ? 'friction' : 'none')

const counted = cell => ({ id: `${cell.lane} ${cell.at}`, lane: cell.lane, at: Date.parse(cell.at) + 3 * 3_600_000, events: cell.events, hurt: cell.hurt })

const single = item => ({ id: item.id, lane: LANE[item.kind], at: Date.parse(item.at), events: 1, hurt: hurt(item) })

// What was counted, and every item that is newer than the counting.
const marks = (items, activity) =>
  activity
    ? [...activity.cells.map(counted), ...items.filter(item => Date.parse(item.at) > Date.parse(activity.until)).map(single)]
    : items.map(single)

const drawn = ({ id, hurt: kind }, x, y) =>
  kind === 'critical'
    ? h('rect', { key: id, class: 'lanes__critical', x, y: y - 4, width: 8, height: 8, rx: 1.5, transform: 'translate(-4 0)' })
    : h('circle', { key: id, class: kind === 'friction' ? 'lanes__friction' : 'lanes__dot', cx: x, cy: y, r: kind === 'friction' ? 4 : 3 })

export default {
  name: 'JourneyLanes',
  props: { items: { type: Array, required: true }, activity: { type: Object, default: null } },
  setup: props => () => {
    const end = lately.value
    const start = end - DAYS * DAY
    const x = at => `${(Math.min(1, (at - start) / (end - start)) * 100).toFixed(2)}%`
    const recent = marks(props.items, props.activity).filter(one => one.at >= start)
    if (!recent.length) return null
    const lanes = LANES.flatMap((lane, i) => {
      const y = SPACE / 2 + i * SPACE
      return [
        h('line', { class: 'lanes__line', x1: 0, x2: '100%', y1: y, y2: y }),
        ...recent.filter(one => one.lane === lane).map(one => drawn(one, x(one.at), y)),
      ]
    })
    const ticks = [13, 10, 7, 3, 0].map(ago => {
      const at = end - ago * DAY
      return h('text', { class: 'lanes__tick', x: x(at), y: 77, 'text-anchor': ago ? 'middle' : 'end' }, day(at, end).replace(/,? \p{L}+\.?$/u, ago < 2 ? '$&' : ''))
    })
    const n = recent.reduce((sum, one) => sum + one.events, 0)
    return div({ class: 'lanes', role: 'img', 'aria-label': t('lanes', { n }) },
      ul({ class: 'lanes__names', 'aria-hidden': 'true' }, ...LANES.map(lane => li(null, t(`lane.${lane}`)))),
      h('svg', { class: 'lanes__plot' }, [...lanes, h('line', { class: 'lanes__now', x1: '100%', x2: '100%', y1: 1, y2: 63 }), ...ticks]))
  },
}
