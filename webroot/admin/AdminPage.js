// For administrators: the connections to other systems, what came in, what is asked and told, and the files that say how.
import { h, nextTick, reactive } from '../vendor/vue.js'
import { icon, kbd, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { get } from '../lib/api.js'
import { narrow } from '../lib/narrow.js'
import { readFailure } from '../screen/readFailure.js'
import { watchTopic } from '../state/watching.js'
import { bench, closeTrial, open } from './connectorTrial.js'
import DoorsCard from './DoorsCard.js'
import SourcesCard from './SourcesCard.js'
import WebhooksCard from './WebhooksCard.js'
import IgnoredCard from './IgnoredCard.js'
import OrderStatusesCard from './OrderStatusesCard.js'
import ConnectorTrialCard from './ConnectorTrialCard.js'
import RequestLogCard from './RequestLogCard.js'
import PayloadCard from './PayloadCard.js'
import TrialCard from './TrialCard.js'

const { div, section, button, p, h1 } = tags
const LISTS = ['doors', 'sources', 'connectors', 'ignored-handles', 'order-statuses']

export default {
  name: 'AdminPage',
  emits: ['close'],
  setup(_, { emit }) {
    const mine = reactive({ lists: {}, failed: {} })
    const loaded = () => LISTS.every(topic => mine.lists[topic])
    const failed = () => LISTS.some(topic => mine.failed[topic])

    const reads = LISTS.map(topic => watchTopic(topic, async () => {
      try {
        mine.lists[topic] = (await get(`/${topic}`)).items
        mine.failed[topic] = false
      } catch {
        mine.failed[topic] = true
      }
    }))

    const again = () => reads.forEach(read => read())

    const bringBench = () => {
      if (narrow.value) nextTick(() => document.querySelector('.contact--admin .column--story')?.scrollIntoView())
    }
    const door = one => {
      if (one.name !== bench.door) open(one.name, one.connector)
      closeTrial()
      bringBench()
    }
    const file = name => {
      open(null, name)
      bringBench()
    }

    const column = (place, ...content) =>
      section({ class: ['column', `column--${place}`], tabindex: 0, 'aria-label': t(`bench.column.${place}`) }, ...content)

    const atWork = () => {
      if (bench.trial) return [h(TrialCard)]
      return bench.door ? [h(RequestLogCard), h(PayloadCard)] : [p({ class: 'empty' }, t('bench.no-door'))]
    }

    const all = () =>
      div({ class: 'columns' },
        column('read',
          h(DoorsCard, { doors: mine.lists.doors, onOpen: door }),
          h(SourcesCard, { sources: mine.lists.sources, onFile: file }),
          h(WebhooksCard),
          h(IgnoredCard, { items: mine.lists['ignored-handles'] }),
          h(OrderStatusesCard, { items: mine.lists['order-statuses'] })),
        column('story', h(ConnectorTrialCard, { connectors: mine.lists.connectors })),
        column('work', ...atWork()))

    return () =>
      div({ class: 'contact contact--supervisor contact--admin' },
        div({ class: 'page-bar' },
          button({ class: 'button button--s', type: 'button', onClick: () => emit('close') }, icon('undo', true), t('page.back'), kbd('Esc')),
          h1({ class: 'page-bar__title' }, t('admin')),
          failed() ? readFailure(again) : null),
        loaded() ? all() : failed() ? null : div({ class: 'skeleton', 'aria-hidden': 'true' }))
  },
}
