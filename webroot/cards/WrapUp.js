// What it was about and how it ended; with the note it closes the contact. The reason is preselected from our guess.
import { reactive } from '../vendor/vue.js'
import { icon, kbd, tags } from '../lib/tags.js'
import { t, tOr } from '../lib/i18n.js'
import { post, wrong } from '../lib/api.js'
import { draft, keep } from '../state/drafts.js'
import { rulesOf } from '../lib/queueRules.js'
import { joinedTo } from '../lib/joined.js'
import { desk, goHome } from '../state/desk.js'
import { likeliest } from './ReasonsCard.js'

const { form, fieldset, legend, label, input, span, button, p, div } = tags

export default {
  name: 'WrapUp',
  props: { card: { type: Object, required: true } },
  setup(props) {
    const mine = reactive({ wrong: '', busy: false })
    const { id, queue } = props.card.interaction
    const rules = rulesOf(queue)
    const guess = () => (props.card.reasonsHidden ? '' : likeliest(props.card.reason)?.topic ?? '')
    const reason = () => draft(id).reason || guess()

    async function submit(event) {
      event.preventDefault()
      const { outcome, note } = draft(id)
      const ending = { disposition: outcome || undefined, reason: reason() || undefined, note: note || undefined }
      if (!outcome && rules.dispositionRequired) { mine.wrong = t('wrap-up.choose'); return }
      Object.assign(mine, { busy: true, wrong: '' })
      try {
        const other = joinedTo(props.card)
        if (other) await post('/wrap-ups', { items: [{ ...ending, interaction: other.interaction.id, note: draft(other.interaction.id).note || ending.note }] })
        await post(`/interactions/${id}/wrap-up`, ending)
      } catch (failure) {
        mine.wrong = wrong(failure)
      } finally {
        mine.busy = false
      }
    }

    const option = (name, chosen, field) => ({ value, text }) =>
      label({ key: value, class: 'option' },
        input({ type: 'radio', name: field, value, checked: chosen === value, onChange: () => keep(id, { [field]: value }) }),
        span(null, icon('check', true), tOr(`${name}.${value}`, text)))

    const group = (title, name, choices, chosen, field) =>
      fieldset({ class: 'wrap-up__group' }, legend(null, title), div({ class: 'options' }, ...choices.map(option(name, chosen, field))))

    const several = () => desk.cards.filter(card => card.interaction.state === 'wrap-up').length

    const about = () => (guess() && !draft(id).reason ? `${t('wrap-up.reason')} ${t('wrap-up.guessed')}` : t('wrap-up.reason'))

    return () =>
      form({ class: 'wrap-up', onSubmit: submit },
        rules.reasons.length ? group(about(), 'topic', rules.reasons, reason(), 'reason') : null,
        group(t('wrap-up.outcome'), 'disposition', rules.dispositions, draft(id).outcome, 'outcome'),
        p({ class: 'wrong', role: 'alert' }, mine.wrong),
        button({ id: 'wrap-up-done', class: 'button button--primary button--wide', type: 'submit', disabled: mine.busy }, t(joinedTo(props.card) ? 'wrap-up.both' : 'wrap-up.done'), kbd(t('key.enter'))),
        several() > 1 ? button({ class: 'link-button', type: 'button', onClick: goHome }, t('finish.all', { n: several() })) : null)
  },
}
