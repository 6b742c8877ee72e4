// Search over everything: name, number, e-mail, customer, order or ticket number; typing errors are forgiven.
import { nextTick, onMounted, onUnmounted, reactive, ref } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { desk, show } from '../state/desk.js'
import { openCustomer } from '../state/page.js'
import { search } from '../lib/search.js'
import { apart } from '../lib/distinction.js'

const SIGNS = { call: 'call', email: 'mail', chat: 'chat', message: 'chat' }

const { div, input, ul, li, button, span, b, bdi, p, label, small } = tags

export default {
  name: 'CommandPalette',
  emits: ['close'],
  setup(_, { emit }) {
    const field = ref(null)
    const mine = reactive({ at: 0 })
    const hits = search()
    const before = document.activeElement
    onMounted(() => nextTick(() => field.value.focus()))
    onUnmounted(() => { hits.stop(); before?.focus?.() })

    const contacts = () => desk.cards.filter(card => {
      const text = `${card.customer?.name ?? ''} ${card.interaction.from ?? ''}`.toLowerCase()
      return text.includes(hits.state.text.toLowerCase())
    })
    const rows = () => [
      ...contacts().map(card => ({
        key: card.interaction.id, icon: SIGNS[card.interaction.channel], name: card.customer?.name ?? card.interaction.from ?? t('who.withheld'),
        hint: t(`state.${card.interaction.state}`), go: () => show(card.interaction.id),
      })),
      ...hits.state.items.map(found => ({
        key: found.id, icon: found.kind === 'company' ? 'building' : 'user', name: found.name,
        hint: t(`found.${found.match}`), apart: apart(found.distinction), go: () => openCustomer(found.id),
      })),
    ]

    function pick(row) {
      row.go()
      emit('close')
    }

    function keyed(event, all) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step) mine.at = (mine.at + step + all.length) % Math.max(1, all.length)
      else if (event.key === 'Enter' && all[mine.at]) pick(all[mine.at])
      else if (event.key === 'Escape') emit('close')
      else if (event.key === 'Tab') { /* the field is the only stop; arrows choose */ }
      else return
      event.preventDefault()
      event.stopPropagation()
    }

    const row = (found, i) =>
      li({ key: found.key, role: 'presentation' },
        button({
          id: `hit-${i}`, class: ['hit', { 'hit--on': i === mine.at }], type: 'button', role: 'option', tabindex: -1,
          'aria-selected': i === mine.at, onClick: () => pick(found), onMousemove: () => { mine.at = i },
        }, icon(found.icon), span({ class: 'hit__name' }, bdi(null, b(null, found.name)), found.apart ? small({ class: 'hit__apart' }, found.apart) : null), span({ class: 'hit__why' }, found.hint)))

    return () => {
      const all = rows()
      return div({ class: 'scrim', onClick: event => { if (event.target === event.currentTarget) emit('close') } },
        div({ class: 'box', role: 'dialog', 'aria-modal': 'true', 'aria-label': t('search.open') },
          label({ class: 'box__search' }, icon('search'), span({ class: 'visually-hidden' }, t('search.label')),
            input({
              ref: field, type: 'text', placeholder: t('search.label'), value: hits.state.text, role: 'combobox',
              'aria-expanded': 'true', 'aria-controls': 'hits', 'aria-activedescendant': all.length ? `hit-${mine.at}` : null,
              autocomplete: 'off', spellcheck: 'false',
              onInput: event => { mine.at = 0; hits.ask(event.target.value) }, onKeydown: event => keyed(event, all),
            })),
          all.length ? ul({ class: 'hits', id: 'hits', role: 'listbox', 'aria-label': t('search.hits') }, ...all.map(row)) : null,
          p({ class: 'box__note', role: 'status' }, hits.note(all.length))))
    }
  },
}
