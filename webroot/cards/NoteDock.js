// The note, saved as it is typed, with a promise and the wrap-up beside it; docked, so it never scrolls away.
import { h, reactive } from '../vendor/vue.js'
import { icon, kbd, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { seconds } from '../lib/format.js'
import { note, write } from '../lib/notes.js'
import PromiseForm from './PromiseForm.js'
import WrapUp from './WrapUp.js'

const { section, label, textarea, div, button, span } = tags

const saved = mine =>
  mine.state === 'idle' ? null
    : span({ class: ['note__saved', `note__saved--${mine.state}`], role: mine.state === 'saved' || mine.state === 'saving' ? null : 'alert' },
        icon(mine.state === 'saved' ? 'check' : mine.state === 'saving' ? 'retry' : 'alert', true),
        t(`note.${mine.state}`, { at: mine.at ? seconds(mine.at) : '' }))

export default {
  name: 'NoteDock',
  props: { card: { type: Object, required: true } },
  setup(props) {
    const open = reactive({ promise: false, wrapUp: false })
    const id = () => props.card.interaction.id

    return () => {
      const mine = note(id())
      const wrapping = open.wrapUp || props.card.interaction.state === 'wrap-up'
      return section({ class: 'dock', 'aria-label': t('note') },
        div({ class: 'dock__head' }, label({ class: 'dock__title', for: 'note' }, t('note')), saved(mine)),
        textarea({ id: 'note', class: 'dock__field', rows: 2, maxlength: 10_000, placeholder: t('note.hint'), value: mine.text, onInput: event => write(id(), event.target.value) }),
        div({ class: 'dock__acts' },
          props.card.customer
            ? button({ id: 'promise-open', class: 'button button--s', type: 'button', 'aria-expanded': open.promise, onClick: () => { open.promise = !open.promise } }, icon('promise', true), t('promise.make'), ' ', kbd('P'))
            : null,
          props.card.interaction.state === 'wrap-up' ? null
            : button({ id: 'wrap-up-open', class: 'button button--s', type: 'button', 'aria-expanded': open.wrapUp, onClick: () => { open.wrapUp = !open.wrapUp } }, icon('check', true), t('wrap-up'), ' ', kbd('W'))),
        open.promise ? h(PromiseForm, { interaction: id(), onDone: () => { open.promise = false } }) : null,
        wrapping ? h(WrapUp, { interaction: id(), text: mine.text }) : null)
    }
  },
}
