// Nobody we know by that number: find, link, or create in place; the number is learned.
import { onUnmounted, reactive } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { phone } from '../lib/format.js'
import { post } from '../lib/api.js'
import { search } from '../lib/search.js'
import { block } from './Block.js'

const { div, form, label, input, span, ul, li, button, p, bdi, b } = tags

export default {
  name: 'LinkCard',
  props: { card: { type: Object, required: true } },
  emits: ['done'],
  setup(props, { emit }) {
    const hits = search()
    const mine = reactive({ name: '', email: '', company: false, failed: '' })
    onUnmounted(hits.stop)

    async function link(customer) {
      mine.failed = ''
      try {
        await post(`/interactions/${props.card.interaction.id}/customer`, { customer })
        emit('done')
      } catch (failure) {
        mine.failed = failure.problem?.errors?.[0]?.detail ?? t('failed')
      }
    }

    async function create(event) {
      event.preventDefault()
      mine.failed = ''
      try {
        const made = await post('/customers', { name: mine.name, kind: mine.company ? 'company' : 'person', email: mine.email || undefined })
        await link(made.id)
      } catch (failure) {
        mine.failed = failure.problem?.errors?.[0]?.detail ?? t('failed')
      }
    }

    const found = one =>
      li({ key: one.id }, button({ class: 'hit', type: 'button', onClick: () => link(one.id) },
        icon(one.kind === 'company' ? 'building' : 'user'), bdi({ class: 'hit__name' }, b(null, one.name)),
        span({ class: 'hit__why' }, t(`found.${one.match}`)), span({ class: 'hit__do' }, t('link.do'))))

    const text = (name, type, required) =>
      label({ class: 'field' }, span({ class: 'field__label' }, t(`link.${name}`)),
        input({ class: 'field__input', type, required, maxlength: 200, value: mine[name], autocomplete: 'off', onInput: event => { mine[name] = event.target.value } }))

    return () =>
      div(null,
        block('find', t('link.find'), {},
          label({ class: 'find' }, icon('search'), span({ class: 'visually-hidden' }, t('search.label')),
            input({ class: 'field__input', type: 'search', placeholder: t('search.label'), value: hits.state.text, autocomplete: 'off', onInput: event => hits.ask(event.target.value) })),
          ul({ class: 'hits' }, ...hits.state.items.map(found)),
          p({ class: 'box__note', role: 'status' }, hits.state.text ? hits.note(hits.state.items.length) : t('link.learn', { number: props.card.interaction.from ? phone(props.card.interaction.from) : t('who.withheld') }))),
        block('create', t('link.create'), {},
          form({ class: 'create', onSubmit: create },
            text('name', 'text', true), text('email', 'email', false),
            label({ class: 'check' }, input({ type: 'checkbox', checked: mine.company, onChange: event => { mine.company = event.target.checked } }), span(null, t('link.company'))),
            button({ class: 'button button--primary', type: 'submit' }, icon('plus', true), t('link.create.do'))),
          p({ class: 'wrong', role: 'alert' }, mine.failed)))
  },
}
