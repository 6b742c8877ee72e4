// What has changed since the last contact, and the truth about where the card's data stands.
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { time, when } from '../lib/format.js'
import { now } from '../lib/clock.js'

const { section, h2, ul, li, span } = tags

const source = ({ state, asOf, reason }) =>
  state === 'fresh'
    ? span({ class: 'stamp' }, t('source.fresh', { at: time(asOf) }))
    : span({ class: 'stamp stamp--warn', role: 'status' }, icon('alert', true), t(`source.${state}`, { at: asOf ? time(asOf) : '–' }), reason ? ` · ${reason}` : '')

export default {
  name: 'SinceStrip',
  props: { since: { type: Object, default: null }, first: { type: Boolean, default: false }, sources: { type: Array, required: true } },
  setup: props => () =>
    section({ class: 'since', 'aria-label': t('since') },
      props.since
        ? [h2({ class: 'since__title' }, t('since.title', { at: when(props.since.at, now.value) })),
            ul({ class: 'since__list' }, ...props.since.changes.map(change => li({ key: change }, icon('right', true), change)))]
        : h2({ class: 'since__title since__title--quiet' }, t(props.first ? 'since.first' : 'since.nothing')),
      span({ class: 'since__sources' }, ...props.sources.map(source))),
}
