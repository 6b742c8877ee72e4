// What to do next, at most three, each with why; and what must not be done now. Each can be answered with one key.
import { h, onMounted, onUnmounted } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { effectOf } from '../lib/effect.js'
import { localised } from '../lib/localised.js'
import { say } from '../lib/sentence.js'
import { listen } from '../lib/keys.js'
import { mayAs } from '../lib/roles.js'
import { session } from '../state/session.js'
import { block } from './Block.js'
import StepAnswer from './StepAnswer.js'
import WhyNot from './WhyNot.js'

const { ol, li, h3, p, span, div, details, summary, ul } = tags

// Times of a sentence of ours run on; an author's words are as they were.
const what = action => (action.said?.[0] ? say(action.said[0], action.text) : localised(action.words?.text) || action.text)
const why = action => (action.said?.[1] ? say(action.said[1], action.veto ?? action.because) : localised(action.words?.because) || action.veto || action.because)

// A figure only once it is earned: its whole range is above zero.
const measured = ({ effect }) => (effect && effect.low > 0 ? p({ class: 'measured' }, icon('up', true), t('measured', effectOf(effect))) : null)

const certainty = ({ certainty: how }) => (how ? span({ class: 'step__sure' }, t(`why.${how}`)) : null)

function how(action) {
  const lines = localised(action.steps).split('\n').map(line => line.trim()).filter(Boolean)
  return lines.length ? details({ class: 'step__how' }, summary(null, t('step.how')), ul(null, ...lines.map(line => li({ key: line }, line)))) : null
}

const answerable = action => action.decision && !action.veto

// What must not be done now is struck through, and takes no number.
const step = (card, action, n) =>
  li({ key: action.kind, class: ['step', { 'step--veto': action.veto }] },
    span({ class: 'step__n num' }, action.veto ? icon('ban') : n),
    div({ class: 'step__body' },
      div({ class: 'step__head' }, h3({ class: 'step__do' }, what(action), action.veto ? span({ class: 'visually-hidden' }, ` ${t('step.veto')}`) : null), certainty(action)),
      p({ class: 'step__why' }, why(action)),
      action.veto ? null : [measured(action), how(action)],
      answerable(action) ? h(StepAnswer, { interaction: card.interaction.id, action, n, name: what(action) }) : null))

function steps(card) {
  let n = 0
  return card.actions.map(action => step(card, action, action.veto ? null : ++n))
}

const first = () => document.querySelector('.answers__one')?.focus()
const press = n => document.getElementById(`answer-${n}`)?.click()

export default {
  name: 'NextStepsCard',
  props: { card: { type: Object, required: true } },
  setup(props) {
    let stop
    onMounted(() => { stop = listen(() => (props.card.actions.some(answerable) ? { a: first, 1: () => press(1), 2: () => press(2), 3: () => press(3) } : {})) })
    onUnmounted(() => stop())

    const decision = () => props.card.actions.find(action => action.decision)?.decision

    return () =>
      block('next', t('next'), {},
        ol({ class: 'steps' }, ...steps(props.card)),
        decision() && mayAs(session.agent.role, 'supervisor') ? h(WhyNot, { decision: decision() }) : null)
  },
}
