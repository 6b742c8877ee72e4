// Fourteen days in four lanes: a dot is an event, a ring friction, a square critical.
import { h } from '../vendor/vue.js'
import { t } from '../lib/i18n.js'
import { day } from '../lib/format.js'
import { lately } from '../lib/clock.js'

const DAYS = 14
const LEFT = 70
const WIDTH = 488
const LANES = [
  ['lane.web', one => one.kind === 'touchpoint' || one.kind === 'order'],
  ['lane.contact', one => one.kind === 'contact' || one.kind === 'feedback'],
  ['lane.parcel', one => one.kind === 'shipment'],
  ['lane.ticket', one => one.kind === 'ticket'],
]

const mark = (one, x, y) =>
  one.friction === 'critical'
    ? h('rect', { key: one.id, class: 'lanes__critical', x: x - 4, y: y - 4, width: 8, height: 8, rx: 1.5 })
    : h('circle', { key: one.id, class: one.friction ? 'lanes__friction' : 'lanes__dot', cx: x, cy: y, r: one.friction ? 4 : 3 })

export default {
  name: 'Lanes',
  props: { items: { type: Array, required: true } },
  setup: props => () => {
    const end = lately.value
    const start = end - DAYS * 86_400_000
    const x = at => LEFT + 8 + ((new Date(at) - start) / (end - start)) * (WIDTH - LEFT - 20)
    const recent = props.items.filter(one => new Date(one.at) >= start)
    if (!recent.length) return null
    const lanes = LANES.flatMap(([label, mine], i) => {
      const y = 8 + i * 15
      return [
        h('text', { class: 'lanes__name', x: 0, y: y + 3.5 }, t(label)),
        h('line', { class: 'lanes__line', x1: LEFT, x2: WIDTH, y1: y, y2: y }),
        ...recent.filter(mine).map(one => mark(one, x(one.at), y)),
      ]
    })
    const ticks = [13, 10, 7, 3, 0].map(ago => {
      const at = end - ago * 86_400_000
      return h('text', { class: 'lanes__tick', x: x(at), y: 72, 'text-anchor': ago ? 'middle' : 'end' }, day(at, end).replace(/,? \p{L}+\.?$/u, ago < 2 ? '$&' : ''))
    })
    return h('svg', { class: 'lanes', viewBox: `0 0 ${WIDTH} 74`, role: 'img', 'aria-label': t('lanes', { n: recent.length }) }, [...lanes, h('line', { class: 'lanes__now', x1: x(end), x2: x(end), y1: 1, y2: 59 }), ...ticks])
  },
}
