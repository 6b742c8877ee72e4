// How long a source took for its last answers: few bars, and two numbers that say the same.
import { h } from '../vendor/vue.js'
import { tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'

const { figure, figcaption } = tags
const NBSP = '\u00a0'
const HIGH = 28
const WIDE = 26

export const ms = millis => (millis < 1000 ? `${millis}${NBSP}ms` : `${(millis / 1000).toFixed(millis < 10_000 ? 1 : 0)}${NBSP}s`)

const short = bound => (bound < 1000 ? `${bound}` : `${bound / 1000}s`)

export function histogram({ answers, p50Ms, p95Ms, buckets }) {
  if (!answers) return null
  const most = Math.max(...buckets.map(one => one.answers))
  const tall = one => (one.answers ? Math.max(2, Math.round(HIGH * one.answers / most)) : 1)
  return figure({ class: 'histogram' },
    h('svg', { class: 'histogram__bars', viewBox: `0 0 ${buckets.length * WIDE} ${HIGH + 14}`, 'aria-hidden': 'true', focusable: 'false' }, buckets.flatMap((one, i) => [
      h('rect', { key: `bar${i}`, class: one.answers ? 'histogram__bar' : 'histogram__none', x: i * WIDE + 2, y: HIGH - tall(one), width: WIDE - 4, height: tall(one), rx: 1.5 }),
      h('text', { key: `bound${i}`, class: 'histogram__bound', x: i * WIDE + WIDE / 2, y: HIGH + 12, 'text-anchor': 'middle' }, one.upToMs === null ? '>' : short(one.upToMs)),
    ])),
    figcaption({ class: 'rows__meta' }, t('source.latency', { n: answers, half: ms(p50Ms), most: ms(p95Ms) })))
}
