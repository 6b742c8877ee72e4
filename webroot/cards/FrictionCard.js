// What was hard for them lately, beside what the reasons say already, and what it has cost them.
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { say } from '../lib/sentence.js'
import { block } from './Block.js'

const { ul, li, b, span } = tags
const MOST = 2

export const hard = card => card.friction.filter(one => !card.reason.some(reason => reason.kind === one.kind)).slice(0, MOST)

const row = one => li({ key: one.kind, class: ['hard__row', `hard__row--${one.severity}`] }, icon('alert', true), span(null, b(null, say(one.said?.[0], one.text)), ` ${say(one.said?.[1], one.evidence)}`))

function spent({ last7Days: { minutes, attempts } }) {
  return [minutes ? t('effort.minutes', { n: minutes }) : null, attempts > 1 ? t('effort.attempts', { n: attempts }) : null].filter(Boolean).join(', ') || null
}

export default {
  name: 'FrictionCard',
  props: { card: { type: Object, required: true } },
  setup: props => () =>
    block('hard', t('hard'), { stamp: spent(props.card.effort) }, ul({ class: 'hard' }, ...hard(props.card).map(row))),
}
