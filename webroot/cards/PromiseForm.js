// What is promised, by when, and who is to keep it: the agent who writes it, or a queue of theirs.
import { nextTick, onMounted, reactive, ref } from '../vendor/vue.js'
import { tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { post, wrong } from '../lib/api.js'
import { draft, keep } from '../state/drafts.js'
import { session } from '../state/session.js'

const { form, input, label, span, button, p, div, select, option } = tags

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
  setup(props) {
    const mine = reactive({ wrong: '', busy: false })
    const first = ref(null)
    const typed = () => draft(props.interaction)
    const close = () => {
      keep(props.interaction, { promising: false })
      document.getElementById('promise-open')?.focus()
    }
    onMounted(() => nextTick(() => { if (!document.activeElement?.matches('input, textarea')) first.value?.focus() }))

    async function submit(event) {
      event.preventDefault()
      Object.assign(mine, { busy: true, wrong: '' })
      try {
        await post(`/interactions/${props.interaction}/promise`, { text: typed().promise, due: new Date(typed().due || tomorrow()).toISOString(), queue: typed().keeper || undefined })
        keep(props.interaction, { promise: '', due: '', keeper: '' })
        close()
      } catch (failure) {
        mine.wrong = wrong(failure)
      } finally {
        mine.busy = false
      }
    }

    const escape = event => { if (event.key === 'Escape') { event.stopPropagation(); close() } }

    const keeper = () =>
      label({ class: 'field' }, span({ class: 'field__label' }, t('promise.keeper')),
        select({ class: 'field__input', name: 'keeper', value: typed().keeper, onChange: event => keep(props.interaction, { keeper: event.target.value }) },
          option({ value: '' }, t('promise.keeper.me')),
          ...session.agent.queues.map(queue => option({ key: queue, value: queue }, t('promise.keeper.queue', { queue })))))

    return () =>
      form({ class: 'promise-form', onSubmit: submit, onKeydown: escape },
        label({ class: 'field' }, span({ class: 'field__label' }, t('promise.what')),
          input({ ref: first, name: 'promise', class: 'field__input', required: true, maxlength: 500, dir: 'auto', value: typed().promise, onInput: event => keep(props.interaction, { promise: event.target.value }) })),
        session.agent.queues.length ? keeper() : null,
        div({ class: 'promise-form__row' },
          label({ class: 'field' }, span({ class: 'field__label' }, t('promise.due')),
            input({ class: 'field__input', type: 'datetime-local', required: true, min: local(new Date()), value: typed().due || tomorrow(), onInput: event => keep(props.interaction, { due: event.target.value }) })),
          button({ class: 'button button--primary', type: 'submit', disabled: mine.busy }, t('promise.save'))),
        p({ class: 'wrong', role: 'alert' }, mine.wrong))
  },
}
