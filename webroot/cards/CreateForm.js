// A customer made in place, from what the caller says; what is typed stays when the agent looks elsewhere.
import { reactive } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { post, wrong } from '../lib/api.js'
import { draft, keep } from '../state/drafts.js'
import { linkCustomer } from '../lib/linkCustomer.js'
import { block } from './Block.js'

const { form, label, span, input, button, p } = tags
const LONGEST = 200

export default {
  name: 'CreateForm',
  props: { interaction: { type: String, required: true } },
  emits: ['done'],
  setup(props, { emit }) {
    const mine = reactive({ failed: '', busy: false, made: null })
    const typed = () => draft(props.interaction)

    async function create(event) {
      event.preventDefault()
      Object.assign(mine, { failed: '', busy: true })
      try {
        const { name, email, company } = typed()
        // made once, even when linking fails and is tried again
        mine.made ??= (await post('/customers', { name, kind: company ? 'company' : 'person', email: email.trim() || undefined })).id
        await linkCustomer(props.interaction, mine.made)
        emit('done')
      } catch (failure) {
        mine.failed = wrong(failure)
      } finally {
        mine.busy = false
      }
    }

    const text = (name, type, required) =>
      label({ class: 'field' }, span({ class: 'field__label' }, t(`link.${name}`)),
        input({
          class: 'field__input', name: `create-${name}`, type, required, maxlength: LONGEST, dir: 'auto', value: typed()[name], autocomplete: 'off',
          onInput: event => keep(props.interaction, { [name]: event.target.value }),
        }))

    return () =>
      block('create', t('link.create'), {},
        form({ class: 'create', onSubmit: create },
          text('name', 'text', true), text('email', 'email', false),
          label({ class: 'check' },
            input({ type: 'checkbox', checked: typed().company, onChange: event => keep(props.interaction, { company: event.target.checked }) }), span(null, t('link.company'))),
          button({ class: 'button button--primary', type: 'submit', disabled: mine.busy }, icon('plus', true), t('link.create.do'))),
        mine.failed ? p({ class: 'wrong', role: 'alert' }, mine.failed) : null)
  },
}
