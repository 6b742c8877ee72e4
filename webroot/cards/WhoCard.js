// Who it is and how sure: matched and verified are two things, and always shown as two.
import { h } from '../vendor/vue.js'
import { icon, kbd, tags } from '../lib/tags.js'
import { t, tOr } from '../lib/i18n.js'
import { sayAll } from '../lib/sentence.js'
import { initials, phone, time, tongue, year } from '../lib/format.js'
import { cuesByKind } from '../lib/cues.js'
import { lately } from '../lib/clock.js'
import { openCustomer } from '../state/page.js'
import { away, why } from './DataUnavailableCard.js'
import CallBar from './CallBar.js'
import SecondRing from './SecondRing.js'

const { section, div, h1, p, span, ul, li, b, bdi, button } = tags
const LONG = 48
const SIGNS = { known: 'ok', likely: 'info', ambiguous: 'users', unknown: 'unproven' }

const heading = ({ customer, interaction, match }) =>
  customer?.name ?? (match.status === 'ambiguous' ? t('who.several', { n: match.possible ?? match.candidates.length }) : interaction?.from ? phone(interaction.from) : t('who.withheld'))

// The word says how sure it is; a percentage would claim more than was measured.
const chosen = ({ status, by }) => status === 'known' && !by

const how = match => (chosen(match) ? t('match.chosen') : match.by ? t(`by.${match.by}`) : null)

const matched = match =>
  span({ class: ['pill', `pill--${match.status}`] },
    icon(SIGNS[match.status], true), t(`match.${match.status}`),
    match.customer && how(match) ? span({ class: 'pill__more' }, '· ', how(match)) : null)

const verified = match => {
  const proven = match.verified && !chosen(match)
  return span({ class: ['pill', proven ? 'pill--verified' : 'pill--unverified'] },
    icon(proven ? 'shield' : 'unproven', true), t(proven ? 'match.verified' : 'match.unverified'))
}

const unreachable = card => span({ class: 'pill pill--away', role: 'status' }, icon('alert', true), why(card))

const pills = (card, emit) =>
  div({ class: 'pills' },
    away(card) ? unreachable(card) : matched(card.match),
    card.match.customer ? verified(card.match) : null,
    card.match.customer ? button({ class: 'pill pill--button', id: 'relink', type: 'button', onClick: () => emit('relink') }, t('who.relink'), ' ', kbd('F')) : null)

const role = customer =>
  customer.organizations.length
    ? p({ class: 'who__role' }, ...customer.organizations.slice(0, 2).flatMap((org, i) => [i ? ' · ' : '', org.role ? b(null, org.role) : null, org.role ? ', ' : '', bdi(null, org.name)]))
    : customer.kind === 'company' ? p({ class: 'who__role' }, t('who.company')) : null

// Only where a clock on the customer's wall shows another time than the agent's; a browser may not know the zone.
function theirTime({ timeZone }) {
  if (!timeZone) return null
  try {
    const theirs = time(lately.value, timeZone)
    return theirs === time(lately.value) ? null : fact('clock', t('who.time'), ' ', b(null, theirs))
  } catch {
    return null
  }
}

const fact = (name, ...text) => li(null, icon(name, true), span(null, ...text))

function facts({ customer, interaction, match }) {
  const cues = cuesByKind(customer)
  const language = cues.language ?? customer?.locale
  const says = interaction?.displayName
  return ul({ class: 'who__facts' },
    says && says !== customer?.name ? fact('chat', t('who.says'), ' ', b(null, bdi(null, says))) : null,
    cues.sayName ? fact('sound', t('who.say'), ' ', b(null, t('quoted', { text: cues.sayName }))) : null,
    language ? fact('language', b(null, tongue(language))) : null,
    customer ? theirTime(customer) : null,
    cues.address ? fact('user', b(null, cues.address)) : null,
    cues.preferredTime ? fact('clock', t('cue.prefers'), ' ', b(null, cues.preferredTime)) : null,
    cues.speakSlowly ? fact('sound', t('cue.speak'), ' ', b(null, t('cue.slowly'))) : null,
    customer?.since ? fact('medal', t('who.since', { since: year(customer.since) })) : null,
    customer?.refused?.length ? fact('unproven', t('who.refused', { what: customer.refused.map(use => t(`refused.${use}`)).join(', ') })) : null,
    customer?.owner ? fact('users', t('who.owner', { owner: customer.owner })) : null,
    ...(match.status === 'known' ? [] : sayAll(match.said, match.reasons).map(reason => li(null, icon('info', true), span(null, reason)))))
}

// In a contact the face leads to all there is about this customer.
const face = ({ customer, interaction, match }, name) => {
  const looks = ['monogram', 'monogram--l', { 'monogram--gold': customer?.tier === 'gold', 'monogram--unknown': !customer }]
  if (!customer) return span({ class: looks, 'aria-hidden': 'true' }, icon(match.status === 'ambiguous' ? 'users' : 'user'))
  const inside = customer.kind === 'company' ? icon('building') : initials(name)
  return interaction
    ? button({ class: [...looks, 'monogram--button'], id: 'who-page', type: 'button', title: `${t('keys.page')} (I)`, 'aria-label': t('keys.page'), 'aria-keyshortcuts': 'I', onClick: () => openCustomer(customer.id) }, inside)
    : span({ class: looks, 'aria-hidden': 'true' }, inside)
}

const tier = ({ tier: rank }) =>
  rank ? span({ class: ['badge', { 'badge--gold': rank === 'gold' }] }, icon('medal', true), tOr(`tier.${rank}`, rank)) : null

export default {
  name: 'WhoCard',
  props: { card: { type: Object, required: true } },
  emits: ['relink'],
  setup: (props, { emit }) => () => {
    const { card } = props
    const { customer, interaction } = card
    const name = heading(card)
    return section({ class: ['who', { 'who--long': name.length > LONG }], 'aria-labelledby': 'who-name', key: customer?.id ?? 'nobody' },
      face(card, name),
      div({ class: 'who__body' },
        div({ class: 'who__line' },
          h1({ class: 'who__name', id: 'who-name' }, bdi({ lang: customer?.locale ?? null, dir: 'auto' }, name)),
          customer ? tier(customer) : null,
          interaction ? pills(card, emit) : null),
        customer ? role(customer) : null,
        facts(card)),
      interaction ? div({ class: 'who__slot' }, h(CallBar, { interaction }), h(SecondRing)) : null)
  },
}
