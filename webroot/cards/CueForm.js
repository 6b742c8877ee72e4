// One hint for the talk: its kind from a closed list, a short text, an end, and that the customer agrees.
import { nextTick, onMounted, reactive, ref } from '../vendor/vue.js'
import { tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { call, wrong } from '../lib/api.js'
import { dataChanged } from '../state/desk.js'

const { form, input, label, span, button, p, select, option } = tags
const KINDS = ['address', 'sayName', 'language', 'preferredTime', 'preferredChannel', 'speakSlowly', 'anniversary', 'recommended']
const DAY = 86_400_000
const on = days => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)

// The server says in its own words why; the screen has them in the agent's language.
function reason(failure) {
  const topic = /about (health|belief|origin):/.exec(failure.problem?.errors?.[0]?.detail ?? '')
  return topic ? t(`cue.refused.${topic[1]}`) : wrong(failure)
}

export default {
  name: 'CueForm',
  props: { customer: { type: String, required: true } },
  emits: ['close'],
  setup(props, { emit }) {
    const mine = reactive({ kind: KINDS[0], text: '', until: on(365), consent: false, busy: false, wrong: '' })
    const first = ref(null)
    onMounted(() => nextTick(() => first.value?.focus()))

    async function submit(event) {
      event.preventDefault()
      Object.assign(mine, { busy: true, wrong: '' })
      try {
        const text = mine.kind === 'speakSlowly' ? 'yes' : mine.text
        await call('PUT', `/customers/${props.customer}/cues/${mine.kind}`, { text, consent: mine.consent, until: new Date(`${mine.until}T23:59`).toISOString() })
        dataChanged()
        emit('close')
      } catch (failure) {
        mine.wrong = reason(failure)
      } finally {
        mine.busy = false
      }
    }

    const escape = event => { if (event.key === 'Escape') { event.stopPropagation(); emit('close') } }
    const field = (key, content) => label({ class: 'field' }, span({ class: 'field__label' }, t(key)), content)

    return () =>
      form({ class: 'promise-form cue-form', onSubmit: submit, onKeydown: escape },
        field('cue.kind', select({ ref: first, class: 'field__input', name: 'cue-kind', value: mine.kind, onChange: event => { mine.kind = event.target.value } },
          ...KINDS.map(kind => option({ key: kind, value: kind }, t(`cue.${kind}`))))),
        mine.kind === 'speakSlowly' ? null
          : field('cue.text', input({ class: 'field__input', name: 'cue-text', required: true, maxlength: 80, dir: 'auto', value: mine.text, onInput: event => { mine.text = event.target.value } })),
        field('cue.until', input({ class: 'field__input', type: 'date', name: 'cue-until', required: true, min: on(1), max: on(730), value: mine.until, onInput: event => { mine.until = event.target.value } })),
        label({ class: 'cue-form__consent' }, input({ type: 'checkbox', name: 'cue-consent', required: true, checked: mine.consent, onChange: event => { mine.consent = event.target.checked } }), span(null, t('cue.consent'))),
        button({ class: 'button button--primary', type: 'submit', disabled: mine.busy }, t('cue.save')),
        p({ class: 'wrong', role: 'alert' }, mine.wrong))
  },
}
