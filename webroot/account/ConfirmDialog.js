// Asks for the password before something of weight is done.
import { nextTick, onMounted, onUnmounted, reactive, ref } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { post, wrong } from '../lib/api.js'
import { settle } from '../state/confirmation.js'

const { div, h2, p, form, label, span, input, button } = tags

export default {
  name: 'ConfirmDialog',
  setup() {
    const field = ref(null)
    const mine = reactive({ password: '', busy: false, failed: '' })
    const before = document.activeElement
    onMounted(() => nextTick(() => field.value.focus()))
    onUnmounted(() => before?.focus?.())

    async function give(event) {
      event.preventDefault()
      Object.assign(mine, { busy: true, failed: '' })
      try {
        await post('/account/confirmation', { password: mine.password })
        settle(true)
      } catch (failure) {
        Object.assign(mine, { busy: false, password: '', failed: failure.status === 422 ? t('confirm.wrong') : wrong(failure) })
        nextTick(() => field.value?.focus())
      }
    }

    const escape = event => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      settle(false)
    }

    return () =>
      div({ class: 'scrim', onKeydown: escape },
        div({ class: 'box box--narrow', role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': 'confirm-title', 'aria-describedby': 'confirm-why' },
          div({ class: 'box__head' },
            h2({ id: 'confirm-title', class: 'box__title' }, t('confirm')),
            button({ class: 'button button--quiet button--square', type: 'button', 'aria-label': t('close'), onClick: () => settle(false) }, icon('close'))),
          form({ class: 'confirm', onSubmit: give },
            p({ id: 'confirm-why' }, t('confirm.why')),
            label({ class: 'field' }, span({ class: 'field__label' }, t('confirm.password')),
              input({
                ref: field, class: 'field__input', name: 'confirm-password', type: 'password', autocomplete: 'current-password', required: true,
                value: mine.password, onInput: event => { mine.password = event.target.value },
              })),
            p({ class: 'wrong', role: 'alert' }, mine.failed),
            div({ class: 'confirm__acts' },
              button({ class: 'button', type: 'button', onClick: () => settle(false) }, t('confirm.cancel')),
              button({ class: 'button button--primary', type: 'submit', disabled: mine.busy }, t('confirm.do'))))))
  },
}
