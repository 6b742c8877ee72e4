// Every version of the action in hand: nothing is lost, each can be opened, taken again or kept as a file.
import { reactive } from '../../vendor/vue.js'
import { icon, tags } from '../../lib/tags.js'
import { t } from '../../lib/i18n.js'
import { when } from '../../lib/format.js'
import { keepFile } from '../../lib/download.js'
import { block } from '../../cards/Block.js'
import { library, move, openAction, readOnly, revertTo } from '../../state/actionLibrary.js'
import { stateOf } from './actionWords.js'

const { ol, li, b, span, p, div, button } = tags

export default {
  name: 'VersionsCard',
  setup() {
    const mine = reactive({ retiring: false })
    const act = (text, sign, run, about) =>
      button({ class: 'button button--s', type: 'button', disabled: Boolean(library.busy), onClick: run }, icon(sign, true), text, about ? span({ class: 'visually-hidden' }, ` ${about}`) : null)

    const yaml = one => keepFile(new Blob([one.yaml], { type: 'application/yaml' }), `${library.open}.yaml`)

    const version = (one, i) =>
      li({ key: one.version, class: ['versions__item', { 'versions__item--open': one.version === library.version.version }] },
        b({ class: 'versions__n' }, t('action.version', { version: one.version })),
        div(null,
          p({ class: 'versions__what' }, one.change || t('action.built-in')),
          p({ class: 'versions__meta' }, [one.author, one.at ? when(one.at) : null].filter(Boolean).join(', ')),
          div({ class: 'rows__acts' },
            one.version === library.version.version ? null : act(t('action.open'), 'right', () => openAction(library.open, one.version), t('action.version', { version: one.version })),
            i === 0 || readOnly() ? null : act(t('action.revert'), 'undo', () => revertTo(one), t('action.version', { version: one.version })),
            act('YAML', 'down', () => yaml(one), t('action.version', { version: one.version })))),
        span({ class: ['versions__state', `versions__state--${one.state}`] }, stateOf(one)))

    // What is on the cards goes only after a second look.
    const retire = () => {
      if (readOnly()) return null
      if (library.version.state === 'retired') return div({ class: 'rows__acts' }, act(t('action.again'), 'undo', () => move('draft', t('action.change.again'))))
      return mine.retiring
        ? div({ class: 'retire', role: 'group', 'aria-label': t('action.retire') },
            p(null, t('action.retire.text')),
            div({ class: 'rows__acts' },
              button({ class: 'button button--s button--danger', type: 'button', disabled: Boolean(library.busy), onClick: () => { mine.retiring = false; move('retired', t('action.change.retired')) } }, t('action.retire.do')),
              button({ class: 'button button--s', type: 'button', onClick: () => { mine.retiring = false } }, t('merge.cancel'))))
        : div({ class: 'rows__acts' }, button({ class: 'button button--s', type: 'button', onClick: () => { mine.retiring = true } }, icon('ban', true), t('action.retire')))
    }

    return () =>
      block('versions', t('action.versions'), { count: library.versions.length, stamp: t('action.versions.kept') },
        ol({ class: 'versions' }, ...library.versions.map(version)), retire())
  },
}
