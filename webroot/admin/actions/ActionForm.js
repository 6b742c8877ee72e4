// The action in hand as a form: texts, value, limits, the three rules, where it starts and whom it is for.
import { h } from '../../vendor/vue.js'
import { icon, tags } from '../../lib/tags.js'
import { t, tOr } from '../../lib/i18n.js'
import { block } from '../../cards/Block.js'
import { edit, isNew, library, ownVersion, readOnly, sayChange } from '../../state/actionLibrary.js'
import { RULES } from './actionFields.js'
import { KINDS } from './actionWords.js'
import RuleField from './RuleField.js'
import { area, choice, line, tick } from './formFields.js'

const { div, p, span, button, dl } = tags
const SUCCESSES = ['order', 'ticket-closed', 'no-repeat-contact', 'answer']
const STARTS = ['link', 'promise', 'notice', 'webhook']
const TARGET_MOST = 2_000

const file = () =>
  readOnly()
    ? div({ class: 'file-owned', role: 'note' }, icon('info', true),
        p(null, t('action.file', { file: `actions/${library.open}.yaml` })),
        button({ class: 'button button--s', type: 'button', onClick: ownVersion }, t('action.own')))
    : null

// Where the mistake is; that of a rule stands below the rule.
const mistake = () => {
  const one = library.mistake
  if (!one) return null
  const where = one.key ? t('action.mistake.at', { field: tOr(`action.mistake.${one.key}`, one.key) }) : t('action.mistake')
  return p({ class: 'wrong action-wrong', role: 'alert' }, icon('alert', true), ' ', where, ' ', one.line ? null : [span({ lang: 'en' }, one.detail), '. '], t('action.mistake.old'))
}

const texts = () => [
  isNew() ? div({ class: 'fields fields--two' }, line('name', { maxlength: 40, hint: t('action.hint.name'), mono: true }), choice('kind', KINDS, 'action.kind')) : null,
  div({ class: 'fields fields--two' }, line('title.de', { lang: 'de' }), line('title.en', { lang: 'en' }), line('because.de', { lang: 'de' }), line('because.en', { lang: 'en' }), area('steps.de', { lang: 'de' }), area('steps.en', { lang: 'en' })),
]

const worth = () => [
  div({ class: 'fields fields--four' },
    line('value', { inputmode: 'decimal' }), line('cost', { inputmode: 'decimal' }), line('unit', { placeholder: 'EUR', maxlength: 6 }), isNew() ? null : choice('kind', KINDS, 'action.kind')),
  div({ class: 'fields fields--four' },
    choice('success.kind', ['', ...SUCCESSES], 'action.success'), line('success.within', { inputmode: 'numeric' }),
    library.fields['success.kind'] === 'answer' ? line('success.leastScore', { inputmode: 'numeric' }) : null,
    line('evidence.successes', { inputmode: 'numeric' }), line('evidence.trials', { inputmode: 'numeric' })),
  div({ class: 'fields fields--four' },
    line('cap.times', { inputmode: 'numeric' }), line('cap.within', { inputmode: 'numeric' }), line('coolingOff', { inputmode: 'numeric' }), line('holdOut', { inputmode: 'decimal', placeholder: '5' })),
  tick('mandatory'),
]

const place = () => [
  div({ class: 'fields fields--start' },
    choice('start.kind', ['', ...STARTS], 'action.start'),
    library.fields['start.kind'] ? line('start.target', { maxlength: TARGET_MOST, placeholder: library.fields['start.kind'] === 'link' ? 'https://' : '' }) : null),
  div({ class: 'fields fields--four' }, line('from', { type: 'date' }), line('until', { type: 'date' }), line('channels', { placeholder: t('action.every') }), line('queues', { placeholder: t('action.every') })),
  line('reasons', { placeholder: t('action.every'), hint: t('action.hint.reasons') }),
]

const why = () =>
  readOnly() ? null
    : div({ class: 'action-change' },
        span({ class: 'field' }, h('label', { class: 'field__label', for: 'action-change' }, t('action.change')),
          h('input', { id: 'action-change', class: 'field__input', maxlength: 200, placeholder: t('action.change.hint'), value: library.change, onInput: event => sayChange(event.target.value) })))

export default {
  name: 'ActionForm',
  setup: () => () => [
    file(),
    mistake(),
    block('action-texts', t('action.part.texts'), { stamp: t('action.placeholders') }, ...texts()),
    block('action-rules', t('action.part.rules'), { stamp: t('action.rules.over') },
      dl({ class: 'rules' }, ...RULES.map(rule => h(RuleField, {
        key: rule, rule, text: library.fields[rule], fixed: readOnly(), mistake: library.mistake?.key === rule && library.mistake.line ? library.mistake : null, onEdit: text => edit(rule, text),
      })))),
    block('action-worth', t('action.part.worth'), {}, ...worth()),
    block('action-place', t('action.part.place'), {}, ...place()),
    why(),
  ],
}
