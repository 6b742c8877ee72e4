// A second factor: off, being set up with an app, its recovery codes for once, and on.
import { h, onMounted, reactive } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { call, get, post, wrong } from '../lib/api.js'
import { block } from '../cards/Block.js'

const { form, label, span, input, button, p, div, ul, li, code, b } = tags

const picture = ({ size, path }) =>
  h('svg', { class: 'qr', viewBox: `-4 -4 ${size + 8} ${size + 8}`, role: 'img', 'aria-label': t('totp.picture') }, [h('path', { d: path })])

// After a button the focus moves to the next thing to do.
const focused = { onVnodeMounted: ({ el }) => el.focus() }

const inFours = text => text.match(/.{1,4}/g).join(' ')

export default {
  name: 'SecondFactorCard',
  emits: ['enrolled'],
  setup(_, { emit }) {
    const mine = reactive({ state: null, enrolment: null, codes: null, code: '', busy: false, failed: '' })

    async function attempt(what) {
      Object.assign(mine, { busy: true, failed: '' })
      try {
        await what()
      } catch (failure) {
        mine.failed = wrong(failure)
      } finally {
        mine.busy = false
      }
    }

    const load = () => attempt(async () => { mine.state = await get('/account/totp') })
    const begin = () => attempt(async () => { mine.enrolment = await post('/account/totp') })
    const remove = () => attempt(async () => {
      await call('DELETE', '/account/totp')
      await load()
    })
    const confirm = event => {
      event.preventDefault()
      return attempt(async () => {
        mine.codes = (await post('/account/totp/confirmation', { code: mine.code })).recoveryCodes
        Object.assign(mine, { enrolment: null, code: '' })
      })
    }
    const written = async () => {
      mine.codes = null
      await load()
      emit('enrolled')
    }
    onMounted(load)

    const act = (words, action, primary) =>
      button({ ...(primary ? focused : {}), class: ['button', { 'button--primary': primary }], type: 'button', disabled: mine.busy, onClick: action }, t(words))

    const settingUp = () =>
      form({ class: 'account__form', onSubmit: confirm },
        p(null, t('totp.scan')),
        div({ class: 'totp__app' }, picture(mine.enrolment.qr),
          div(null, p({ class: 'field__label' }, t('totp.key')), code({ class: 'totp__key' }, inFours(mine.enrolment.secret)))),
        label({ class: 'field' }, span({ class: 'field__label' }, t('totp.code')),
          input({
            class: 'field__input totp__code', name: 'totp-code', type: 'text', inputmode: 'numeric', autocomplete: 'one-time-code', required: true, maxlength: 10,
            ...focused, value: mine.code, onInput: event => { mine.code = event.target.value },
          })),
        p({ class: 'wrong', role: 'alert' }, mine.failed),
        button({ class: 'button button--primary', type: 'submit', disabled: mine.busy }, t('totp.confirm')))

    const once = () =>
      div({ class: 'account__form' },
        p({ role: 'status' }, b(null, t('totp.codes')), ' ', t('totp.codes.lead')),
        ul({ class: 'totp__codes' }, ...mine.codes.map(one => li({ key: one }, code(null, one)))),
        act('totp.codes.done', written, true))

    const isOn = () =>
      div({ class: 'account__form' },
        p({ class: 'account__said' }, icon('shield', true), ' ', t('totp.on')),
        p({ class: 'rows__meta' }, t('totp.left', { n: mine.state.recoveryCodes })),
        p({ class: 'wrong', role: 'alert' }, mine.failed),
        mine.state.required ? null : act('totp.remove', remove))

    const isOff = () =>
      div({ class: 'account__form' },
        p(null, t(mine.state.required ? 'totp.required' : 'totp.off')),
        p({ class: 'wrong', role: 'alert' }, mine.failed),
        act('totp.begin', begin, mine.state.required))

    const inside = () => {
      if (mine.codes) return once()
      if (mine.enrolment) return settingUp()
      if (!mine.state) return p({ class: 'wrong', role: 'alert' }, mine.failed)
      return mine.state.on ? isOn() : isOff()
    }

    return () => block('totp', t('totp'), {}, inside())
  },
}
