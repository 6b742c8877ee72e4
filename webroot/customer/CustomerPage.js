// A customer outside any contact: the same blocks, the whole story, and why these records are one person.
import { h, onMounted, onUnmounted, reactive, watch } from '../vendor/vue.js'
import { icon, kbd, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { get, post, wrong } from '../lib/api.js'
import { cardOf, desk } from '../state/desk.js'
import { narrow } from '../lib/narrow.js'
import WhoCard from '../cards/WhoCard.js'
import SinceStrip from '../cards/SinceStrip.js'
import { cardsOf } from '../cards/registry.js'

const { div, section, button, p } = tags
const OPEN = ['pending', 'late', 'stale']
const PAUSE = 700
const LOOKS = 20

export default {
  name: 'CustomerPage',
  props: { id: { type: String, required: true } },
  emits: ['close'],
  setup(props, { emit }) {
    const mine = reactive({ card: null, failed: false, wrong: '', turn: 0, reads: 0 })
    let timer

    async function load() {
      mine.failed = false
      try {
        mine.card = await get(`/customers/${props.id}`)
        mine.reads++
      } catch {
        mine.failed = true
      }
    }

    // No call pushes this card: it is read again until every source has answered, or nobody would wait longer.
    async function again() {
      await post(`/customers/${props.id}/refresh`)
      follow(LOOKS)
    }

    async function follow(left) {
      clearTimeout(timer)
      await load()
      if (left && mine.card?.sources.some(({ state }) => OPEN.includes(state))) timer = setTimeout(() => follow(left - 1), PAUSE)
    }

    async function link() {
      mine.wrong = ''
      try {
        await post(`/interactions/${desk.active}/customer`, { customer: props.id })
        emit('close')
      } catch (failure) {
        mine.wrong = wrong(failure)
      }
    }

    const changed = () => { mine.turn++; load() }

    onMounted(load)
    onUnmounted(() => clearTimeout(timer))
    watch(() => desk.changed, load)

    const bar = () =>
      div({ class: 'page-bar' },
        button({ class: 'button button--s', type: 'button', onClick: () => emit('close') }, icon('undo', true), t('page.back'), kbd('Esc')),
        cardOf(desk.active) && cardOf(desk.active).customer?.id !== props.id
          ? button({ class: 'button button--s', type: 'button', onClick: link }, icon('link', true), t('page.link'))
          : null,
        mine.wrong ? p({ class: 'wrong', role: 'alert' }, mine.wrong) : null)

    const column = (place, ...content) =>
      section({ key: place, class: ['column', `column--${place}`], tabindex: 0, 'aria-label': t(`column.${place}`) }, ...content)

    return () => {
      if (mine.failed) {
        return div({ class: 'contact' }, bar(), p({ class: 'empty', role: 'alert' }, t('page.failed'), ' ',
          button({ class: 'button button--s', type: 'button', onClick: load }, icon('retry', true), t('again'))))
      }
      if (!mine.card) return div({ class: 'contact' }, bar(), div({ class: 'skeleton', 'aria-hidden': 'true' }))
      const { turn, reads } = mine
      const filled = place => column(place, ...cardsOf('page', place, mine.card, { turn, reads, changed }))
      return div({ class: 'contact contact--page' }, bar(),
        h(WhoCard, { card: mine.card }),
        h(SinceStrip, { since: mine.card.sinceLast, known: true, first: mine.card.history.contacts === 0, sources: mine.card.sources, again }),
        div({ class: 'columns' },
          filled('read'),
          ...(narrow.value ? ['work', 'story'] : ['story', 'work']).map(filled)))
    }
  },
}
