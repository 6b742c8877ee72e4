// For who takes over a call or chat: from whom, since when the customer is on the line, the note so far, what was promised.
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { time } from '../lib/format.js'
import { block } from './Block.js'

const { p, ul, li } = tags

export default {
  name: 'BriefCard',
  props: { card: { type: Object, required: true } },
  setup: props => () => {
    const { agent, note, since, promises } = props.card.transferredFrom
    return block('brief', t('brief', { agent }), { stamp: t('brief.since', { at: time(since) }) },
      note ? p({ class: 'brief__note', dir: 'auto' }, note) : p({ class: 'rows__meta' }, t('brief.no-note')),
      promises.length
        ? ul({ class: 'rows' }, ...promises.map(text => li({ key: text, class: 'rows__item' }, icon('promise'), p({ class: 'rows__what', dir: 'auto' }, t('brief.promised', { text })))))
        : null)
  },
}
