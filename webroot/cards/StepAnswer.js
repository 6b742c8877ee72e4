// What became of a suggested action: one click or key. The answer can be changed while the contact is on the desk.
import { nextTick, reactive, ref } from '../vendor/vue.js'
import { icon, kbd, tags } from '../lib/tags.js'
import { t, tOr } from '../lib/i18n.js'
import { post, wrong } from '../lib/api.js'
import { draft, keep } from '../state/drafts.js'

const { div, p, button, form, label, input, span, a } = tags
const OTHERS = ['declined', 'later', 'done', 'wrong']
const SIGNS = { accepted: 'check', declined: 'close', later: 'clock', done: 'ok', wrong: 'alert' }

export default {
  name: 'StepAnswer',
  props: { interaction: { type: String, required: true }, action: { type: Object, required: true }, n: { type: Number, required: true }, name: { type: String, required: true } },
  setup(props) {
    const mine = reactive({ busy: false, failed: '', saying: false, word: '' })
    const box = ref(null)
    const given = () => draft(props.interaction).answers[props.action.kind]
    const remember = kind => keep(props.interaction, { answers: { ...draft(props.interaction).answers, [props.action.kind]: kind } })

    async function answer(response, comment = '') {
      Object.assign(mine, { busy: true, failed: '' })
      try {
        await post(`/decisions/${props.action.decision}/responses`, { action: props.action.kind, response, comment })
        Object.assign(mine, { saying: false, word: '' })
        remember(response)
      } catch (failure) {
        mine.failed = `${t('answer.kept')} ${wrong(failure)}`
      } finally {
        mine.busy = false
      }
    }

    // An accepted promise is written beside the note, to be given its day.
    function accept() {
      const { start } = props.action
      if (start?.kind === 'promise') keep(props.interaction, { promising: true, promise: start.target })
      answer('accepted')
    }

    function other(kind) {
      if (kind !== 'wrong') return answer(kind)
      mine.saying = true
      nextTick(() => box.value?.querySelector('input')?.focus())
    }

    const escape = event => { if (event.key === 'Escape') { event.stopPropagation(); mine.saying = false } }

    function walk(event) {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
      if (!step) return
      const all = [...box.value.querySelectorAll('.answers__one')]
      all[(all.indexOf(document.activeElement) + step + all.length) % all.length]?.focus()
      event.preventDefault()
    }

    const named = text => [text, span({ class: 'visually-hidden' }, `: ${props.name}`)]
    const kind = () => props.action.start?.kind
    const doIt = () => {
      const shared = { id: `answer-${props.n}`, class: 'button button--s answers__one', onClick: accept }
      const text = named(tOr(`answer.accepted.${kind()}`, t('answer.accepted')))
      return kind() === 'link'
        ? a({ ...shared, href: props.action.start.target, target: '_blank', rel: 'noopener noreferrer' }, ...text, kbd(props.n))
        : button({ ...shared, type: 'button', disabled: mine.busy }, ...text, kbd(props.n))
    }

    const choice = () =>
      div({ class: 'answers', role: 'group', 'aria-label': `${t('answer')}: ${props.name}`, onKeydown: walk },
        doIt(),
        ...OTHERS.map(one => button({ key: one, class: 'answers__one answers__quiet', type: 'button', disabled: mine.busy, onClick: () => other(one) }, ...named(t(`answer.${one}`)))))

    const word = () =>
      form({ class: 'answers__word', onSubmit: event => { event.preventDefault(); answer('wrong', mine.word.trim()) }, onKeydown: escape },
        label({ class: 'field' }, span({ class: 'field__label' }, t('answer.word')),
          input({ class: 'field__input', maxlength: 500, dir: 'auto', value: mine.word, onInput: event => { mine.word = event.target.value } })),
        button({ class: 'button button--s', type: 'submit', disabled: mine.busy }, t('answer.send')))

    const told = () =>
      p({ class: ['answers__told', `answers__told--${given()}`] }, icon(SIGNS[given()], true), t(`answered.${given()}`),
        button({ class: 'link-button answers__one', type: 'button', onClick: () => remember(undefined) }, ...named(t('answer.change'))))

    return () =>
      div({ ref: box, role: 'presentation' },
        mine.saying ? word() : given() ? told() : choice(),
        mine.failed ? p({ class: 'wrong', role: 'alert' }, mine.failed) : null)
  },
}
