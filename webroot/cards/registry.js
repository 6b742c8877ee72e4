// Every card about a customer: in which view it stands in which column, in which order, for whom, and when it has something to show.
// A new card is an entry here.
import { defineAsyncComponent, h } from '../vendor/vue.js'
import { mayAs } from '../lib/roles.js'
import { session } from '../state/session.js'
import AlsoOpenCard, { also } from './AlsoOpenCard.js'
import BriefCard from './BriefCard.js'
import CompanyCard, { company } from './CompanyCard.js'
import CuesCard from './CuesCard.js'
import FrictionCard, { hard } from './FrictionCard.js'
import HistoryCard from './HistoryCard.js'
import JourneyCard from './JourneyCard.js'
import NextStepsCard from './NextStepsCard.js'
import NoticesCard from './NoticesCard.js'
import PromisesCard from './PromisesCard.js'
import ReasonsCard from './ReasonsCard.js'
import TicketsCard from './TicketsCard.js'
import ValueCard from './ValueCard.js'

const DuplicatesCard = defineAsyncComponent(() => import('../customer/DuplicatesCard.js'))
const IdentityCard = defineAsyncComponent(() => import('../customer/IdentityCard.js'))
const TimelineCard = defineAsyncComponent(() => import('../customer/TimelineCard.js'))

// The views: a contact; one with a thread, which takes the read column, so that why moves to the story and what to do to the work;
// a contact with an unknown person; a customer's own page.
const always = place => ({ contact: place, chat: place, page: place })

const CARDS = [
  { component: BriefCard, order: 10, place: { ...always('read'), stranger: 'choose' }, role: 'agent', wants: card => card.transferredFrom },
  { component: AlsoOpenCard, order: 20, place: { ...always('read'), chat: 'work' }, role: 'agent', wants: also },
  { component: NoticesCard, order: 30, place: { ...always('read'), stranger: 'choose' }, role: 'agent', wants: card => card.notices.length },
  { component: ReasonsCard, order: 40, place: { ...always('read'), chat: 'story', stranger: 'choose' }, role: 'agent', wants: card => card.reason.length || card.reasonsHidden },
  { component: NextStepsCard, order: 50, place: { ...always('read'), chat: 'work' }, role: 'agent', wants: card => card.actions.length },
  { component: DuplicatesCard, order: 60, place: { page: 'read' }, role: 'agent', wants: card => card.customer, props: ofCustomer },
  { component: ValueCard, order: 110, place: always('story'), role: 'agent', wants: card => card.customer },
  { component: FrictionCard, order: 120, place: always('story'), role: 'agent', wants: card => hard(card).length },
  { component: JourneyCard, order: 130, place: { contact: 'story', chat: 'story' }, role: 'agent', wants: card => card.customer },
  { component: TimelineCard, order: 130, place: { page: 'story' }, role: 'agent', wants: card => card.customer, props: wholeStory },
  { component: CuesCard, order: 245, place: always('work'), role: 'agent', wants: card => card.customer && !card.customer.refused.includes('cues') },
  { component: PromisesCard, order: 210, place: always('work'), role: 'agent', wants: card => card.promises.length },
  { component: TicketsCard, order: 220, place: always('work'), role: 'agent', wants: card => card.tickets.items.length },
  { component: CompanyCard, order: 230, place: always('work'), role: 'agent', wants: company },
  { component: HistoryCard, order: 240, place: always('work'), role: 'agent', wants: card => card.history.items.length },
  { component: IdentityCard, order: 250, place: { page: 'work' }, role: 'agent', wants: card => card.customer, props: ofCustomer },
].sort((one, other) => one.order - other.order)

// The cards of a customer's own page read by themselves, anew with each turn of the page.
function ofCustomer({ customer }, { turn, changed }) {
  return { key: turn, id: customer.id, onChanged: changed }
}

function wholeStory({ customer }, { turn, reads }) {
  return { key: turn, id: customer.id, reads }
}

function drawn({ component, order, props }, card, page) {
  const { key, ...given } = props ? props(card, page) : { key: '', card }
  return h(component, { key: `${order} ${key}`, ...given })
}

// What stands in a column of a view; page is what a customer's own page knows besides.
export const cardsOf = (view, place, card, page) =>
  CARDS.filter(one => one.place[view] === place && mayAs(session.agent.role, one.role) && one.wants(card)).map(one => drawn(one, card, page))
