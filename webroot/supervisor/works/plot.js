// Effects as ranges against zero, on one scale for all rows; drawn at its own size, one unit is one pixel.
import { h } from '../../vendor/vue.js'
import { t } from '../../lib/i18n.js'
import { effectOf, signedNumber } from '../../lib/effect.js'

const WIDTH = 216
const HEIGHT = 24
const EDGE = 14
const STEP = 10
const LEAST = 10

// From the lowest to the highest range, in whole tens, with zero inside.
export function scaleOf(effects) {
  const low = Math.min(-LEAST, ...effects.map(one => Math.floor((one.low * 100) / STEP) * STEP))
  const high = Math.max(LEAST, ...effects.map(one => Math.ceil((one.high * 100) / STEP) * STEP))
  const ticks = Math.ceil((high - low) / STEP / 4) * STEP
  return { at: value => EDGE + ((value - low) / (high - low)) * (WIDTH - 2 * EDGE), low, high, ticks }
}

const svg = (props, ...content) => h('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, ...props }, content)

export function axis(scale) {
  const marks = []
  for (let value = Math.ceil(scale.low / scale.ticks) * scale.ticks; value <= scale.high; value += scale.ticks) marks.push(value)
  return svg({ class: 'effects__axis', 'aria-hidden': 'true' },
    ...marks.map(value => h('text', { key: value, class: 'effects__tick', x: scale.at(value), y: 16, 'text-anchor': 'middle' }, signedNumber(value))))
}

const TONES = { helps: 'good', harms: 'harm' }

export function plot(one, scale) {
  const effect = effectOf(one)
  const [from, to] = [scale.at(one.low * 100), scale.at(one.high * 100)]
  return svg({ class: 'effects__plot', role: 'img', 'aria-label': t('effects.plot', effect) },
    h('line', { class: 'effects__zero', x1: scale.at(0), x2: scale.at(0), y1: -8, y2: HEIGHT + 8 }),
    h('rect', { class: ['effects__range', TONES[one.verdict] ? `effects__range--${TONES[one.verdict]}` : ''], x: from, y: 7, width: Math.max(2, to - from), height: 10, rx: 3 }),
    h('circle', { class: 'effects__dot', cx: scale.at(((one.low + one.high) / 2) * 100), cy: 12, r: 4 }))
}
