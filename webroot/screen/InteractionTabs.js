// Everything in hand at once; a new contact is added at the end, and nothing ever changes its place. What does not fit is counted.
import { h, onMounted, onUnmounted, ref, watch } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { elapsed } from '../lib/format.js'
import { desk, listAll, ringing, show, unread } from '../state/desk.js'
import { page } from '../state/page.js'
import { now } from '../lib/clock.js'
import { personOf } from '../lib/person.js'
import { rings } from '../lib/ring.js'
import TabList from './TabList.js'

const { nav, button, span, bdi } = tags
const SIGNS = { call: 'call', email: 'mail', chat: 'chat', message: 'chat' }
// Pixels that a tab and the counter take at least, with the gap after them.
const NARROWEST = 106
const COUNTER = 84

function clock({ state, arrivedAt, answeredAt, endedAt }) {
  if (state === 'ringing' || state === 'queued') return elapsed(arrivedAt, now.value)
  return state === 'wrap-up' ? null : elapsed(answeredAt ?? arrivedAt, endedAt ? new Date(endedAt) : now.value)
}

const sign = card => (ringing(card) ? 'bell' : card.interaction.state === 'wrap-up' ? 'note' : card.interaction.state === 'held' ? 'pause' : SIGNS[card.interaction.channel])

const news = n => (n ? span({ class: 'tab__news num' }, n, span({ class: 'visually-hidden' }, ` ${t('tab.unread')}`)) : null)

const tab = (card, i) => {
  const { id, state } = card.interaction
  const here = desk.active === id && !page.at
  return button({
    key: id, type: 'button', class: ['tab', `tab--${state}`], 'aria-current': here ? 'page' : null,
    title: `${personOf(card)} · ${t(`state.${state}`)}`, 'aria-keyshortcuts': i < 9 ? `Alt+${i + 1}` : null,
    onClick: () => show(id),
  },
  icon(sign(card)),
  bdi({ class: 'tab__name' }, personOf(card)),
  span({ class: 'visually-hidden' }, t(`state.${state}`)),
  span({ class: 'tab__clock num' }, clock(card.interaction)),
  here ? null : news(unread(card)))
}

const fitting = (width, n) => (n * NARROWEST <= width ? n : Math.max(0, Math.floor((width - COUNTER) / NARROWEST)))

function counter(hidden) {
  const ring = hidden.some(rings)
  const messages = hidden.reduce((sum, card) => sum + unread(card), 0)
  const words = [t('tabs.more', { n: hidden.length }), ring ? t('tabs.more.ring') : null, messages ? `${messages} ${t('tab.unread')}` : null]
  return button({
    type: 'button', class: ['tabs-more', { 'tabs-more--ringing': ring, 'tabs-more--here': hidden.some(card => desk.active === card.interaction.id && !page.at) }],
    'aria-expanded': desk.listing, 'aria-controls': desk.listing ? 'tab-list' : null, 'aria-keyshortcuts': 'Alt+0', 'aria-label': words.filter(Boolean).join(', '),
    onPointerdown: event => { if (desk.listing) event.stopPropagation() }, onClick: () => listAll(!desk.listing),
  }, ring ? icon('bell', true) : null, `+${hidden.length}`, icon('right', true), messages ? span({ class: 'tab__news num' }, messages) : null)
}

export default {
  name: 'InteractionTabs',
  setup() {
    const row = ref(null)
    const width = ref(0)
    const watcher = new ResizeObserver(([{ contentRect }]) => { width.value = contentRect.width })
    onMounted(() => { width.value = row.value.clientWidth; watcher.observe(row.value) })
    onUnmounted(() => watcher.disconnect())
    watch(() => desk.active, () => scrollTo(0, 0))
    return () => {
      const fit = fitting(width.value, desk.cards.length)
      const hidden = desk.cards.slice(fit)
      return nav({ ref: row, class: ['tabs', { 'tabs--none': !desk.cards.length }], 'aria-label': t('tabs') },
        ...desk.cards.slice(0, fit).map(tab),
        hidden.length ? counter(hidden) : null,
        desk.listing && desk.cards.length ? h(TabList, { sign }) : null)
    }
  },
}
