// What came in at the door at work, newest first; each can be tried on the bench, and read again as it came.
import { reactive, watch } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { seconds, when } from '../lib/format.js'
import { get, post, wrong } from '../lib/api.js'
import { watchTopic } from '../state/watching.js'
import { block } from '../cards/Block.js'
import { bench, pick } from './connectorTrial.js'

const { ul, li, div, p, button, span } = tags
const SIGNS = { kept: 'ok', nothing: 'flat', refused: 'ban', unavailable: 'offline', failed: 'broken' }

export default {
  name: 'RequestLogCard',
  setup() {
    const mine = reactive({ items: [], loaded: false, wrong: '', told: {}, busy: null })

    const load = watchTopic('doors', async () => {
      const door = bench.door
      if (!door) return
      try {
        const { items } = await get(`/doors/${encodeURIComponent(door)}/deliveries`)
        if (door === bench.door) Object.assign(mine, { items, loaded: true, wrong: '' })
      } catch (failure) {
        if (door === bench.door) mine.wrong = wrong(failure)
      }
    })

    async function again(one) {
      mine.busy = one.id
      try {
        const { events } = await post(`/doors/${encodeURIComponent(bench.door)}/deliveries/${encodeURIComponent(one.id)}/again`)
        mine.told[one.id] = t('delivery.read', { n: events })
      } catch (failure) {
        mine.told[one.id] = failure.problem?.errors?.[0] ? `${failure.problem.errors[0].pointer}: ${failure.problem.errors[0].detail}` : failure.problem?.detail ?? wrong(failure)
      } finally {
        mine.busy = null
      }
    }

    const delivery = one =>
      li({ key: one.id, class: 'delivery' },
        button({ class: 'pickable', type: 'button', disabled: !one.payload, 'aria-pressed': bench.delivery?.id === one.id, onClick: () => pick(one) },
          icon(SIGNS[one.result] ?? 'info'),
          div({ class: 'pickable__text' },
            span({ class: ['rows__what', { 'delivery--bad': !['kept', 'nothing'].includes(one.result) }] }, t(`delivery.${one.result}`, { n: one.events })),
            one.reason ? span({ class: 'rows__meta', lang: 'en' }, one.reason) : null,
            one.payload ? null : span({ class: 'rows__meta' }, t('delivery.forgotten'))),
          span({ class: 'pickable__end num', title: when(one.at) }, seconds(one.at))),
        div({ class: 'delivery__acts' },
          one.payload ? button({ class: 'button button--s', type: 'button', disabled: mine.busy === one.id, onClick: () => again(one) }, icon('retry', true), t('delivery.again')) : null,
          span({ class: 'rows__meta', role: 'status' }, mine.told[one.id] ?? '')))

    const list = () => {
      if (!mine.loaded && !mine.wrong) return div({ class: 'skeleton', 'aria-hidden': 'true' })
      return mine.items.length ? ul({ class: 'pickables' }, ...mine.items.map(delivery)) : p({ class: 'block__empty' }, t('deliveries.none'))
    }

    watch(() => bench.door, () => { Object.assign(mine, { items: [], loaded: false, told: {} }); load() })

    return () =>
      block('deliveries', t('deliveries'), { count: mine.items.length, stamp: bench.door }, list(), p({ class: 'wrong', role: 'alert' }, mine.wrong))
  },
}
