// The pages that lie over the desk: the address of each, who may open it, and how the own menu calls it. A new page is an entry here.
import { defineAsyncComponent } from '../vendor/vue.js'
import { address } from '../lib/address.js'
import { t } from '../lib/i18n.js'
import { mayAs } from '../lib/roles.js'
import { arriveAt } from '../state/page.js'
import { session } from '../state/session.js'
import CustomerPage from '../customer/CustomerPage.js'

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

const PAGES = [
  { address: 'customers/ID', role: 'agent', component: CustomerPage },
  { address: 'account', role: 'agent', component: defineAsyncComponent(() => import('../account/AccountPage.js')), menu: { sign: 'user', text: () => t('account.menu') } },
  { address: 'supervisor', role: 'supervisor', component: defineAsyncComponent(() => import('../supervisor/SupervisorPage.js')), menu: { sign: 'users', text: () => t('supervisor.menu') } },
  { address: 'supervisor/works', role: 'supervisor', component: defineAsyncComponent(() => import('../supervisor/works/WorksPage.js')), menu: { sign: 'up', text: () => t('works.menu') } },
  { address: 'admin', role: 'admin', component: defineAsyncComponent(() => import('../admin/AdminPage.js')), menu: { sign: 'link', text: () => t('admin.menu') } },
  { address: 'admin/actions', role: 'admin', component: defineAsyncComponent(() => import('../admin/actions/ActionsPage.js')), menu: { sign: 'check', text: () => t('actions.menu') } },
  { address: 'admin/audit', role: 'admin', component: defineAsyncComponent(() => import('../admin/audit/AuditPage.js')), menu: { sign: 'note', text: () => t('audit.menu') } },
]

const PATTERNS = PAGES.map(page => new RegExp(`^${page.address.replace('ID', `(${ID})`)}$`))

const allowed = page => mayAs(session.agent.role, page.role)

// What is open at an address, with what its component is about; null where there is nothing of that name.
export function pageAt(at) {
  const i = PATTERNS.findIndex(pattern => pattern.test(at))
  if (i < 0) return null
  const [, id] = PATTERNS[i].exec(at)
  return { ...PAGES[i], about: id ? { id } : {} }
}

// The entries of the own menu.
export const menu = () => PAGES.filter(page => page.menu && allowed(page))

// Opens what the address line says.
export function followAddress() {
  const found = pageAt(address())
  const open = found !== null && allowed(found)
  arriveAt(open ? address() : '', found !== null && !open)
}
