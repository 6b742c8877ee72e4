// The fields of the form, by the keys of the action in hand.
import { tags } from '../../lib/tags.js'
import { t } from '../../lib/i18n.js'
import { edit, library, readOnly } from '../../state/actionLibrary.js'

const { div, label, input, textarea, select, option, span, p } = tags

const id = key => `action-${key.replace('.', '-')}`
const wrong = key => (library.mistake?.key === key.split('.')[0] && !library.mistake.line ? 'true' : null)
const named = key => label({ class: 'field__label', for: id(key) }, t(`action.field.${key}`))

const common = key => ({
  id: id(key), name: key, value: library.fields[key], readonly: readOnly(), 'aria-invalid': wrong(key), autocomplete: 'off',
  onInput: event => edit(key, event.target.value),
})

export const line = (key, { hint, mono, ...more } = {}) =>
  div({ key, class: 'field' }, named(key),
    input({ type: 'text', class: ['field__input', { 'field__input--mono': mono }], 'aria-describedby': hint ? `${id(key)}-hint` : null, ...more, ...common(key), lang: more.lang, dir: 'auto' }),
    hint ? p({ class: 'field__hint', id: `${id(key)}-hint` }, hint) : null)

export const area = (key, more) =>
  div({ key, class: 'field' }, named(key), textarea({ class: 'field__input field__input--area', rows: 2, ...more, ...common(key) }))

// What cannot be changed is written, not a choice that cannot be opened.
export const choice = (key, values, words) =>
  readOnly()
    ? div({ key, class: 'field' }, named(key), input({ type: 'text', class: 'field__input', id: id(key), readonly: true, value: t(`${words}.${library.fields[key] || 'none'}`) }))
    : div({ key, class: 'field' }, named(key),
        select({ class: 'field__input', ...common(key), readonly: null },
          ...values.map(value => option({ key: value, value, selected: value === library.fields[key] }, t(`${words}.${value || 'none'}`)))))

export const tick = key =>
  label({ key, class: 'tick' },
    input({ type: 'checkbox', name: key, checked: Boolean(library.fields[key]), disabled: readOnly(), onChange: event => edit(key, event.target.checked ? 'yes' : '') }),
    span(null, t(`action.field.${key}`)))
