// The sessions of the user, and a button that ends all of them.
import { onMounted, reactive } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { get, wrong } from '../lib/api.js'
import { when } from '../lib/format.js'
import { leaveEverywhere } from '../state/session.js'
import { block } from '../cards/Block.js'

const { ul, li, div, h3, p, button } = tags

const row = one =>
  li({ key: one.openedAt, class: ['rows__item', { 'session--here': one.current }] },
    icon('web'),
    div(null,
      h3({ class: 'rows__what' }, t(one.current ? 'sessions.here' : 'sessions.other')),
      p({ class: 'rows__meta' }, t('sessions.since', { opened: when(one.openedAt), seen: when(one.seenAt) }))))

export default {
  name: 'SessionsCard',
  setup() {
    const mine = reactive({ items: null, busy: false, failed: '' })

    async function load() {
      try {
        mine.items = (await get('/sessions')).items
      } catch (failure) {
        mine.failed = wrong(failure)
      }
    }

    async function end() {
      Object.assign(mine, { busy: true, failed: '' })
      try {
        await leaveEverywhere()
      } catch (failure) {
        Object.assign(mine, { busy: false, failed: wrong(failure) })
      }
    }

    onMounted(load)

    return () =>
      block('sessions', t('sessions'), { count: mine.items?.length },
        p({ class: 'rows__meta' }, t('sessions.lead')),
        mine.items ? ul({ class: 'rows' }, ...mine.items.map(row)) : null,
        p({ class: 'wrong', role: 'alert' }, mine.failed),
        button({ class: 'button account__act', type: 'button', disabled: mine.busy, onClick: end }, icon('leave', true), t('sessions.end')))
  },
}
