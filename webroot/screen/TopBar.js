import { h, ref } from '../vendor/vue.js'
import { icon, kbd, tags } from '../lib/tags.js'
import { language, speak, t } from '../lib/i18n.js'
import { elapsed } from '../lib/format.js'
import { desk, leave, reconnect } from '../lib/desk.js'
import { attention } from '../lib/attention.js'
import { now } from '../lib/clock.js'
import { theme } from '../lib/theme.js'
import { call } from '../lib/api.js'
import ContactTabs from './ContactTabs.js'

const { header, div, span, button, details, summary } = tags

const line = () =>
  desk.line === 'lost'
    ? button({ class: 'line line--lost', type: 'button', onClick: reconnect, title: t('line.retry') },
        icon('retry', true), span({ class: 'line__word' }, t('line.lost')), span({ class: 'num' }, elapsed(desk.lostAt, Math.max(desk.lostAt, now.value - desk.skew))))
    : span({ class: 'line', role: 'status' },
        span({ class: ['line__dot', { 'line__dot--wait': desk.line !== 'live' }], 'aria-hidden': 'true' }), span({ class: 'line__word' }, t(`line.${desk.line}`)))

const row = (name, text, action) =>
  button({ class: 'menu__row', type: 'button', onClick: action }, icon(name), text)

export default {
  name: 'TopBar',
  emits: ['search', 'help'],
  setup(_, { emit }) {
    const quiet = ref(attention.quiet())
    const dark = ref(theme.now())

    async function signOut() {
      await call('DELETE', '/session').catch(() => {})
      leave()
    }

    const menu = () =>
      details({ class: 'menu', onKeydown: event => { if (event.key === 'Escape') event.currentTarget.open = false } },
        summary({ class: 'menu__me', 'aria-label': t('menu.me', { name: desk.agent.name }) },
          span({ class: 'monogram monogram--s', 'aria-hidden': 'true' }, desk.agent.name.slice(0, 2)),
          span({ class: 'menu__name' }, desk.agent.name), icon('right', true)),
        div({ class: 'menu__box' },
          row(quiet.value ? 'mute' : 'sound', t(quiet.value ? 'menu.sound-on' : 'menu.sound-off'), () => {
            quiet.value = !quiet.value
            attention.setQuiet(quiet.value)
          }),
          row('theme', t(dark.value === 'dark' ? 'menu.light' : 'menu.dark'), () => { theme.flip(); dark.value = theme.now() }),
          row('language', language.value === 'de' ? 'English' : 'Deutsch', () => speak(language.value === 'de' ? 'en' : 'de')),
          row('keys', t('menu.keys'), () => emit('help')),
          row('leave', t('menu.leave'), signOut)))

    return () =>
      header({ class: 'top-bar' },
        button({ class: 'brand', type: 'button', 'aria-label': t('desk.home'), onClick: () => { desk.active = null; desk.page = null } },
          span({ class: 'brand__mark' }, icon('bell')), span({ class: 'brand__name' }, 'Shopbell')),
        h(ContactTabs),
        div({ class: 'top-bar__end' },
          button({ class: 'search-open', type: 'button', 'aria-keyshortcuts': 'Control+K', onClick: () => emit('search') },
            icon('search'), span(null, t('search.open')), kbd('/')),
          line(),
          menu()))
  },
}
