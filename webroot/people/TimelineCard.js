// Everything that ever happened with this customer, newest first, one channel or all.
import { onMounted, reactive } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t, tOr } from '../lib/i18n.js'
import { get, wrong } from '../lib/api.js'
import { block } from '../cards/Block.js'
import { happenings } from '../cards/happenings.js'

const { div, button, p, ol } = tags
const CHANNELS = ['web', 'shop', 'parcel', 'ticket', 'call', 'chat', 'email', 'survey', 'store']

export default {
  name: 'TimelineCard',
  props: { id: { type: String, required: true } },
  setup(props) {
    const mine = reactive({ channel: null, items: [], next: null, busy: true, wrong: '' })
    let turn = 0

    async function load(before) {
      const mineNow = ++turn
      Object.assign(mine, { busy: true, wrong: '' })
      const asked = new URLSearchParams()
      if (before) asked.set('before', before)
      if (mine.channel) asked.set('channel', mine.channel)
      try {
        const page = await get(`/customers/${props.id}/timeline?${asked}`)
        if (mineNow !== turn) return
        const known = new Set(before ? mine.items.map(one => one.id) : [])
        mine.items = [...(before ? mine.items : []), ...page.items.filter(one => !known.has(one.id))]
        mine.next = page.next
      } catch (failure) {
        if (mineNow === turn) mine.wrong = wrong(failure)
      } finally {
        if (mineNow === turn) mine.busy = false
      }
    }

    const choose = channel => { mine.channel = channel; load() }

    const chip = channel =>
      button({
        key: channel ?? 'all', class: 'chip', type: 'button', 'aria-pressed': mine.channel === channel, onClick: () => choose(channel),
      }, channel ? tOr(`lane-of.${channel}`, channel) : t('timeline.all'))

    onMounted(() => load())

    return () =>
      block('timeline', t('timeline'), {},
        div({ class: 'chips', role: 'group', 'aria-label': t('timeline.filter') }, chip(null), ...CHANNELS.map(chip)),
        mine.items.length ? ol({ class: 'happenings' }, ...happenings(mine.items)) : p({ class: 'block__empty' }, t(mine.busy ? 'loading' : mine.channel ? 'timeline.none' : 'journey.none')),
        mine.next ? button({ class: 'button button--s journey__more', type: 'button', disabled: mine.busy, onClick: () => load(mine.next) }, t('journey.more')) : null,
        p({ class: 'wrong', role: 'alert' }, mine.wrong ? [icon('alert', true), ' ', mine.wrong] : ''))
  },
}
