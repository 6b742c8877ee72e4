// The agent's whole screen: bar, the contact in hand or the calm desk, and what lies over it.
import { h, nextTick, onMounted, onUnmounted, reactive } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { cardOf, desk, listAll, show } from '../state/desk.js'
import { onAddress } from '../lib/address.js'
import { followAddress, pageAt } from './pages.js'
import { connection } from '../state/connection.js'
import { closePage, dismissRefusal, page } from '../state/page.js'
import { listen } from '../lib/keys.js'
import { spoken } from '../state/spoken.js'
import TopBar from './TopBar.js'
import InteractionView from './InteractionView.js'
import EmptyDesk from './EmptyDesk.js'
import CommandPalette from './CommandPalette.js'
import KeyHelp from './KeyHelp.js'
import ConnectionNotice from './ConnectionNotice.js'
import ConfirmDialog from '../account/ConfirmDialog.js'
import { confirmation } from '../state/confirmation.js'
import SecondRing from '../cards/SecondRing.js'

const { div, a, main, p, button } = tags

const press = id => { document.getElementById(id)?.click() }

function focus(id) {
  const field = document.getElementById(id)
  field?.focus()
  return field
}

function find() {
  if (focus('find')) return
  press('relink')
  nextTick(() => focus('find'))
}

// The address line belongs to the pages.
function skip(event) {
  event.preventDefault()
  focus('main')
}

const refused = () =>
  p({ class: 'refused', role: 'alert' }, icon('info', true), t('page.refused'),
    button({ class: 'button button--s', type: 'button', onClick: dismissRefusal }, t('close')))

function tabKeys() {
  const keys = { 'Alt+0': () => listAll(!desk.listing) }
  desk.cards.slice(0, 9).forEach((card, i) => { keys[`Alt+${i + 1}`] = () => show(card.interaction.id) })
  return keys
}

export default {
  name: 'AgentScreen',
  setup() {
    const over = reactive({ palette: false, help: false })
    const only = what => Object.assign(over, { palette: false, help: false }, what)
    const bindings = () => ({
      ...(over.palette || over.help ? {} : tabKeys()),
      'Ctrl+k': () => { only({ palette: !over.palette }) },
      '/': () => { only({ palette: true }) },
      '?': () => { only({ help: !over.help }) },
      n: () => { focus('note') },
      p: () => press('promise-open'),
      w: () => press('wrap-up-open'),
      i: () => press('who-page'),
      r: () => press('ask-again'),
      f: find,
      'Ctrl+Enter': () => { if (over.palette || over.help) return false; press('wrap-up-done') },
      Escape: () => {
        if (over.palette || over.help) only({})
        else if (page.at) closePage()
        else return false
      },
    })
    followAddress()
    const stops = []
    onMounted(() => stops.push(listen(bindings), onAddress(followAddress)))
    onUnmounted(() => stops.forEach(stop => stop()))

    const covered = () => over.palette || over.help || confirmation.asked

    const inside = () => {
      const open = page.at && pageAt(page.at)
      if (open) return h(open.component, { key: page.at, ...open.about, onClose: closePage })
      const card = cardOf(desk.active)
      return card ? h(InteractionView, { key: card.interaction.id, card }) : h(EmptyDesk)
    }

    return () =>
      div({ class: 'shell' },
        a({ class: 'skip-link', href: '#main', onClick: skip }, t('skip')),
        div({ class: 'visually-hidden', role: 'status', 'aria-atomic': 'false' }, ...spoken.lines.map(line => p({ key: line.key }, line.text))),
        div({ class: 'shell__head' }, h(TopBar, { inert: covered(), onSearch: () => only({ palette: true }), onHelp: () => only({ help: true }) }),
          div({ class: ['ring-strip', { 'ring-strip--alone': page.at || !cardOf(desk.active) }] }, h(SecondRing)),
          page.refused ? refused() : null),
        main({ class: 'panel', id: 'main', tabindex: -1, inert: covered() },
          inside(),
          connection.line === 'lost' ? h(ConnectionNotice) : null),
        over.palette ? h(CommandPalette, { onClose: () => only({}) }) : null,
        over.help ? h(KeyHelp, { onClose: () => only({}) }) : null,
        confirmation.asked ? h(ConfirmDialog) : null)
  },
}
