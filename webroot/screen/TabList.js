// All contacts in hand, also those whose tab does not fit: a list over the page, reached by Alt 0.
import { nextTick, onMounted, onUnmounted, ref } from '../vendor/vue.js'
import { icon, kbd, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { desk, listAll, show, unread } from '../state/desk.js'
import { page } from '../state/page.js'
import { personOf, reasonOf } from '../lib/person.js'

const { ul, li, button, span, bdi } = tags
const MOST_KEYS = 9
const STEPS = { ArrowDown: 1, ArrowUp: -1 }

export default {
  name: 'TabList',
  props: { sign: { type: Function, required: true } },
  setup(props) {
    const list = ref(null)
    const before = document.activeElement
    const close = () => listAll(false)
    const rows = () => [...list.value.querySelectorAll('button')]
    const outside = event => { if (!list.value?.contains(event.target)) close() }

    onMounted(() => {
      addEventListener('pointerdown', outside)
      nextTick(() => (rows().find(row => row.ariaCurrent) ?? rows()[0])?.focus())
    })
    onUnmounted(() => removeEventListener('pointerdown', outside))

    function keyed(event) {
      const step = STEPS[event.key]
      const all = rows()
      if (step) all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus()
      else if (event.key === 'Escape') { close(); before?.focus?.() }
      else return
      event.preventDefault()
      event.stopPropagation()
    }

    const row = (card, i) => {
      const { id, state } = card.interaction
      return li({ key: id },
        button({ class: ['tab-list__row', `tab--${state}`], type: 'button', 'aria-current': desk.active === id && !page.at ? 'page' : null, onClick: () => { close(); show(id) } },
          icon(props.sign(card)),
          span({ class: 'tab-list__who' }, bdi(null, personOf(card)), span({ class: 'tab-list__why' }, [t(`state.${state}`), reasonOf(card)].filter(Boolean).join(' · '))),
          unread(card) ? span({ class: 'tab__news num' }, unread(card), span({ class: 'visually-hidden' }, ` ${t('tab.unread')}`)) : null,
          i < MOST_KEYS ? kbd(`Alt ${i + 1}`) : null))
    }

    return () => ul({ ref: list, id: 'tab-list', class: 'tab-list', 'aria-label': t('tabs.list'), onKeydown: keyed }, ...desk.cards.map(row))
  },
}
