// How often our guess is right: on contacts that hid it, with the range that chance leaves.
import { tags } from '../lib/tags.js'
import { t, tOr } from '../lib/i18n.js'
import { percent, day } from '../lib/format.js'
import { block } from '../cards/Block.js'

const { p, table, thead, tbody, tr, th, td } = tags

const share = value => (value === null ? '–' : percent(value))
const range = figure => t('hits.range', { value: percent(figure.value), low: percent(figure.low), high: percent(figure.high) })
const score = value => value.toFixed(2)
const scores = figure => t('hits.range', { value: score(figure.value), low: score(figure.low), high: score(figure.high) })

const figures = (heads, rows) =>
  table({ class: 'figures' },
    thead(null, tr(null, ...heads.map(head => th({ scope: 'col', key: head }, t(`hits.${head}`))))),
    tbody(null, ...rows.map(([name, ...cells]) => tr({ key: name }, th({ scope: 'row' }, name), ...cells.map((cell, i) => td({ key: i, class: 'num' }, cell))))))

const group = (name, one) => [name, one.contacts, range(one.figures.top1), `${scores(one.figures.brier)} / ${score(one.figures.baseBrier)}`]

const GROUP = ['contacts', 'first', 'error']

const measured = ({ measured: report, learned }) =>
  block('hits', t('hits'), { stamp: t('hits.contacts', { n: report.contacts }) },
    p({ class: 'rows__meta' }, t('hits.lead', {
      top1: range(report.figures.top1), top3: range(report.figures.top3), common: report.mostCommon ? share(report.mostCommon.share) : '–',
    })),
    p({ class: 'rows__meta' }, t('hits.sure', { ece: percent(report.figures.ece.value), brier: scores(report.figures.brier), base: score(report.figures.baseBrier) })),
    p({ class: 'rows__meta' }, t(learned.percentages ? 'hits.figures' : 'hits.words')),
    figures(['reason', 'contacts', 'first', 'three'], report.reasons.map(one => [tOr(`topic.${one.reason}`, one.reason), one.contacts, one.top1, one.top3])),
    report.queues.length > 1 ? figures(['queue', ...GROUP], report.queues.map(one => group(one.queue, one))) : null,
    report.weeks.length > 1 ? figures(['week', ...GROUP], report.weeks.map(one => group(day(one.begin), one))) : null)

export const quality = answer =>
  answer.measured.contacts ? measured(answer) : block('hits', t('hits'), {}, p({ class: 'block__empty' }, t('hits.none')))
