// The blocks of a customer, each with its place and when there is something to show; a new card is a line here.
import { h } from '../vendor/vue.js'
import AlsoOpenCard, { also } from './AlsoOpenCard.js'
import BriefCard from './BriefCard.js'
import NoticesCard from './NoticesCard.js'
import ReasonsCard from './ReasonsCard.js'
import NextStepsCard from './NextStepsCard.js'
import ValueCard from './ValueCard.js'
import FrictionCard, { hard } from './FrictionCard.js'
import JourneyCard from './JourneyCard.js'
import PromisesCard from './PromisesCard.js'
import TicketsCard from './TicketsCard.js'
import HistoryCard from './HistoryCard.js'
import CompanyCard, { company } from './CompanyCard.js'

// In a chat the thread takes the read column: why moves to the story, what to do to the work.
const CARDS = [
  { component: BriefCard, place: 'read', chat: 'read', wants: card => card.transferredFrom },
  { component: AlsoOpenCard, place: 'read', chat: 'work', wants: also },
  { component: NoticesCard, place: 'read', chat: 'read', wants: card => card.notices.length },
  { component: ReasonsCard, place: 'read', chat: 'story', wants: card => card.reason.length },
  { component: NextStepsCard, place: 'read', chat: 'work', wants: card => card.actions.length },
  { component: ValueCard, place: 'story', chat: 'story', wants: card => card.customer },
  { component: FrictionCard, place: 'story', chat: 'story', wants: card => hard(card).length },
  { component: JourneyCard, place: 'story', chat: 'story', wants: card => card.customer },
  { component: PromisesCard, place: 'work', chat: 'work', wants: card => card.promises.length },
  { component: TicketsCard, place: 'work', chat: 'work', wants: card => card.tickets.items.length },
  { component: CompanyCard, place: 'work', chat: 'work', wants: card => company(card) },
  { component: HistoryCard, place: 'work', chat: 'work', wants: card => card.history.items.length },
]

// Of somebody nobody knows: what applies to everybody, and why people call like this.
export const stranger = card => [BriefCard, NoticesCard, ReasonsCard]
  .map(block => CARDS.find(one => one.component === block))
  .filter(block => block.wants(card))
  .map(block => h(block.component, { key: block.component.name, card }))

export const blocks = (place, card, chat, without = null) =>
  CARDS.filter(block => (chat ? block.chat : block.place) === place && block.component !== without && block.wants(card))
    .map(block => h(block.component, { key: block.component.name, card }))
