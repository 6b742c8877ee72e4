import { h } from '../vendor/vue.js'
import { icon, kbd, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { goHome } from '../state/desk.js'
import InteractionTabs from './InteractionTabs.js'
import ConnectionState from './ConnectionState.js'
import OwnMenu from './OwnMenu.js'

const { header, div, span, button } = tags

export default {
  name: 'TopBar',
  emits: ['search', 'help'],
  setup: (_, { emit }) => () =>
    header({ class: 'top-bar' },
      button({ class: 'brand', type: 'button', title: t('desk.home'), onClick: goHome },
        span({ class: 'brand__mark' }, icon('bell')), span({ class: 'brand__name' }, 'Shopbell')),
      h(InteractionTabs),
      div({ class: 'top-bar__end' },
        button({ class: 'search-open', type: 'button', 'aria-keyshortcuts': 'Control+K', onClick: () => emit('search') },
          icon('search'), span(null, t('search.open')), kbd('/')),
        h(ConnectionState),
        h(OwnMenu, { onHelp: () => emit('help') }))),
}
