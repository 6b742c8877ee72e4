// No call rings: contacts to finish, missed ones, those that have just left, and the search for a customer.
import { h } from '../vendor/vue.js'
import { icon, kbd, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { desk } from '../state/desk.js'
import { session } from '../state/session.js'
import LeftList from './LeftList.js'
import MissedList from './MissedList.js'
import DuePromises from './DuePromises.js'
import WrapUpList from './WrapUpList.js'

const { div, h1, p, ul, li, span } = tags

const key = (keys, what) => li(null, ...keys.map(kbd), span(null, t(`keys.${what}`)))

export default {
  name: 'EmptyDesk',
  setup: () => () =>
    div({ class: 'calm', tabindex: 0, role: 'region', 'aria-labelledby': 'who-name' },
      div({ class: 'calm__inner' },
        div({ class: 'calm__bell', 'aria-hidden': 'true' }, icon('bell')),
        h1({ class: 'calm__title', id: 'who-name' }, t(desk.cards.length ? 'calm.title.some' : 'calm.title')),
        p({ class: 'calm__lead' }, t('calm.lead'), ' ', session.agent.queues.length ? t('calm.queues', { queues: session.agent.queues.join(', ') }) : t('calm.all')),
        ul({ class: 'calm__keys' }, key(['/'], 'search'), key(['Alt 1–9'], 'tab'), key(['?'], 'help')),
        div({ class: 'calm__blocks' },
          h(WrapUpList), h(DuePromises), desk.missed.length ? h(MissedList) : null, desk.left.length ? h(LeftList) : null))),
}
