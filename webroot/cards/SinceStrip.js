// What has changed since the last contact, and the truth about where the card's data stands.
import { h } from '../vendor/vue.js'
import { tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { sayAll } from '../lib/sentence.js'
import { when } from '../lib/format.js'
import { lately } from '../lib/clock.js'
import SourcesLine from './SourcesLine.js'

const { section, h2, ul, li } = tags

const changes = since =>
  [h2({ class: 'since__title' }, t('since.title', { at: when(since.at, lately.value) })),
    ul({ class: 'since__list' }, ...sayAll(since.said, since.changes).map(change => li({ key: change }, change)))]

export default {
  name: 'SinceStrip',
  props: { since: { type: Object, default: null }, known: { type: Boolean, default: false }, first: { type: Boolean, default: false }, sources: { type: Array, required: true }, again: { type: Function, required: true } },
  setup: props => () =>
    section({ class: 'since', 'aria-label': t('since') },
      props.since ? changes(props.since)
        : h2({ class: 'since__title since__title--quiet' }, t(!props.known ? 'since.nobody' : props.first ? 'since.first' : 'since.nothing')),
      h(SourcesLine, { sources: props.sources, again: props.again })),
}
