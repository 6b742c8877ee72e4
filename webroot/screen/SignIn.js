import { reactive } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t, language, speak } from '../lib/i18n.js'
import { post, wrong } from '../lib/api.js'
import { desk } from '../lib/desk.js'
import { enter } from '../lib/shift.js'
import { attention } from '../lib/attention.js'

const { main, div, form, h1, p, label, input, button, span, figure, figcaption, ol, li, b } = tags

const field = (form, name, type, complete) =>
  label({ class: 'field' }, span({ class: 'field__label' }, t(`sign-in.${name}`)),
    input({
      class: 'field__input', name, type, autocomplete: complete, required: true, value: form[name],
      onInput: event => { form[name] = event.target.value },
    }))

// A promise of what is behind the door: the first three seconds of a call.
const preview = () =>
  figure({ class: 'sign-in__view', 'aria-hidden': 'true' },
    div({ class: 'sign-in__card' },
      p({ class: 'sign-in__ring' }, icon('bell'), t('state.ringing')),
      p({ class: 'sign-in__who' }, 'Marta Sørensen'),
      ol({ class: 'sign-in__steps' },
        li(null, icon('ok'), span(null, b(null, t('sign-in.who')))),
        li(null, icon('info'), span(null, b(null, t('sign-in.why')))),
        li(null, icon('promise'), span(null, b(null, t('sign-in.next')))))),
    figcaption({ class: 'sign-in__quote' }, t('sign-in.quote')))

export default {
  name: 'SignIn',
  setup() {
    const mine = reactive({ name: '', password: '', wrong: '', busy: false })

    async function submit(event) {
      event.preventDefault()
      attention.allow()
      Object.assign(mine, { busy: true, wrong: '' })
      try {
        await post('/session', { name: mine.name.trim(), password: mine.password })
        mine.password = ''
        await enter()
      } catch (failure) {
        mine.wrong = [401, 422].includes(failure.status) ? t('sign-in.wrong') : wrong(failure)
      } finally {
        mine.busy = false
      }
    }

    return () =>
      main({ class: 'sign-in' },
        div({ class: 'sign-in__side' },
          p({ class: 'brand' }, span({ class: 'brand__mark' }, icon('bell')), 'Shopbell'),
          form({ class: 'sign-in__form', onSubmit: submit },
            h1({ class: 'sign-in__title' }, t('sign-in.title')),
            p({ class: ['sign-in__lead', { 'sign-in__lead--ended': desk.expired }], role: desk.expired ? 'status' : null }, t(desk.expired ? 'sign-in.ended' : 'sign-in.lead')),
            field(mine, 'name', 'text', 'username'),
            field(mine, 'password', 'password', 'current-password'),
            p({ class: 'sign-in__wrong', role: 'alert' }, mine.wrong || (desk.unreachable ? t('wrong.unreachable') : '')),
            button({ class: 'button button--primary button--l', type: 'submit', disabled: mine.busy }, t('sign-in.go'))),
          p({ class: 'sign-in__foot' },
            ...['de', 'en'].map(code =>
              button({
                class: 'button button--quiet button--s', type: 'button', lang: code,
                'aria-pressed': language.value === code, onClick: () => speak(code),
              }, code === 'de' ? 'Deutsch' : 'English')))),
        preview())
  },
}
