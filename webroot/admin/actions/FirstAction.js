// Nothing is chosen yet: what the library is, and the one thing to do next.
import { icon, kbd, tags } from '../../lib/tags.js'
import { t } from '../../lib/i18n.js'
import { library, newAction } from '../../state/actionLibrary.js'

const { div, h2, p, button } = tags

export default {
  name: 'FirstAction',
  setup: () => () =>
    div({ class: 'first-action' },
      h2({ class: 'block__title' }, t(library.items.some(one => !one.builtIn) ? 'action.choose' : 'action.first')),
      p(null, t('action.first.text')),
      button({ class: 'button button--primary', type: 'button', onClick: newAction }, icon('plus', true), t('action.new'), kbd('N'))),
}
