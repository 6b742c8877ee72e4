// What has just left this desk; one that was finished too soon comes back within five minutes, as it was.
import { reactive } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { time } from '../lib/format.js'
import { post, wrong } from '../lib/api.js'
import { now } from '../lib/clock.js'
import { cameBack, desk } from '../state/desk.js'
import { keep } from '../state/drafts.js'
import { callBack, opens } from './callBack.js'

const { section, h2, ul, li, div, p, span, button } = tags
const SIGNS = { call: 'call', email: 'mail', chat: 'chat', message: 'chat' }
const MISSED = ['abandoned', 'missed']
const REGRET = 5 * 60_000

export default {
  name: 'LeftList',
  setup() {
    const mine = reactive({ busy: null, failed: null, why: '' })

    async function reopen({ card }) {
      const { id } = card.interaction
      Object.assign(mine, { busy: id, failed: null })
      try {
        const { disposition, reason, note } = await post(`/interactions/${id}/reopen`)
        keep(id, { outcome: disposition ?? '', reason: reason ?? '', note: note ?? '', sent: note ?? '', wrapping: true })
        cameBack(id)
      } catch (failure) {
        Object.assign(mine, { failed: id, why: wrong(failure) })
      } finally {
        mine.busy = null
      }
    }

    const again = one =>
      one.reason === 'closed' && now.value - one.at < REGRET
        ? button({ class: 'button button--s rows__act', type: 'button', disabled: mine.busy === one.card.interaction.id, onClick: () => reopen(one) }, icon('undo', true), t('calm.reopen'))
        : MISSED.includes(one.reason) ? callBack(one.card.interaction.channel, one.card.interaction.from) : null

    const row = one =>
      li({ class: 'rows__item', key: one.card.interaction.id + one.at },
        icon(SIGNS[one.card.interaction.channel]),
        div(null, opens(one.card.customer, one.card.interaction.from), p({ class: 'rows__meta' }, t(`gone.${one.reason}`)), again(one),
          mine.failed === one.card.interaction.id ? p({ class: 'wrong', role: 'alert' }, mine.why) : null),
        span({ class: 'rows__end num' }, time(one.at)))

    return () =>
      section({ class: 'calm__block' }, h2({ class: 'block__title' }, t('calm.left')), ul({ class: 'rows' }, ...desk.left.map(row)))
  },
}
