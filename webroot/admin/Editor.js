// A connector's file with numbered lines; the place of a mistake is marked under the text.
import { ref } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { aroundPlace, offset } from './markedPlace.js'

const { div, span, pre, mark, textarea, p, button } = tags

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
      const [before, marked, after] = aroundPlace(props.text, props.mistake)
      return [before, mark({ class: 'editor__mark' }, marked), after]
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
