// The own password, changed with the old one.
import { reactive } from '../vendor/vue.js'
import { tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { post, wrong } from '../lib/api.js'
import { session } from '../state/session.js'
import { block } from '../cards/Block.js'

const { form, label, span, input, button, p } = tags
const SHORTEST = 12
const LONGEST = 200

export default {
  name: 'PasswordCard',
  emits: ['changed'],
  setup(_, { emit }) {
    const mine = reactive({ current: '', password: '', shown: false, busy: false, failed: '', said: '' })

    async function change(event) {
      event.preventDefault()
      Object.assign(mine, { busy: true, failed: '', said: '' })
      try {
        await post('/account/password', { current: mine.current, password: mine.password })
        Object.assign(mine, { current: '', password: '', shown: false, said: t('password.changed') })
        emit('changed')
      } catch (failure) {
        mine.failed = wrong(failure)
      } finally {
        mine.busy = false
      }
    }

    const field = (name, complete, more) =>
      label({ class: 'field' }, span({ class: 'field__label' }, t(`password.${name}`)),
        input({
          class: 'field__input', name: `account-${name}`, type: mine.shown ? 'text' : 'password', autocomplete: complete, spellcheck: 'false',
          required: true, value: mine[name], onInput: event => { mine[name] = event.target.value }, ...more,
        }))

    return () =>
      block('password', t('password'), {},
        form({ class: 'account__form', onSubmit: change },
          // password managers learn from it which account is changed
          input({ type: 'text', name: 'username', autocomplete: 'username', value: session.agent?.name, hidden: true, readonly: true, tabindex: -1 }),
          field('current', 'current-password'),
          field('password', 'new-password', { minlength: SHORTEST, maxlength: LONGEST, 'aria-describedby': 'password-rule' }),
          p({ class: 'account__rule', id: 'password-rule' }, t('password.rule')),
          label({ class: 'check' }, input({ type: 'checkbox', checked: mine.shown, onChange: event => { mine.shown = event.target.checked } }), span(null, t('password.show'))),
          p({ class: 'wrong', role: 'alert' }, mine.failed),
          p({ class: 'account__said', role: 'status' }, mine.said),
          button({ class: 'button button--primary', type: 'submit', disabled: mine.busy }, t('password.change'))))
  },
}
