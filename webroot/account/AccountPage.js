// A person's own account: the password, the second factor, and where they are signed in.
import { h, reactive } from '../vendor/vue.js'
import { icon, kbd, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { session } from '../state/session.js'
import PasswordCard from './PasswordCard.js'
import SecondFactorCard from './SecondFactorCard.js'
import SessionsCard from './SessionsCard.js'

const { div, button, h1, p, span } = tags

const who = agent =>
  div({ class: 'account__who' },
    span({ class: 'monogram monogram--l', 'aria-hidden': 'true' }, [...agent.name].slice(0, 2).join('')),
    div(null, p({ class: 'account__name', dir: 'auto' }, agent.name), p({ class: 'account__role' }, t(`role.${agent.role}`))))

export default {
  name: 'AccountPage',
  emits: ['close'],
  setup(_, { emit }) {
    const mine = reactive({ changes: 0 })
    return () =>
      div({ class: 'contact contact--supervisor' },
        div({ class: 'page-bar' },
          button({ class: 'button button--s', type: 'button', onClick: () => emit('close') }, icon('undo', true), t('page.back'), kbd('Esc')),
          h1({ class: 'page-bar__title', id: 'account-title' }, t('account'))),
        div({ class: 'account', tabindex: 0, role: 'region', 'aria-labelledby': 'account-title' },
          div({ class: 'account__inner' },
            who(session.agent),
            h(PasswordCard, { onChanged: () => { mine.changes++ } }),
            h(SecondFactorCard),
            h(SessionsCard, { key: mine.changes }))))
  },
}
