// Revenue by month as one calm line: 24 months of the past, and the 12 expected ones with the range of 8 in 10 cases.
import { h } from '../vendor/vue.js'
import { t } from '../lib/i18n.js'
import { about, year } from '../lib/format.js'
import { tags } from '../lib/tags.js'

const { div, span } = tags
const WIDTH = 360
const HEIGHT = 40
const PAST = 24
const AHEAD = 12
const STEP = WIDTH / (PAST + AHEAD)
const NOW = PAST * STEP

const monthsFrom = (at, n) => {
  const then = new Date(at)
  then.setMonth(then.getMonth() + n, 1)
  return then
}

const rectangle = (top, bottom) => `M${NOW},${bottom} L${NOW + STEP},${top} L${WIDTH},${top} L${WIDTH},${bottom} Z`

// expected has a revenue; now is a time in milliseconds.
export function worthLine({ pattern, expected, currency }, now) {
  const [mean, low, high] = [expected.revenue, expected.low, expected.high].map(sum => sum / AHEAD)
  const most = Math.max(...pattern.months, high, mean, 1)
  const y = amount => (HEIGHT - 2 - (amount / most) * (HEIGHT - 6)).toFixed(1)
  const past = pattern.months.map((amount, i) => `${i ? 'L' : 'M'}${((i + 1) * STEP).toFixed(1)},${y(amount)}`).join('')
  const label = t('worth.line', { mean: about(mean, currency), low: about(low, currency), high: about(high, currency) })
  return div({ class: 'worth-line' },
    h('svg', { class: 'worth-line__plot', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': label }, [
      h('line', { class: 'worth-line__rule', x1: 0, x2: WIDTH, y1: HEIGHT - 2, y2: HEIGHT - 2 }),
      h('path', { class: 'worth-line__ahead', d: rectangle(y(high), y(low)) }),
      h('path', { class: 'worth-line__past', d: past }),
      h('path', { class: 'worth-line__mean', d: `M${NOW},${y(mean)} L${WIDTH},${y(mean)}` }),
      h('line', { class: 'worth-line__now', x1: NOW, x2: NOW, y1: 0, y2: HEIGHT }),
    ]),
    span({ class: 'worth-line__mean-label num', 'aria-hidden': 'true' }, t('worth.month', { amount: about(mean, currency) })),
    div({ class: 'worth-line__axis', 'aria-hidden': 'true' },
      span(null, year(monthsFrom(now, 1 - PAST))), span(null, t('worth.today')), span(null, year(monthsFrom(now, AHEAD)))))
}
