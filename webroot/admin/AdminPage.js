// For administrators: the connections to other systems, what came in, what is asked and told, and the files that say how.
import { h, nextTick, onMounted, onUnmounted, reactive } from '../vendor/vue.js'
import { icon, kbd, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { get } from '../lib/api.js'
import { narrow } from '../lib/narrow.js'
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
const EVERY = 5_000

export default {
  name: 'AdminPage',
  emits: ['close'],
  setup(_, { emit }) {
    const mine = reactive({ doors: [], sources: [], connectors: [], ignored: [], statuses: [], loaded: false, failed: false })
    let timer

    async function load() {
      try {
        const [doors, sources, connectors, ignored, statuses] = await Promise.all(['/doors', '/sources', '/connectors', '/ignored-handles', '/order-statuses'].map(get))
        Object.assign(mine, { doors: doors.items, sources: sources.items, connectors: connectors.items, ignored: ignored.items, statuses: statuses.items, loaded: true, failed: false })
      } catch {
        mine.failed = true
      }
    }

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

    onMounted(() => { load(); timer = setInterval(load, EVERY) })
    onUnmounted(() => clearInterval(timer))

    const column = (place, ...content) =>
      section({ class: ['column', `column--${place}`], tabindex: 0, 'aria-label': t(`bench.column.${place}`) }, ...content)

    const atWork = () => {
      if (bench.trial) return [h(TrialCard)]
      return bench.door ? [h(RequestLogCard, { onAgain: load }), h(PayloadCard)] : [p({ class: 'empty' }, t('bench.no-door'))]
    }

    const all = () =>
      div({ class: 'columns' },
        column('read',
          h(DoorsCard, { doors: mine.doors, onOpen: door }),
          h(SourcesCard, { sources: mine.sources, onFile: file, onTried: load }),
          h(WebhooksCard),
          h(IgnoredCard, { items: mine.ignored }),
          h(OrderStatusesCard, { items: mine.statuses })),
        column('story', h(ConnectorTrialCard, { connectors: mine.connectors, onSaved: load })),
        column('work', ...atWork()))

    return () =>
      div({ class: 'contact contact--supervisor contact--admin' },
        div({ class: 'page-bar' },
          button({ class: 'button button--s', type: 'button', onClick: () => emit('close') }, icon('undo', true), t('page.back'), kbd('Esc')),
          h1({ class: 'page-bar__title' }, t('admin')),
          mine.failed ? p({ class: 'wrong', role: 'alert' }, t('page.failed')) : null),
        mine.loaded ? all() : mine.failed ? null : div({ class: 'skeleton', 'aria-hidden': 'true' }))
  },
}
