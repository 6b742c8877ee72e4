// Yes or no for one customer, and every condition that led to it.
import { icon, tags } from '../../lib/tags.js'
import { t, tOr } from '../../lib/i18n.js'
import { localised } from '../../lib/localised.js'

const { div, p, h3, ul, li, span, code, b } = tags
const LONGEST = 60

// A value of the customer as an administrator reads it; a long one is cut.
function value(one) {
  if (one.error) return t('tester.failed')
  if (one.value === null || one.value === undefined) return t('tester.nothing')
  if (typeof one.value === 'boolean') return t(one.value ? 'tester.true' : 'tester.false')
  if (Array.isArray(one.value)) return t('tester.items', { n: one.value.length })
  const text = typeof one.value === 'object' ? JSON.stringify(one.value) : String(one.value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

const part = (one, i) =>
  li({ key: i, class: ['tester__item', { 'tester__item--no': !one.met }] },
    icon(one.met ? 'ok' : 'ban'),
    span(null, span({ class: 'visually-hidden' }, t(one.met ? 'tester.yes' : 'tester.no')), code(null, one.text), one.error ? p({ class: 'wrong', lang: 'en' }, one.error) : null),
    span(null, value(one)))

const rule = one => [
  h3({ key: one.rule, class: 'tester__stage' }, t(`action.rule.${one.rule}`)),
  one.parts.length
    ? ul({ key: `${one.rule} parts` }, ...one.parts.map(part))
    : p({ key: `${one.rule} none`, class: 'tester__meta' }, t('tester.no-condition')),
]

const LIMITS = ['cap-reached', 'cooling-off', 'not-started', 'ended', 'other-channel', 'other-queue', 'other-reason', 'profiling-refused', 'held-out', 'not-worthwhile', 'ranked-lower']

const barred = (key, text, detail) =>
  li({ key, class: 'tester__item tester__item--no' }, icon('ban'), span(null, span({ class: 'visually-hidden' }, t('tester.no')), text), span(null, detail))

const limits = result => {
  const all = [
    ...result.vetoes.map(one => barred(one.veto, localised(one.text), '')),
    ...(LIMITS.includes(result.reason) ? [barred(result.reason, t(`excluded.${result.reason}`), result.detail)] : []),
  ]
  return [h3({ class: 'tester__stage' }, t('tester.limits')), all.length ? ul(null, ...all) : p({ class: 'tester__meta' }, t('tester.no-limit'))]
}

const because = result => {
  if (result.outcome === 'shown') return localised(result.texts.because)
  if (result.vetoes.length && (result.outcome === 'vetoed' || result.met)) return localised(result.vetoes[0].text)
  return [tOr(`excluded.${result.reason}`, result.reason ?? ''), result.detail && !LIMITS.includes(result.reason) ? [': ', code(null, result.detail)] : '']
}

export const verdict = result =>
  div({ class: 'tester' },
    div({ class: ['tester__verdict', `tester__verdict--${result.outcome === 'shown' ? 'yes' : 'no'}`], role: 'status' },
      icon(result.outcome === 'shown' ? 'ok' : 'ban'),
      div(null, b(null, t(`tester.outcome.${result.outcome}`)), p(null, because(result)))),
    result.outcome === 'shown' ? p({ class: 'tester__meta' }, t('tester.title', { title: localised(result.texts.title) })) : null,
    ...result.rules.flatMap(rule),
    ...limits(result))
