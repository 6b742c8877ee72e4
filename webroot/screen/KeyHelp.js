import { nextTick, onMounted, onUnmounted, ref } from '../vendor/vue.js'
import { icon, kbd, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { keysOff, switchKeys } from '../lib/keys.js'

const { div, h2, dl, dt, dd, button, label, input, span } = tags
const KEYS = [
  ['/', 'search'], ['key.search', 'search.too'], ['Alt 1–9', 'tab'], ['Alt 0', 'list'], ['1–9', 'choose'], ['1–3', 'act'], ['A', 'answer'], ['F', 'find'], ['I', 'page'], ['R', 'again'], ['N', 'note'], ['P', 'promise'], ['W', 'wrap-up'],
  ['key.enter', 'done'], ['↑ ↓', 'move'], ['Esc', 'close'], ['?', 'help'],
]

export default {
  name: 'KeyHelp',
  emits: ['close'],
  setup(_, { emit }) {
    const close = ref(null)
    const off = ref(keysOff())
    const before = document.activeElement
    onMounted(() => nextTick(() => close.value.focus()))
    onUnmounted(() => before?.focus?.())
    const flip = () => {
      off.value = !off.value
      switchKeys(off.value)
    }
    return () =>
      div({ class: 'scrim', onClick: event => { if (event.target === event.currentTarget) emit('close') } },
        div({ class: 'box box--narrow', role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': 'keys-title' },
          div({ class: 'box__head' },
            h2({ id: 'keys-title', class: 'box__title' }, t('keys.title')),
            button({ ref: close, class: 'button button--quiet button--square', type: 'button', 'aria-label': t('close'), onClick: () => emit('close') }, icon('close'))),
          dl({ class: 'keys' }, ...KEYS.map(([key, what]) => div({ key: what }, dt(null, kbd(key.startsWith('key.') ? t(key) : key)), dd(null, t(`keys.${what}`))))),
          label({ class: 'keys__off' },
            input({ type: 'checkbox', checked: off.value, onChange: flip }), span(null, t('keys.off')))))
  },
}
