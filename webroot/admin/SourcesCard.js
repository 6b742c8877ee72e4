// The systems that are asked about customers: whether they are, how fast they answer, and what went wrong last.
import { reactive } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { when } from '../lib/format.js'
import { wrong } from '../lib/api.js'
import { block } from '../cards/Block.js'
import { tryOut } from './connectorTrial.js'
import { why } from './failure.js'
import { histogram, ms } from './histogram.js'

const { ul, li, div, h3, p, button, span } = tags

const sign = one => (one.state === 'paused' ? 'pause' : one.lastFailure && !(one.answeredAt > one.lastFailure.at) ? 'alert' : one.answeredAt ? 'ok' : 'clock')

const counted = counts =>
  Object.entries(counts).filter(([, n]) => n).map(([result, n]) => `${n} × ${t(`asked.${result}`)}`).join(' · ') || t('asked.never')

export default {
  name: 'SourcesCard',
  props: { sources: { type: Array, required: true } },
  emits: ['file'],
  setup(props, { emit }) {
    const mine = reactive({ said: {}, busy: {} })

    async function attempt({ name }) {
      mine.busy[name] = true
      try {
        const { answered, tookMs, failure } = await tryOut(name)
        mine.said[name] = answered ? { text: t('source.answers', { took: ms(tookMs) }), well: true } : { text: why(failure) }
      } catch (failure) {
        mine.said[name] = { text: wrong(failure) }
      } finally {
        mine.busy[name] = false
      }
    }

    const source = one =>
      li({ key: one.name, class: ['rows__item', 'source', `source--${one.state}`] },
        icon(sign(one)),
        div(null,
          h3({ class: 'rows__what' }, one.name),
          p({ class: 'rows__meta' }, [one.kind, t(`source.${one.state}`)].join(' · ')),
          p({ class: 'rows__meta' }, counted(one.counts)),
          histogram(one.latency),
          one.lastFailure
            ? p({ class: 'rows__meta source__failure' }, t('source.last-failure', { at: when(one.lastFailure.at) }), ' ', span(null, why(one.lastFailure)))
            : null,
          div({ class: 'rows__acts' },
            button({ class: 'button button--s', type: 'button', disabled: mine.busy[one.name], 'aria-label': t('source.try-name', { name: one.name }), onClick: () => attempt(one) }, icon('retry', true), t('source.try')),
            button({ class: 'button button--s button--quiet', type: 'button', 'aria-label': t('source.file-name', { name: one.name }), onClick: () => emit('file', one.connector) }, icon('note', true), t('source.file'))),
          p({ class: ['source__said', { 'source__said--well': mine.said[one.name]?.well }], role: 'status' }, mine.said[one.name]?.text ?? '')))

    return () =>
      block('systems', t('systems'), { count: props.sources.length },
        props.sources.length ? ul({ class: 'rows' }, ...props.sources.map(source)) : p({ class: 'block__empty' }, t('systems.none')))
  },
}
