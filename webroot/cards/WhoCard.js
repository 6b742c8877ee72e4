// Who it is and how sure: matched and verified are two things, and always shown as two.
import { h } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t, tOr } from '../lib/i18n.js'
import { initials, percent, phone, year } from '../lib/format.js'
import CallBar from './CallBar.js'

const { section, div, h1, p, span, ul, li, b, bdi, button } = tags
const LONG = 48

const heading = ({ customer, interaction, match }) =>
  customer?.name ?? (match.status === 'ambiguous' ? t('who.several', { n: match.candidates.length }) : interaction?.from ? phone(interaction.from) : t('who.withheld'))

const matched = ({ status, score, by }) =>
  span({ class: ['pill', `pill--${status}`] },
    icon(status === 'known' ? 'ok' : status === 'unknown' ? 'info' : 'alert', true), t(`match.${status}`),
    status === 'known' || status === 'likely' ? span({ class: 'pill__more' }, [percent(score), by ? t(`by.${by}`) : null].filter(Boolean).join(' · ')) : null)

const verified = match =>
  match.customer
    ? span({ class: ['pill', match.verified ? 'pill--verified' : 'pill--unverified'] },
        icon(match.verified ? 'shield' : 'unproven', true), t(match.verified ? 'match.verified' : 'match.unverified'))
    : null

const role = customer =>
  customer.organizations.length
    ? p({ class: 'who__role' }, ...customer.organizations.slice(0, 2).flatMap((org, i) => [i ? ' · ' : '', org.role ? b(null, org.role) : null, org.role ? ', ' : '', bdi(null, org.name)]))
    : customer.kind === 'company' ? p({ class: 'who__role' }, t('who.company')) : null

const fact = (name, text) => li(null, icon(name, true), span(null, text))

const facts = ({ customer, interaction, match }) => {
  const cues = customer?.cues ?? {}
  const language = cues.language ?? customer?.locale
  return ul({ class: 'who__facts' },
    cues.sayName ? fact('sound', t('who.say', { name: cues.sayName })) : null,
    language ? fact('language', tOr(`language.${language.slice(0, 2)}`, language)) : null,
    cues.address ? fact('user', cues.address) : null,
    customer?.since ? fact('medal', t('who.since', { since: year(customer.since) })) : null,
    customer?.owner ? fact('users', t('who.owner', { owner: customer.owner })) : null,
    customer && interaction?.from ? fact('call', phone(interaction.from)) : null,
    !customer ? match.reasons.map(reason => fact('info', reason)) : match.reasons.slice(1, 3).map(reason => fact('ok', reason)))
}

export default {
  name: 'WhoCard',
  props: { card: { type: Object, required: true } },
  emits: ['relink'],
  setup: (props, { emit }) => () => {
    const { card } = props
    const name = heading(card)
    return section({ class: ['who', { 'who--long': name.length > LONG }], 'aria-labelledby': 'who-name', key: card.customer?.id ?? 'nobody' },
      card.customer
        ? span({ class: ['monogram', 'monogram--l', { 'monogram--gold': card.customer.tier === 'gold' }], 'aria-hidden': 'true' }, card.customer.kind === 'company' ? icon('building') : initials(name))
        : span({ class: 'monogram monogram--l monogram--unknown', 'aria-hidden': 'true' }, icon(card.match.status === 'ambiguous' ? 'users' : 'user')),
      div({ class: 'who__body' },
        div({ class: 'who__line' },
          h1({ class: 'who__name', id: 'who-name' }, bdi({ lang: card.customer?.locale ?? null, dir: 'auto' }, name)),
          card.customer?.tier ? span({ class: ['badge', { 'badge--gold': card.customer.tier === 'gold' }] }, icon('medal', true), tOr(`tier.${card.customer.tier}`, card.customer.tier)) : null,
          div({ class: 'pills' }, card.interaction ? matched(card.match) : null, card.interaction ? verified(card.match) : null,
            card.customer && card.interaction ? button({ class: 'pill pill--button', type: 'button', onClick: () => emit('relink') }, t('who.relink')) : null)),
        card.customer ? role(card.customer) : null,
        facts(card)),
      card.interaction ? h(CallBar, { interaction: card.interaction }) : null)
  },
}
