// The note, saved as it is typed, with a promise and the wrap-up beside it; docked, so it never scrolls away.
import { h } from '../vendor/vue.js'
import { icon, kbd, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { seconds } from '../lib/format.js'
import { draft, keep } from '../state/drafts.js'
import { saving, write } from '../state/notes.js'
import PromiseForm from './PromiseForm.js'
import WrapUp from './WrapUp.js'

const { section, label, textarea, div, button, span } = tags
const SIGNS = { saved: 'check', saving: 'retry', local: 'alert', refused: 'alert' }

const saved = ({ state, at }) =>
  span({ class: ['note__saved', `note__saved--${state}`], role: 'status' },
    ...(state === 'idle' ? [] : [icon(SIGNS[state], true), t(`note.${state}`, { at: at ? seconds(at) : '' })]))

export default {
  name: 'NoteEditor',
  props: { card: { type: Object, required: true } },
  setup(props) {
    const id = () => props.card.interaction.id
    const flip = what => keep(id(), { [what]: !draft(id())[what] })

    const opener = (what, open, name, key) =>
      button({ id: `${what}-open`, class: 'button button--s', type: 'button', 'aria-expanded': open, onClick: () => flip(what === 'promise' ? 'promising' : 'wrapping') },
        icon(name, true), t(what === 'promise' ? 'promise.make' : 'wrap-up'), kbd(key))

    return () => {
      const { note, promising, wrapping } = draft(id())
      const over = props.card.interaction.state === 'wrap-up'
      return section({ class: ['dock', { 'dock--open': promising || wrapping || over }], 'aria-label': t('note') },
        div({ class: 'dock__head' }, label({ class: 'dock__title', for: 'note' }, t('note')), kbd('N'), saved(saving(id()))),
        textarea({ id: 'note', class: 'dock__field', rows: 2, maxlength: 10_000, dir: 'auto', placeholder: t('note.hint'), value: note, onInput: event => write(id(), event.target.value) }),
        div({ class: 'dock__acts' },
          props.card.customer ? opener('promise', promising, 'promise', 'P') : null,
          over ? null : opener('wrap-up', wrapping, 'check', 'W')),
        promising && props.card.customer ? h(PromiseForm, { interaction: id() }) : null,
        wrapping || over ? h(WrapUp, { card: props.card }) : null)
    }
  },
}
