// Two versions beside each other, field by field: only what differs.
import { reactive } from '../../vendor/vue.js'
import { tags } from '../../lib/tags.js'
import { t } from '../../lib/i18n.js'
import { block } from '../../cards/Block.js'
import { library } from '../../state/actionLibrary.js'
import { differences } from './actionFields.js'
import { fieldName } from './actionWords.js'

const { div, label, select, option, table, thead, tbody, tr, th, td, del, ins, p } = tags

export default {
  name: 'ComparisonCard',
  setup() {
    const newest = library.version.version
    const mine = reactive({ before: library.versions.find(one => one.version < newest)?.version ?? library.versions.at(-1).version, after: newest })
    const of = number => library.versions.find(one => one.version === number) ?? library.versions[0]

    const pick = side =>
      label({ class: 'field' }, t(`action.compare.${side}`),
        select({ class: 'field__input', name: side, onChange: event => { mine[side] = Number(event.target.value) } },
          ...library.versions.map(one => option({ key: one.version, value: one.version, selected: one.version === mine[side] }, t('action.version', { version: one.version })))))

    const row = ({ key, before, after }) =>
      tr({ key }, th({ scope: 'row' }, fieldName(key)), td(null, before ? del(null, before) : '–'), td(null, after ? ins(null, after) : '–'))

    return () => {
      const all = differences(of(mine.before).action, of(mine.after).action)
      return block('comparison', t('action.compare.title'), {},
        div({ class: 'comparison__sides' }, pick('before'), pick('after')),
        all.length
          ? table({ class: 'comparison' },
              thead(null, tr(null, th({ scope: 'col' }, t('action.compare.field')), th({ scope: 'col' }, t('action.version', { version: mine.before })), th({ scope: 'col' }, t('action.version', { version: mine.after })))),
              tbody(null, ...all.map(row)))
          : p({ class: 'block__empty' }, t('action.compare.same')))
    }
  },
}
