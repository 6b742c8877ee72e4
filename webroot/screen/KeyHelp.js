import { nextTick, onMounted, ref } from '../vendor/vue.js'
import { icon, kbd, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'

const { div, h2, dl, dt, dd, button, label, input, span } = tags
const KEYS = [['/', 'search'], ['Alt 1–9', 'tab'], ['N', 'note'], ['P', 'promise'], ['W', 'wrap-up'], ['1–9', 'choose'], ['Strg ⏎', 'done'], ['Esc', 'close'], ['?', 'help']]

export default {
  name: 'KeyHelp',
  emits: ['close'],
  setup(_, { emit }) {
    const close = ref(null)
    const off = ref(localStorage.getItem('shopbell.keys') === 'off')
    onMounted(() => nextTick(() => close.value.focus()))
    const flip = () => {
      off.value = !off.value
      localStorage.setItem('shopbell.keys', off.value ? 'off' : 'on')
    }
    return () =>
      div({ class: 'scrim', onClick: event => { if (event.target === event.currentTarget) emit('close') } },
        div({ class: 'box box--narrow', role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': 'keys-title' },
          div({ class: 'box__head' },
            h2({ id: 'keys-title', class: 'box__title' }, t('keys.title')),
            button({ ref: close, class: 'button button--quiet button--square', type: 'button', 'aria-label': t('close'), onClick: () => emit('close') }, icon('close'))),
          dl({ class: 'keys' }, ...KEYS.flatMap(([key, what]) => [dt(null, kbd(key)), dd(null, t(`keys.${what}`))])),
          label({ class: 'keys__off' },
            input({ type: 'checkbox', checked: off.value, onChange: flip }), span(null, t('keys.off')))))
  },
}
