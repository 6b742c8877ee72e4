// Everything in hand at once; a new contact is added at the end, and nothing ever changes its place.
import { nextTick, ref, watch } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { elapsed, phone } from '../lib/format.js'
import { desk, ringing, show, unread } from '../lib/desk.js'
import { now } from '../lib/clock.js'

const { nav, button, span, bdi } = tags
const SIGNS = { call: 'call', email: 'mail', chat: 'chat', message: 'chat' }

const title = card => card.customer?.name ?? (card.interaction.from ? phone(card.interaction.from) : t('who.withheld'))

function clock({ state, arrivedAt, answeredAt, endedAt }) {
  if (state === 'ringing' || state === 'queued') return elapsed(arrivedAt, now.value)
  return state === 'wrap-up' ? null : elapsed(answeredAt ?? arrivedAt, endedAt ? new Date(endedAt) : now.value)
}

const sign = card => (ringing(card) ? 'bell' : card.interaction.state === 'wrap-up' ? 'note' : card.interaction.state === 'held' ? 'pause' : SIGNS[card.interaction.channel])

const news = n => (n ? span({ class: 'tab__news num' }, n, span({ class: 'visually-hidden' }, ` ${t('tab.unread')}`)) : null)

const tab = (card, i) => {
  const { id, state } = card.interaction
  const here = desk.active === id && !desk.page
  return button({
    key: id, type: 'button', class: ['tab', `tab--${state}`], 'aria-current': here ? 'page' : null,
    title: `${title(card)} · ${t(`state.${state}`)}`, 'aria-keyshortcuts': i < 9 ? `Alt+${i + 1}` : null,
    onClick: () => show(id),
  },
  icon(sign(card)),
  bdi({ class: 'tab__name' }, title(card)),
  span({ class: 'visually-hidden' }, t(`state.${state}`)),
  span({ class: 'tab__clock num' }, clock(card.interaction)),
  here ? null : news(unread(card)))
}

export default {
  name: 'ContactTabs',
  setup() {
    const row = ref(null)
    const inSight = () => nextTick(() => row.value?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }))
    watch(() => desk.active, () => { scrollTo(0, 0); inSight() })
    return () => nav({ ref: row, class: 'tabs', 'aria-label': t('tabs') }, ...desk.cards.map(tab))
  },
}
