// A connector's file with numbered lines; the place of a mistake is marked under the text.
import { ref } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'

const { div, span, pre, mark, textarea, p, button } = tags

const offset = (text, { line, column }) =>
  text.split('\n').slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + Math.max(0, (column ?? 1) - 1)

export default {
  name: 'Editor',
  props: { name: { type: String, required: true }, text: { type: String, required: true }, mistake: { type: Object, default: null } },
  emits: ['edit', 'save'],
  setup(props, { emit }) {
    const field = ref(null)

    function go() {
      const at = offset(props.text, props.mistake)
      field.value.focus()
      field.value.setSelectionRange(at, at + 1)
    }

    function keyed(event) {
      if (event.key === 's' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        emit('save')
      }
    }

    const under = () => {
      if (!props.mistake?.line) return props.text
      const at = Math.min(offset(props.text, props.mistake), props.text.length)
      // a parser often stands behind what it does not like
      const from = Math.max(at - 1, props.text.lastIndexOf('\n', at - 1) + 1)
      const to = props.text[at] && props.text[at] !== '\n' ? at + 1 : at
      return [props.text.slice(0, from), mark({ class: 'editor__mark' }, props.text.slice(from, to) || ' '), props.text.slice(to)]
    }

    const number = (_, i) =>
      span({ key: i, class: { 'editor__number--wrong': props.mistake?.line === i + 1 } }, i + 1)

    return () => [
      div({ class: 'editor' },
        div({ class: 'editor__numbers num', 'aria-hidden': 'true' }, ...props.text.split('\n').map(number)),
        div({ class: 'editor__page' },
          pre({ class: 'editor__under', 'aria-hidden': 'true' }, under(), '\n'),
          textarea({
            ref: field, id: 'file', class: 'editor__text', value: props.text, wrap: 'off', spellcheck: 'false', autocapitalize: 'off', autocomplete: 'off',
            'aria-label': t('bench.file', { name: props.name }), 'aria-invalid': props.mistake?.line ? 'true' : null,
            'aria-describedby': props.mistake?.line ? 'mistake' : null, 'aria-keyshortcuts': 'Control+S',
            onInput: event => emit('edit', event.target.value), onKeydown: keyed,
          }))),
      p({ class: 'editor__mistake', id: 'mistake', role: 'status' }, props.mistake?.line
        ? [icon('alert', true), button({ class: 'link-button', type: 'button', onClick: go }, t('bench.place', { line: props.mistake.line, column: props.mistake.column ?? 1 })),
          ' ', span({ lang: 'en' }, props.mistake.detail)]
        : ''),
    ]
  },
}
