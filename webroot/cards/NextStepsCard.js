import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { say } from '../lib/sentence.js'
import { block } from './Block.js'

const { ol, li, h3, p, span, div } = tags

// What must not be done now is struck through, and takes no number.
const step = (action, n) =>
  li({ key: action.kind, class: ['step', { 'step--veto': action.veto }] },
    span({ class: 'step__n num' }, action.veto ? icon('ban') : n),
    div(null, h3({ class: 'step__do' }, say(action.said?.[0], action.text), action.veto ? span({ class: 'visually-hidden' }, ` ${t('step.veto')}`) : null),
      p({ class: 'step__why' }, say(action.said?.[1], action.veto ?? action.because))))

function steps(actions) {
  let n = 0
  return actions.map(action => step(action, action.veto ? null : ++n))
}

export default {
  name: 'NextStepsCard',
  props: { card: { type: Object, required: true } },
  setup: props => () => block('next', t('next'), {}, ol({ class: 'steps' }, ...steps(props.card.actions))),
}
