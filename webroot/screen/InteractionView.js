// One call or chat: who, since, then read | story | work; or the choice of who it is.
import { h, ref, watch } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { call, post, wrong } from '../lib/api.js'
import { desk } from '../state/desk.js'
import { narrow } from '../lib/narrow.js'
import { joinedTo } from '../lib/joined.js'
import WhoCard from '../cards/WhoCard.js'
import SinceStrip from '../cards/SinceStrip.js'
import ChatCard from '../cards/ChatCard.js'
import DataUnavailableCard, { away } from '../cards/DataUnavailableCard.js'
import CandidatesCard from '../cards/CandidatesCard.js'
import CreateForm from '../cards/CreateForm.js'
import LinkCard from '../cards/LinkCard.js'
import { askFirst } from '../cards/AskFirst.js'
import NoteEditor from '../cards/NoteEditor.js'
import { cardsOf } from '../cards/registry.js'

const { div, section, p, button, bdi, span } = tags

const talks = card => card.interaction.channel !== 'call' || card.interaction.messages.length > 0

// The contact with the thread to read: this one, or the chat that the agent has joined to this call.
const threadOf = card => [card, joinedTo(card)].find(one => one && talks(one))

// Keyed, so that choosing a person moves the note's column and never makes it anew.
const column = (name, ...content) =>
  section({ key: name, class: ['column', `column--${name}`], tabindex: 0, 'aria-label': t(`column.${name}`) }, ...content)

const work = (card, ...content) =>
  div({ key: 'work', class: 'column column--work' },
    section({ class: 'column__scroll', tabindex: 0, 'aria-label': t('column.work') }, ...content),
    h(NoteEditor, { card }))

export default {
  name: 'InteractionView',
  props: { card: { type: Object, required: true } },
  setup(props) {
    const relink = ref(false)
    const failed = ref('')
    const before = desk.since
    const kept = () => { relink.value = false }
    watch(() => props.card.customer?.id, kept)

    const chatting = card => {
      const thread = threadOf(card)
      return thread ? h(ChatCard, { key: thread.interaction.id, interaction: thread.interaction, before: thread === card ? before : 0 }) : null
    }

    const known = card => {
      const view = threadOf(card) ? 'chat' : 'contact'
      const story = column('story', ...cardsOf(view, 'story', card))
      const owed = work(card, ...cardsOf(view, 'work', card))
      return div({ key: 'columns', class: ['columns', { 'columns--chat': view === 'chat' }] },
        column('read', chatting(card), ...cardsOf(view, 'read', card)),
        // In one column what is owed and written comes before the journey; the order for the eye is that of the Tab key.
        ...(narrow.value ? [owed, story] : [story, owed]))
    }

    const find = card => h(LinkCard, { key: 'find', interaction: card.interaction, others: card.match.candidates.length > 0 || Boolean(card.customer), onDone: kept })

    const whoIsIt = card =>
      card.match.candidates.length
        ? [askFirst('several'), h(CandidatesCard, { card, onDone: kept })]
        : [card.customer ? null : askFirst('nobody'), find(card)]

    // Beside the choice: find another customer, create a new one.
    const elsewhere = card =>
      away(card) ? [] : [card.match.candidates.length ? find(card) : null, h(CreateForm, { interaction: card.interaction.id, onDone: kept })]

    // An agent's choice is taken back exactly: what was learned with it is forgotten.
    async function undo(card) {
      failed.value = ''
      try {
        await call('DELETE', `/interactions/${card.interaction.id}/customer`)
        kept()
      } catch (failure) {
        failed.value = wrong(failure)
      }
    }

    const byHand = ({ match }) => match.status === 'known' && !match.by

    const keepIt = card =>
      p({ class: 'keep-it' }, icon('user'), bdi(null, t('relink.now', { name: card.customer.name })),
        byHand(card) ? button({ class: 'button button--s', type: 'button', onClick: () => undo(card) }, icon('undo', true), t('relink.undo')) : null,
        button({ class: 'button button--s', type: 'button', onClick: kept }, t('relink.keep')),
        failed.value ? span({ class: 'wrong', role: 'alert' }, failed.value) : null)

    const choosing = card =>
      div({ key: 'columns', class: 'columns columns--choose' },
        column('choose',
          card.customer ? keepIt(card) : null,
          chatting(card),
          ...(card.customer ? [] : cardsOf('stranger', 'choose', card)),
          ...(away(card) ? [h(DataUnavailableCard, { card })] : whoIsIt(card))),
        work(card, ...elsewhere(card)))

    return () => {
      const { card } = props
      return div({ class: 'contact' },
        h(WhoCard, { card, onRelink: () => { relink.value = !relink.value } }),
        h(SinceStrip, { since: card.sinceLast, known: Boolean(card.customer), first: card.history.contacts === 0, sources: card.sources, again: () => post(`/interactions/${card.interaction.id}/refresh`) }),
        card.customer && !relink.value ? known(card) : choosing(card))
    }
  },
}
