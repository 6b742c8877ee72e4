// What has changed since the last contact, and the truth about where the card's data stands.
import { icon, tags } from '../lib/tags.js'
import { t, theirs } from '../lib/i18n.js'
import { time, when } from '../lib/format.js'
import { desk } from '../lib/desk.js'
import { lately } from '../lib/clock.js'

const { section, h2, ul, li, span } = tags

// With the line down even the freshest state is an old one.
const frozen = asOf => span({ class: 'stamp stamp--warn' }, icon('pause', true), t('source.frozen', { at: time(asOf) }))

const source = ({ name, state, asOf, reason }) => {
  if (desk.line === 'lost' && asOf) return frozen(asOf)
  if (state === 'fresh') return span({ class: 'stamp', key: name }, t('source.fresh', { at: time(asOf) }))
  return span({ class: 'stamp stamp--warn', key: name, role: 'status' }, icon('alert', true),
    t(asOf ? `source.${state}` : `source.${state}.never`, { at: asOf ? time(asOf) : '' }), reason ? span({ lang: theirs() }, ` · ${reason}`) : '')
}

const changes = since =>
  [h2({ class: 'since__title' }, t('since.title', { at: when(since.at, lately.value) })),
    ul({ class: 'since__list', lang: theirs() }, ...since.changes.map(change => li({ key: change }, change)))]

export default {
  name: 'SinceStrip',
  props: { since: { type: Object, default: null }, known: { type: Boolean, default: false }, first: { type: Boolean, default: false }, sources: { type: Array, required: true } },
  setup: props => () =>
    section({ class: 'since', 'aria-label': t('since') },
      props.since ? changes(props.since)
        : h2({ class: 'since__title since__title--quiet' }, t(!props.known ? 'since.nobody' : props.first ? 'since.first' : 'since.nothing')),
      span({ class: 'since__sources' }, ...props.sources.map(source))),
}
