// Which entries are wanted: by whom, what, to what, when. A field counts when it is left or Enter is pressed.
import { icon, tags } from '../../lib/tags.js'
import { t } from '../../lib/i18n.js'
import { kinds, said } from './kinds.js'

const { form, label, span, input, select, option, button } = tags

export default {
  name: 'AuditForm',
  props: { filter: { type: Object, required: true } },
  emits: ['choose', 'clear'],
  setup(props, { emit }) {
    const set = name => event => emit('choose', { [name]: event.target.value.trim() })

    const field = (name, type) =>
      label({ class: 'field' }, span({ class: 'field__label' }, t(`audit.${name}`)),
        input({ class: 'field__input', type, name, value: props.filter[name], maxlength: type === 'text' ? 200 : null, autocomplete: 'off', spellcheck: false, onChange: set(name) }))

    const kind = () =>
      label({ class: 'field' }, span({ class: 'field__label' }, t('audit.kind')),
        select({ class: 'field__input', name: 'kind', value: props.filter.kind, onChange: set('kind') },
          option({ value: '' }, t('audit.every-kind')),
          ...kinds().map(one => option({ key: one, value: one }, said(one)))))

    return () =>
      form({ class: 'audit-filter', role: 'search', 'aria-label': t('audit.filter'), onSubmit: event => event.preventDefault() },
        field('actor', 'text'), kind(), field('subject', 'text'), field('from', 'date'), field('to', 'date'),
        button({ class: 'button button--s audit-filter__clear', type: 'button', disabled: !Object.values(props.filter).some(Boolean), onClick: () => emit('clear') }, icon('close', true), t('audit.all')))
  },
}
