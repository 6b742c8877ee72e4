// What this agent still owes to customers, the earliest due first; on the calm desk.
import { onMounted, reactive, watch } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { when } from '../lib/format.js'
import { get } from '../lib/api.js'
import { desk } from '../lib/desk.js'
import { lately } from '../lib/clock.js'

const { section, h2, ul, li, div, p, span, bdi, button } = tags
const SIGNS = { open: 'clock', broken: 'broken' }
const MOST = 6

const row = ({ promise, customer }) =>
  li({ key: promise.id, class: ['rows__item', `promise--${promise.state}`] },
    icon(SIGNS[promise.state]),
    div(null, p({ class: 'rows__what', dir: 'auto' }, promise.text),
      button({ class: 'rows__open rows__meta', type: 'button', onClick: () => { desk.page = customer.id } }, bdi(null, customer.name))),
    span({ class: 'rows__end' }, span({ class: 'rows__state' }, t(`promise.${promise.state}`)), span({ class: 'num' }, when(promise.due, lately.value))))

export default {
  name: 'OwedList',
  setup() {
    const mine = reactive({ items: [], failed: false })

    async function load() {
      try {
        Object.assign(mine, { items: (await get('/promises')).items.slice(0, MOST), failed: false })
      } catch {
        mine.failed = true
      }
    }

    onMounted(load)
    watch(() => [desk.line, desk.changed, desk.left.length], load)

    return () =>
      mine.items.length || mine.failed
        ? section({ class: 'calm__block' }, h2({ class: 'block__title' }, t('calm.owed')),
            mine.failed ? p({ class: 'stamp stamp--warn', role: 'status' }, icon('alert', true), t('calm.owed.failed')) : null,
            ul({ class: 'rows' }, ...mine.items.map(row)))
        : null
  },
}
