import { nextTick, onMounted, reactive, ref } from '../vendor/vue.js'
import { tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { post } from '../lib/api.js'

const { form, input, label, span, button, p, div } = tags

const local = date => new Date(date - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)

// Tomorrow at noon: far enough to keep, near enough to matter.
function tomorrow() {
  const date = new Date()
  date.setDate(date.getDate() + 1)
  date.setHours(12, 0, 0, 0)
  return local(date)
}

export default {
  name: 'PromiseForm',
  props: { interaction: { type: String, required: true } },
  emits: ['done'],
  setup(props, { emit }) {
    const mine = reactive({ text: '', due: tomorrow(), wrong: '', busy: false })
    const first = ref(null)
    onMounted(() => nextTick(() => first.value.focus()))

    async function submit(event) {
      event.preventDefault()
      Object.assign(mine, { busy: true, wrong: '' })
      try {
        await post(`/interactions/${props.interaction}/promise`, { text: mine.text, due: new Date(mine.due).toISOString() })
        emit('done')
      } catch (failure) {
        mine.wrong = failure.problem?.errors?.[0]?.pointer === '/due' ? t('promise.past') : t('failed')
      } finally {
        mine.busy = false
      }
    }

    return () =>
      form({ class: 'promise-form', onSubmit: submit, onKeydown: event => { if (event.key === 'Escape') { event.stopPropagation(); emit('done') } } },
        label({ class: 'field' }, span({ class: 'field__label' }, t('promise.what')),
          input({ ref: first, class: 'field__input', required: true, maxlength: 500, value: mine.text, onInput: event => { mine.text = event.target.value } })),
        div({ class: 'promise-form__row' },
          label({ class: 'field' }, span({ class: 'field__label' }, t('promise.due')),
            input({ class: 'field__input', type: 'datetime-local', required: true, min: local(new Date()), value: mine.due, onInput: event => { mine.due = event.target.value } })),
          button({ class: 'button button--primary', type: 'submit', disabled: mine.busy }, t('promise.save'))),
        p({ class: 'wrong', role: 'alert' }, mine.wrong))
  },
}
