import { reactive } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t, language, speak } from '../lib/i18n.js'
import { get, post, wrong } from '../lib/api.js'
import { enter, session } from '../state/session.js'
import { attention } from '../lib/attention.js'
import { embedded } from '../lib/embedded.js'
import { place } from '../lib/place.js'

const CODE = 'urn:shopbell:problem:code'
const { a, main, div, form, h1, p, label, input, button, span, figure, figcaption, ol, li, b } = tags

// Only the field for the code comes later, and is waited for.
const field = (form, name, type, complete) =>
  label({ class: 'field' }, span({ class: 'field__label' }, t(`sign-in.${name}`)),
    input({
      class: 'field__input', name, type, autocomplete: complete, required: true, value: form[name],
      onVnodeMounted: ({ el }) => { if (name === 'code') el.focus() },
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
    const mine = reactive({ name: '', password: '', code: '', second: false, wrong: '', busy: false, outside: false })
    const outside = why => Object.assign(mine, { wrong: t(why), outside: true })

    // A browser may refuse to keep any cookie of an embedded page: then the next call is a stranger's.
    async function kept() {
      try {
        return await get('/session')
      } catch (failure) {
        if (failure.status === 401) outside('sign-in.not-kept')
        else throw failure
        return null
      }
    }

    async function submit(event) {
      event.preventDefault()
      attention.allow()
      Object.assign(mine, { busy: true, wrong: '' })
      try {
        await post('/session', { name: mine.name.trim(), password: mine.password, code: mine.second ? mine.code : undefined, embedded: embedded || undefined })
        if (embedded && !await kept()) return
        Object.assign(mine, { password: '', code: '', second: false })
        await enter()
      } catch (failure) {
        if (failure.problem?.type === CODE) Object.assign(mine, { wrong: mine.second ? t('sign-in.code.wrong') : '', second: true, code: '' })
        else if (embedded && failure.status === 403) outside(location.protocol === 'https:' ? 'sign-in.not-here' : 'sign-in.https')
        else mine.wrong = [401, 422].includes(failure.status) ? t('sign-in.wrong') : wrong(failure)
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
            p({ class: ['sign-in__lead', { 'sign-in__lead--ended': session.expired }], role: session.expired ? 'status' : null }, t(`sign-in.${session.expired ?? 'lead'}`)),
            field(mine, 'name', 'text', 'username'),
            field(mine, 'password', 'password', 'current-password'),
            mine.second ? [p({ class: 'sign-in__second', role: 'status' }, t('sign-in.code.lead')), field(mine, 'code', 'text', 'one-time-code')] : null,
            p({ class: 'sign-in__wrong', role: 'alert' }, mine.wrong || (session.unreachable ? t('wrong.unreachable') : '')),
            mine.outside ? a({ class: 'button', href: place(''), target: '_blank', rel: 'noopener' }, t('sign-in.outside')) : null,
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
