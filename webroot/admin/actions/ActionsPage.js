// For administrators: the library of next best actions, one of them in hand, and a customer to try it on.
import { h, onMounted, onUnmounted, reactive } from '../../vendor/vue.js'
import { icon, kbd, tags } from '../../lib/tags.js'
import { t } from '../../lib/i18n.js'
import { actionWords } from '../../lib/actionWords.js'
import { localised } from '../../lib/localised.js'
import { listen } from '../../lib/keys.js'
import { readFailure } from '../../screen/readFailure.js'
import { changed, isNew, library, newAction, openAction, readEffects, readLibrary, readOnly, rehearse, save } from '../../state/actionLibrary.js'
import { watchTopic } from '../../state/watching.js'
import ActionForm from './ActionForm.js'
import ActionList from './ActionList.js'
import ComparisonCard from './ComparisonCard.js'
import FirstAction from './FirstAction.js'
import RehearsalCard from './RehearsalCard.js'
import TesterCard from './TesterCard.js'
import VersionsCard from './VersionsCard.js'
import { stages } from './actionWords.js'

const { div, section, button, h1, span, p, ol, li } = tags

export default {
  name: 'ActionsPage',
  emits: ['close'],
  setup(_, { emit }) {
    actionWords()
    const mine = reactive({ comparing: false })
    watchTopic('actions', readLibrary)
    watchTopic('effects', readEffects)

    const may = { save: () => changed() && !readOnly() && !library.busy, rehearse: () => library.version && !readOnly() && !changed() && !library.busy, compare: () => library.versions.length > 1 }
    const keep = () => { if (may.save()) save() }
    const attempt = () => { if (may.rehearse()) rehearse() }
    const compare = () => { if (may.compare()) mine.comparing = !mine.comparing }

    function walk(step) {
      const ids = [...document.querySelectorAll('.action-library__item')]
      const at = ids.findIndex(one => one === document.activeElement)
      ids[Math.max(0, Math.min(ids.length - 1, at + step))]?.focus()
    }

    let stop
    onMounted(() => {
      stop = listen(() => ({ 'Ctrl+s': keep, r: attempt, d: compare, n: newAction, j: () => walk(1), k: () => walk(-1) }))
      if (library.open) openAction(library.open, library.version?.version)
    })
    onUnmounted(() => stop())

    const title = () => {
      if (isNew()) return t('action.new')
      return library.fields ? localised({ de: library.fields['title.de'], en: library.fields['title.en'] }) || library.open : t('actions')
    }

    const steps = () =>
      library.version && library.own
        ? ol({ class: 'stages', 'aria-label': t('action.stage') }, ...stages(library.version).map(one =>
            li({ key: one.state, class: 'stages__item', 'aria-current': one.now ? 'step' : null }, one.text)))
        : null

    const said = () => library.note || (changed() && !readOnly() ? t('action.unsaved') : '')

    const tools = () =>
      library.fields && !readOnly()
        ? div({ class: 'page-tools' },
            span({ class: 'stamp page-tools__said', role: 'status' }, said()),
            button({ class: 'button button--s', type: 'button', disabled: !may.compare(), 'aria-pressed': mine.comparing, onClick: compare }, t('action.compare'), kbd('D')),
            button({ class: ['button button--s', { 'button--primary': changed() }], type: 'button', disabled: !may.save(), 'aria-keyshortcuts': 'Control+S', onClick: keep }, t('bench.save'), kbd(t('key.save'))),
            button({ class: ['button button--s', { 'button--primary': !changed() && !library.trial }], type: 'button', disabled: !may.rehearse(), onClick: attempt },
              t(library.busy === 'trial' ? 'action.trying' : 'action.try'), kbd('R')))
        : null

    const column = (place, ...content) =>
      section({ class: ['column', `column--${place}`], tabindex: 0, 'aria-label': t(`action.column.${place}`) }, ...content)

    const inHand = () => [
      library.wrong ? p({ class: 'wrong action-wrong', role: 'alert' }, icon('alert', true), ' ', library.wrong) : null,
      library.trial ? h(RehearsalCard) : null,
      mine.comparing && may.compare() ? h(ComparisonCard) : null,
      h(ActionForm, { key: `${library.open} ${library.version?.version}` }),
      library.versions.length ? h(VersionsCard) : null,
    ]

    const all = () =>
      div({ class: 'columns columns--actions' },
        column('read', h(ActionList)),
        column('story', ...(library.fields ? inHand() : [h(FirstAction)])),
        column('work', library.fields ? h(TesterCard, { key: library.open }) : p({ class: 'empty' }, t('tester.none'))))

    return () =>
      div({ class: 'contact contact--supervisor contact--actions' },
        div({ class: 'page-bar' },
          button({ class: 'button button--s', type: 'button', onClick: () => emit('close') }, icon('undo', true), t('page.back'), kbd('Esc')),
          h1({ class: 'page-bar__title' }, title()), steps(), tools(),
          library.failed ? readFailure(() => { readLibrary(); readEffects() }) : null),
        library.items ? all() : library.failed ? null : div({ class: 'skeleton', 'aria-hidden': 'true' }))
  },
}
