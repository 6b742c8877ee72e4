// One call or chat: who, since, then read | story | work; or the choice of who it is.
import { h, ref } from '../vendor/vue.js'
import { tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import WhoCard from '../cards/WhoCard.js'
import SinceStrip from '../cards/SinceStrip.js'
import ChatCard from '../cards/ChatCard.js'
import CandidatesCard from '../cards/CandidatesCard.js'
import LinkCard from '../cards/LinkCard.js'
import NoteDock from '../cards/NoteDock.js'
import { blocks } from './blocks.js'

const { div, section } = tags

const talks = card => card.interaction.channel !== 'call' || card.interaction.messages.length > 0

const column = (name, label, ...content) =>
  section({ class: ['column', `column--${name}`], tabindex: 0, 'aria-label': label }, ...content)

export default {
  name: 'Contact',
  props: { card: { type: Object, required: true } },
  setup(props) {
    const relink = ref(false)

    const known = card => {
      const chat = talks(card)
      return div({ class: ['columns', { 'columns--chat': chat }] },
        column('read', t('column.read'), chat ? h(ChatCard, { interaction: card.interaction }) : null, ...blocks('read', card, chat)),
        column('story', t('column.story'), ...blocks('story', card, chat)),
        work(card, ...blocks('work', card, chat)))
    }

    const work = (card, ...content) =>
      div({ class: 'column column--work' },
        section({ class: 'column__scroll', tabindex: 0, 'aria-label': t('column.work') }, ...content),
        h(NoteDock, { key: card.interaction.id, card }))

    const choosing = card =>
      div({ class: 'columns columns--choose' },
        column('choose', t('column.choose'),
          talks(card) ? h(ChatCard, { interaction: card.interaction }) : null,
          card.match.candidates.length && !relink.value ? h(CandidatesCard, { card }) : null,
          h(LinkCard, { card, onDone: () => { relink.value = false } })),
        work(card, ...blocks('work', card, false)))

    return () => {
      const { card } = props
      return div({ class: 'contact' },
        h(WhoCard, { card, onRelink: () => { relink.value = !relink.value } }),
        h(SinceStrip, { since: card.sinceLast, first: card.history.contacts === 0, sources: card.sources }),
        card.customer && !relink.value ? known(card) : choosing(card))
    }
  },
}
