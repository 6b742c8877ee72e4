// How it ended; with the note it closes the contact.
import { reactive } from '../vendor/vue.js'
import { icon, kbd, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { post } from '../lib/api.js'
import { forget } from '../lib/notes.js'

const { form, fieldset, legend, label, input, span, button, p, div } = tags
const OUTCOMES = ['resolved', 'callback', 'escalated', 'unresolved']

export default {
  name: 'WrapUp',
  props: { interaction: { type: String, required: true }, text: { type: String, required: true } },
  setup(props) {
    const mine = reactive({ outcome: '', wrong: '', busy: false })

    async function submit(event) {
      event.preventDefault()
      if (!mine.outcome) { mine.wrong = t('wrap-up.choose'); return }
      Object.assign(mine, { busy: true, wrong: '' })
      try {
        await post(`/interactions/${props.interaction}/wrap-up`, { disposition: mine.outcome, note: props.text || undefined })
        forget(props.interaction)
      } catch {
        Object.assign(mine, { wrong: t('failed'), busy: false })
      }
    }

    const option = outcome =>
      label({ key: outcome, class: 'option' },
        input({ type: 'radio', name: 'outcome', value: outcome, checked: mine.outcome === outcome, onChange: () => { mine.outcome = outcome } }),
        span(null, icon('check', true), t(`disposition.${outcome}`)))

    const keyed = event => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event) }

    return () =>
      form({ class: 'wrap-up', onSubmit: submit, onKeydown: keyed },
        fieldset({ class: 'wrap-up__group' }, legend(null, t('wrap-up.outcome')), div({ class: 'options' }, ...OUTCOMES.map(option))),
        p({ class: 'wrong', role: 'alert' }, mine.wrong),
        button({ class: 'button button--primary button--wide', type: 'submit', disabled: mine.busy }, t('wrap-up.done'), ' ', kbd('Strg ⏎')))
  },
}
