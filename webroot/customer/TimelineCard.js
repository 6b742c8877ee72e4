// Everything that ever happened with this customer, newest first, one channel or all.
import { onMounted, reactive, watch } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t, tOr } from '../lib/i18n.js'
import { get, wrong } from '../lib/api.js'
import { block } from '../cards/Block.js'
import { journeyItems } from '../cards/journeyItems.js'

const { div, button, p, ol } = tags
const CHANNELS = ['web', 'shop', 'parcel', 'ticket', 'call', 'chat', 'email', 'survey', 'store']

export default {
  name: 'TimelineCard',
  props: { id: { type: String, required: true }, reads: { type: Number, required: true } },
  setup(props) {
    const mine = reactive({ channel: null, items: [], next: null, busy: true, wrong: '' })
    let turn = 0

    // The page before a time is added to what is there; the newest page anew is put in front of it.
    async function load({ before, again } = {}) {
      const mineNow = ++turn
      Object.assign(mine, { busy: true, wrong: '' })
      const asked = new URLSearchParams()
      if (before) asked.set('before', before)
      if (mine.channel) asked.set('channel', mine.channel)
      try {
        const page = await get(`/customers/${props.id}/timeline?${asked}`)
        if (mineNow !== turn) return
        const shown = before || again ? mine.items : []
        if (!again || !shown.length) mine.next = page.next
        const [first, then] = again ? [page.items, shown] : [shown, page.items]
        const known = new Set(first.map(one => one.id))
        mine.items = [...first, ...then.filter(one => !known.has(one.id))]
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
    watch(() => props.reads, () => load({ again: true }))

    return () =>
      block('timeline', t('timeline'), {},
        div({ class: 'chips', role: 'group', 'aria-label': t('timeline.filter') }, chip(null), ...CHANNELS.map(chip)),
        mine.items.length ? ol({ class: 'happenings' }, ...journeyItems(mine.items)) : p({ class: 'block__empty' }, t(mine.busy ? 'loading' : mine.channel ? 'timeline.none' : 'journey.none')),
        mine.next ? button({ class: 'button button--s journey__more', type: 'button', disabled: mine.busy, onClick: () => load({ before: mine.next }) }, t('journey.more')) : null,
        p({ class: 'wrong', role: 'alert' }, mine.wrong ? [icon('alert', true), ' ', mine.wrong] : ''))
  },
}
