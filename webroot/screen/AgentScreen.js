// The agent's whole screen: bar, the contact in hand or the calm desk, and what lies over it.
import { defineAsyncComponent, h, nextTick, onMounted, onUnmounted, reactive } from '../vendor/vue.js'
import { tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { cardOf, desk, show } from '../state/desk.js'
import { listen } from '../lib/keys.js'
import { spoken } from '../state/spoken.js'
import TopBar from './TopBar.js'
import InteractionView from './InteractionView.js'
import EmptyDesk from './EmptyDesk.js'
import CommandPalette from './CommandPalette.js'
import KeyHelp from './KeyHelp.js'
import ConnectionNotice from './ConnectionNotice.js'
import CustomerPage from '../customer/CustomerPage.js'
import ConfirmDialog from '../account/ConfirmDialog.js'
import { confirmation } from '../state/confirmation.js'
import SecondRing from '../cards/SecondRing.js'

const SupervisorPage = defineAsyncComponent(() => import('../supervisor/SupervisorPage.js'))
const AccountPage = defineAsyncComponent(() => import('../account/AccountPage.js'))
const AuditPage = defineAsyncComponent(() => import('../admin/audit/AuditPage.js'))
const AdminPage = defineAsyncComponent(() => import('../admin/AdminPage.js'))

const { div, a, main, p } = tags

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

function tabKeys() {
  const keys = { 'Alt+0': () => { desk.listing = desk.cards.length > 0 && !desk.listing } }
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
        else if (desk.page) desk.page = null
        else return false
      },
    })
    let stop
    onMounted(() => { stop = listen(bindings) })
    onUnmounted(() => stop())

    const covered = () => over.palette || over.help || confirmation.asked

    const inside = () => {
      const card = cardOf(desk.active)
      if (desk.page === 'account') return h(AccountPage, { onClose: () => { desk.page = null } })
      if (desk.page === 'supervisor') return h(SupervisorPage, { onClose: () => { desk.page = null } })
      if (desk.page === 'audit') return h(AuditPage, { onClose: () => { desk.page = null } })
      if (desk.page === 'workbench') return h(AdminPage, { onClose: () => { desk.page = null } })
      if (desk.page) return h(CustomerPage, { key: desk.page, id: desk.page })
      return card ? h(InteractionView, { key: card.interaction.id, card }) : h(EmptyDesk)
    }

    return () =>
      div({ class: 'shell' },
        a({ class: 'skip-link', href: '#main' }, t('skip')),
        div({ class: 'visually-hidden', role: 'status', 'aria-atomic': 'false' }, ...spoken.lines.map(line => p({ key: line.key }, line.text))),
        div({ class: 'shell__head' }, h(TopBar, { inert: covered(), onSearch: () => only({ palette: true }), onHelp: () => only({ help: true }) }),
          div({ class: ['ring-strip', { 'ring-strip--alone': desk.page || !cardOf(desk.active) }] }, h(SecondRing))),
        main({ class: 'panel', id: 'main', tabindex: -1, inert: covered() },
          inside(),
          desk.line === 'lost' ? h(ConnectionNotice) : null),
        over.palette ? h(CommandPalette, { onClose: () => only({}) }) : null,
        over.help ? h(KeyHelp, { onClose: () => only({}) }) : null,
        confirmation.asked ? h(ConfirmDialog) : null)
  },
}
