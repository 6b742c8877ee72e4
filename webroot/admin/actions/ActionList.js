// Every action by its kind, with what it does and where it stands; new ones, and files to read.
import { ref } from '../../vendor/vue.js'
import { icon, kbd, tags } from '../../lib/tags.js'
import { t } from '../../lib/i18n.js'
import { narrow } from '../../lib/narrow.js'
import { localised } from '../../lib/localised.js'
import { importYaml, library, newAction, openAction } from '../../state/actionLibrary.js'
import { KINDS, meta } from './actionWords.js'

const { nav, h2, h3, ul, li, button, span, div, input, label } = tags

export default {
  name: 'ActionList',
  setup() {
    const file = ref(null)

    async function read(event) {
      const [chosen] = event.target.files
      if (chosen) await importYaml(await chosen.text())
      event.target.value = ''
    }

    async function open(id) {
      await openAction(id)
      if (narrow.value) document.querySelector('.contact--actions .column--story')?.scrollIntoView()
    }

    const item = entry => {
      const effect = library.effects[entry.id]
      return li({ key: entry.id },
        button({ class: 'action-library__item', type: 'button', 'aria-current': entry.id === library.open ? 'true' : null, onClick: () => open(entry.id) },
          span({ class: 'action-library__name' }, localised(entry.action.title)),
          span({ class: ['action-library__meta', { 'is-bad': effect?.retirement }] }, meta(entry, effect))))
    }

    const group = kind => {
      const all = library.items.filter(entry => entry.action.kind === kind)
      return all.length ? [h3({ key: kind, class: 'action-library__kind' }, t(`action.kind.${kind}`)), ul({ key: `${kind} list` }, ...all.map(item))] : null
    }

    return () =>
      div({ class: 'action-library' },
        div({ class: 'action-library__acts' },
          button({ class: 'button button--s', type: 'button', onClick: newAction }, icon('plus', true), t('action.new'), kbd('N')),
          label({ class: 'button button--s' }, icon('up', true), t('action.import'), span({ class: 'visually-hidden' }, 'YAML'),
            input({ ref: file, class: 'visually-hidden', type: 'file', accept: '.yaml,.yml,.json', onChange: read }))),
        nav({ 'aria-label': t('actions') }, h2({ class: 'visually-hidden' }, t('action.all')), ...KINDS.map(group)))
  },
}
