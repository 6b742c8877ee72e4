import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { block } from './Block.js'

const { ol, li, h3, p, span, div } = tags

const step = (action, i) =>
  li({ key: action.kind, class: ['step', { 'step--veto': action.veto }] },
    span({ class: 'step__n' }, action.veto ? icon('close', true) : i + 1),
    div(null, h3({ class: 'step__do' }, action.text), p({ class: 'step__why' }, action.veto ?? action.because)))

export default {
  name: 'NextStepsCard',
  props: { card: { type: Object, required: true } },
  setup: props => () => block('next', t('next'), {}, ol({ class: 'steps' }, ...props.card.actions.map(step))),
}
