// What this agent still owes to customers, the earliest due first; on the calm desk, each of them to be done here.
import { onMounted, reactive, watch } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { when } from '../lib/format.js'
import { get, post, wrong } from '../lib/api.js'
import { desk, dataChanged } from '../state/desk.js'
import { connection } from '../state/connection.js'
import { openCustomer } from '../state/page.js'
import { lately } from '../lib/clock.js'

const { section, h2, ul, li, div, p, span, bdi, button } = tags
const SIGNS = { open: 'clock', broken: 'broken' }
const MOST = 6

export default {
  name: 'DuePromises',
  setup() {
    const mine = reactive({ items: [], failed: false, all: false, busy: null, refused: null, why: '' })

    async function pages() {
      const items = []
      let next = null
      do {
        const page = await get(`/promises${next ? `?before=${encodeURIComponent(next)}` : ''}`)
        items.push(...page.items)
        next = page.next
      } while (next)
      return items
    }

    async function load() {
      try {
        Object.assign(mine, { items: await pages(), failed: false })
      } catch {
        mine.failed = true
      }
    }

    onMounted(load)
    watch(() => [connection.line, desk.changed, desk.left.length], load)

    async function keep(id) {
      Object.assign(mine, { busy: id, refused: null })
      try {
        await post(`/promises/${id}/kept`)
        dataChanged()
      } catch (failure) {
        Object.assign(mine, { refused: id, why: wrong(failure) })
      } finally {
        mine.busy = null
      }
    }

    const row = ({ promise, customer }) =>
      li({ key: promise.id, class: ['rows__item', `promise--${promise.state}`] },
        icon(SIGNS[promise.state]),
        div(null, p({ class: 'rows__what', dir: 'auto' }, promise.text),
          button({ class: 'rows__open rows__meta', type: 'button', onClick: () => openCustomer(customer.id) }, bdi(null, customer.name)),
          p(null, button({ class: 'button button--s rows__act', type: 'button', disabled: mine.busy === promise.id, onClick: () => keep(promise.id) }, icon('check', true), t('promise.keep'))),
          mine.refused === promise.id ? p({ class: 'wrong', role: 'alert' }, mine.why) : null),
        span({ class: 'rows__end' }, span({ class: 'rows__state' }, t(`promise.${promise.state}`)), span({ class: 'num' }, when(promise.due, lately.value))))

    const shown = () => (mine.all ? mine.items : mine.items.slice(0, MOST))

    return () =>
      mine.items.length || mine.failed
        ? section({ class: 'calm__block' }, h2({ class: 'block__title' }, t('calm.owed'), ' ', span({ class: 'block__count num' }, mine.items.length)),
            mine.failed ? p({ class: 'stamp stamp--warn', role: 'status' }, icon('alert', true), t('calm.owed.failed')) : null,
            ul({ class: 'rows' }, ...shown().map(row)),
            shown().length < mine.items.length
              ? button({ class: 'button button--s', type: 'button', onClick: () => { mine.all = true } }, t('calm.owed.all', { n: mine.items.length }))
              : null)
        : null
  },
}
