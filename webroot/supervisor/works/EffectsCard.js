// What each action changes, against persons who never see it: with its range, its verdict in words, and what is proposed for retirement.
import { icon, tags } from '../../lib/tags.js'
import { t } from '../../lib/i18n.js'
import { effectOf, gain, points, signedNumber, whole } from '../../lib/effect.js'
import { percent } from '../../lib/format.js'
import { localised } from '../../lib/localised.js'
import { mayAs } from '../../lib/roles.js'
import { block } from '../../cards/Block.js'
import { openAction } from '../../state/actionLibrary.js'
import { openPage } from '../../state/page.js'
import { session } from '../../state/session.js'
import { judged, mismatched, tooNew } from './judged.js'
import { axis, plot, scaleOf } from './plot.js'

const { div, p, table, thead, tbody, tr, th, td, small, b, span, button, h3, ul, li } = tags

const TONES = { helps: 'is-ok', harms: 'is-bad', open: 'is-quiet' }

function toAction(id) {
  openAction(id)
  openPage('admin/actions')
}

const retirement = one =>
  one.retirement ? p({ class: 'effects__why is-bad' }, icon('alert', true), t(`effect.retire.${one.retirement.reason}`, one.retirement)) : null

const named = one =>
  th({ scope: 'row' }, localised(one.title), one.state === 'retired' ? small(null, ` ${t('effects.retired')}`) : null, retirement(one))

const answers = one => one.accepted + one.declined + one.done + one.wrong

const end = one =>
  one.retirement && mayAs(session.agent.role, 'admin') && one.state === 'live'
    ? button({ class: 'button button--s', type: 'button', onClick: () => toAction(one.action) }, t('effect.to-action'), span({ class: 'visually-hidden' }, ` ${localised(one.title)}`))
    : null

// Both ways of showing have the same rows and the same figures.
const range = (one, asTable, scale) =>
  asTable ? [td({ class: 'num r' }, signedNumber(points(one.low))), td({ class: 'num r' }, signedNumber(points(one.high)))] : [td({ class: 'effects__picture' }, plot(one, scale))]

const row = (asTable, scale) => one => {
  const effect = effectOf(one)
  return tr({ key: one.action, class: { effects__retire: one.retirement } },
    named(one),
    td({ class: 'num r effects__more' }, whole(one.shown)),
    td({ class: 'num r effects__more' }, answers(one) ? percent(one.accepted / answers(one)) : '–'),
    td({ class: 'num r effects__more' }, `${effect.with} / ${effect.without}`),
    ...range(one, asTable, scale),
    td({ class: ['num r', TONES[one.verdict]] }, b(null, effect.signed)),
    td({ class: ['num r effects__more', { 'is-quiet': one.verdict === 'open' }] }, one.money ? gain(one.money) : '–'),
    td({ class: ['r', TONES[one.verdict]] }, div({ class: 'effects__end' }, t(`effect.${one.verdict}`), end(one))))
}

const head = (asTable, scale) =>
  thead(null, tr(null,
    th({ scope: 'col' }, t('effects.action')), th({ scope: 'col', class: 'r effects__more' }, t('effects.shown')),
    th({ scope: 'col', class: 'r effects__more' }, t('effects.accepted')), th({ scope: 'col', class: 'r effects__more' }, t('effects.with-without')),
    ...(asTable
      ? [th({ scope: 'col', class: 'r' }, t('effects.low')), th({ scope: 'col', class: 'r' }, t('effects.high'))]
      : [th({ scope: 'col' }, span({ class: 'visually-hidden' }, t('effects.range')), axis(scale))]),
    th({ scope: 'col', class: 'r' }, t('effects.of-100')), th({ scope: 'col', class: 'r effects__more' }, t('effects.money')), th({ scope: 'col', class: 'r' }, t('effects.verdict'))))

const young = items =>
  items.length
    ? div({ class: 'effects__new' },
        h3({ class: 'tester__stage' }, t('effects.new')),
        ul(null, ...items.map(one => li({ key: one.action }, t('effects.new.text', { title: localised(one.title), n: one.persons, heldOut: one.heldOut }), retirement(one)))),
        p({ class: 'rows__meta' }, t('effects.new.why')))
    : null

const disturbed = all =>
  p({ class: 'notice notice--critical', role: 'alert' }, icon('critical'), t('effects.mismatch', { actions: all.map(one => localised(one.title)).join(', ') }))

const effects = (items, asTable) => {
  const all = judged(items)
  if (!all.length) return p({ class: 'block__empty' }, t('effects.not-yet'))
  const scale = scaleOf(all)
  return div({ class: 'wide', tabindex: 0, role: 'group', 'aria-labelledby': 'title-effects' },
    table({ class: 'effects' }, head(asTable, scale), tbody(null, ...all.map(row(asTable, scale)))))
}

export default {
  name: 'EffectsCard',
  props: { answer: { type: Object, required: true }, table: Boolean },
  setup: props => () => {
    const { items, holdOut } = props.answer
    const wrongly = mismatched(items)
    if (!items.length) return block('effects', t('effects'), {}, p({ class: 'block__empty' }, t(holdOut ? 'effects.none' : 'effects.no-hold-out')))
    return block('effects', t('effects'), { count: judged(items).length, stamp: t('effects.stamp', { share: percent(holdOut) }) },
      holdOut ? null : p({ class: 'notice notice--warning' }, icon('alert'), t('effects.no-hold-out')),
      wrongly.length ? disturbed(wrongly) : effects(items, props.table),
      young(tooNew(items)))
  },
}
