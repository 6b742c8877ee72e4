// A user with a role that needs a second factor sets it up before anything else.
import { h } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { enter, signOut } from '../state/session.js'
import { confirmation } from '../state/confirmation.js'
import ConfirmDialog from './ConfirmDialog.js'
import SecondFactorCard from './SecondFactorCard.js'

const { div, main, header, h1, p, span, button } = tags

export default {
  name: 'EnrolScreen',
  setup: () => () =>
    div({ class: 'enrol' },
      header({ class: 'enrol__head', inert: confirmation.asked },
        p({ class: 'brand' }, span({ class: 'brand__mark' }, icon('bell')), 'Shopbell'),
        button({ class: 'button button--s', type: 'button', onClick: signOut }, icon('leave', true), t('menu.leave'))),
      main({ class: 'account__inner', tabindex: -1, inert: confirmation.asked },
        h1({ class: 'enrol__title' }, t('enrol.title')),
        h(SecondFactorCard, { onEnrolled: enter })),
      confirmation.asked ? h(ConfirmDialog) : null),
}
