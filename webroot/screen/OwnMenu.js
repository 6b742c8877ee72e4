// What an agent sets for this browser, and the way out.
import { onMounted, onUnmounted, ref } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { language, speak, t } from '../lib/i18n.js'
import { attention } from '../lib/attention.js'
import { theme } from '../lib/theme.js'
import { session, signOut } from '../state/session.js'
import { menu } from './pages.js'
import { openPage } from '../state/page.js'

const { div, span, button, details, summary } = tags

const row = (name, text, action, lang) =>
  button({ class: 'menu__row', type: 'button', lang, onClick: action }, icon(name), text)

export default {
  name: 'OwnMenu',
  emits: ['help'],
  setup(_, { emit }) {
    const box = ref(null)
    const quiet = ref(attention.quiet())
    const dark = ref(theme.now())
    const other = () => (language.value === 'de' ? 'en' : 'de')
    const close = () => { box.value.open = false }
    const outside = event => { if (box.value?.open && !box.value.contains(event.target)) close() }
    onMounted(() => addEventListener('pointerdown', outside))
    onUnmounted(() => removeEventListener('pointerdown', outside))

    const hush = () => { quiet.value = !quiet.value; attention.setQuiet(quiet.value) }
    const turn = () => { theme.flip(); dark.value = theme.now() }
    const escape = event => { if (event.key === 'Escape') { close(); box.value.firstElementChild.focus(); event.stopPropagation() } }

    return () =>
      details({ ref: box, class: 'menu', onKeydown: escape },
        summary({ class: 'menu__me', title: t('menu.me') },
          span({ class: 'monogram monogram--s', 'aria-hidden': 'true' }, [...session.agent.name].slice(0, 2).join('')),
          span({ class: 'menu__name' }, session.agent.name), icon('right', true)),
        div({ class: 'menu__box' },
          row(quiet.value ? 'sound' : 'mute', t(quiet.value ? 'menu.sound-on' : 'menu.sound-off'), hush),
          row('theme', t(dark.value === 'dark' ? 'menu.light' : 'menu.dark'), turn),
          row('language', other() === 'de' ? 'Deutsch' : 'English', () => speak(other()), other()),
          row('keys', t('menu.keys'), () => { close(); emit('help') }),
          ...menu().map(({ address, menu: { sign, text } }) => row(sign, text(), () => { close(); openPage(address) })),
          row('leave', t('menu.leave'), signOut)))
  },
}
