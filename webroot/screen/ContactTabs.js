import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { elapsed, phone } from '../lib/format.js'
import { desk, show } from '../lib/desk.js'
import { now } from '../lib/clock.js'

const { nav, button, span, bdi } = tags

const title = card => card.customer?.name ?? (card.interaction.from ? phone(card.interaction.from) : t('who.withheld'))

function clock({ state, arrivedAt, answeredAt, endedAt }) {
  if (state === 'ringing' || state === 'queued') return elapsed(arrivedAt, now.value)
  if (state === 'wrap-up') return t('state.wrap-up')
  return elapsed(answeredAt ?? arrivedAt, endedAt ? new Date(endedAt) : now.value)
}

const tab = (card, i) => {
  const { id, state, channel } = card.interaction
  const here = desk.active === id && !desk.page
  return button({
    key: id, type: 'button', class: ['tab', `tab--${state}`], 'aria-current': here ? 'page' : null,
    title: `${title(card)} · ${t(`state.${state}`)}`, 'aria-keyshortcuts': i < 9 ? `Alt+${i + 1}` : null,
    onClick: () => show(id),
  },
  icon(state === 'ringing' || state === 'queued' ? 'bell' : channel === 'call' ? 'call' : channel === 'email' ? 'mail' : 'chat'),
  bdi({ class: 'tab__name' }, title(card)),
  span({ class: 'visually-hidden' }, t(`state.${state}`)),
  span({ class: 'tab__clock num' }, clock(card.interaction)))
}

export default {
  name: 'ContactTabs',
  setup: () => () => nav({ class: 'tabs', 'aria-label': t('tabs') }, ...desk.cards.map(tab)),
}
