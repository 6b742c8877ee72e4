// One rule as its author types it; the place of a mistake is marked under the text.
import { ref } from '../../vendor/vue.js'
import { icon, tags } from '../../lib/tags.js'
import { t } from '../../lib/i18n.js'
import { aroundPlace, offset } from '../markedPlace.js'

const { div, dt, dd, label, pre, mark, small, textarea, p, button, span } = tags

export default {
  name: 'RuleField',
  props: { rule: { type: String, required: true }, text: { type: String, required: true }, mistake: { type: Object, default: null }, fixed: Boolean },
  emits: ['edit'],
  setup(props, { emit }) {
    const field = ref(null)

    function go() {
      const at = offset(props.text, props.mistake)
      field.value.focus()
      field.value.setSelectionRange(at, at + 1)
    }

    const under = () => {
      if (!props.mistake) return props.text
      const [before, marked, after] = aroundPlace(props.text, props.mistake)
      return [before, mark({ class: 'editor__mark' }, marked), after]
    }

    const wrong = () =>
      p({ class: 'editor__mistake', id: `wrong-${props.rule}`, role: 'status' }, props.mistake
        ? [icon('alert', true), button({ class: 'link-button', type: 'button', onClick: go }, t('bench.place', props.mistake)), ' ', span({ lang: 'en' }, props.mistake.detail)]
        : '')

    return () =>
      div({ class: 'rule' },
        dt(null, label({ for: `rule-${props.rule}` }, t(`action.rule.${props.rule}`)), small(null, t(`action.rule.${props.rule}.more`))),
        dd(null,
          div({ class: ['rule__code', { 'rule__code--fixed': props.fixed, 'rule__code--wrong': props.mistake }] },
            pre({ class: 'rule__under', 'aria-hidden': 'true' }, under(), '\n'),
            textarea({
              ref: field, id: `rule-${props.rule}`, class: 'rule__text', value: props.text, rows: 1, spellcheck: 'false', autocapitalize: 'off', autocomplete: 'off', readonly: props.fixed,
              placeholder: t('action.rule.none'), 'aria-invalid': props.mistake ? 'true' : null, 'aria-describedby': props.mistake ? `wrong-${props.rule}` : null,
              onInput: event => emit('edit', event.target.value),
            })),
          wrong()))
  },
}
