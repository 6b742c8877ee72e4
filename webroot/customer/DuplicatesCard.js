// Records that are probably the same person, with reasons; merged by users with the permission, after a preview.
import { h, onMounted, reactive } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { sayAll } from '../lib/sentence.js'
import { percent } from '../lib/format.js'
import { call, get, wrong } from '../lib/api.js'
import { openCustomer } from '../state/page.js'
import { watchTopic } from '../state/watching.js'
import { block } from '../cards/Block.js'
import MergePreview from './MergePreview.js'

const { ul, li, div, h3, p, span, button } = tags

export default {
  name: 'DuplicatesCard',
  // without an id those of everybody
  props: { id: { type: String, default: null } },
  emits: ['changed'],
  setup(props, { emit }) {
    const mine = reactive({ items: [], next: null, mayMerge: false, loaded: false, changed: false, wrong: '', busy: false, asked: null })
    const path = () => (props.id ? `/customers/${props.id}/duplicates` : '/duplicates')

    async function load(before) {
      try {
        const page = await get(before ? `${path()}?before=${encodeURIComponent(before)}` : path())
        mine.items = before ? [...mine.items, ...page.items] : page.items
        Object.assign(mine, { next: page.next, mayMerge: page.mayMerge, loaded: true, wrong: '' })
        if (!before) mine.changed = false
      } catch (failure) {
        mine.wrong = wrong(failure)
      }
    }

    async function say(one, action) {
      Object.assign(mine, { busy: true, wrong: '' })
      try {
        await action()
        mine.items = mine.items.filter(other => other.id !== one.id)
        emit('changed')
        if (!props.id) await load()
      } catch (failure) {
        mine.wrong = wrong(failure)
      } finally {
        mine.busy = false
      }
    }

    const other = one => (one.a.id === props.id ? one.b : one.a)
    const merge = one =>
      h(MergePreview, {
        keep: props.id ?? one.a.id, other: props.id ? other(one).id : one.b.id,
        onMerged: () => say(one, () => { mine.asked = null }), onCancel: () => { mine.asked = null },
      })
    const dismiss = one => say(one, () => call('DELETE', `/duplicates/${one.id}`))
    const open = side => openCustomer(side.id)

    const name = side => button({ class: 'link-button', type: 'button', dir: 'auto', onClick: () => open(side) }, side.name)

    const duplicate = one =>
      li({ key: one.id, class: 'rows__item' },
        icon(one.a.kind === 'company' ? 'building' : 'users'),
        div(null,
          h3({ class: 'rows__what' }, ...(props.id ? [name(other(one))] : [name(one.a), ' · ', name(one.b)]), ' ', span({ class: 'num rows__odds' }, percent(one.score))),
          p({ class: 'rows__meta', }, sayAll(one.said, one.reasons).join(' · ')),
          mine.asked === one.id ? merge(one) : mine.mayMerge ? acts(one) : null))

    const acts = one =>
      div({ class: 'rows__acts' },
        button({ class: 'button button--s', type: 'button', disabled: mine.busy, onClick: () => { mine.asked = one.id } }, icon('users', true), t('duplicate.merge')),
        button({ class: 'button button--s button--quiet', type: 'button', disabled: mine.busy, onClick: () => dismiss(one) }, t('duplicate.dismiss')))

    // Each read of the list of everybody is written into the access log: it is repeated only when somebody asks.
    if (props.id) onMounted(() => load())
    else watchTopic('duplicates', () => (mine.loaded ? mine.changed = true : load()))

    return () =>
      block('duplicates', t('duplicates'), { count: mine.items.length },
        mine.changed ? button({ class: 'button button--s', type: 'button', onClick: () => load() }, icon('retry', true), t('duplicates.changed')) : null,
        mine.items.length ? ul({ class: 'rows' }, ...mine.items.map(duplicate)) : p({ class: 'block__empty' }, t(mine.loaded ? 'duplicates.none' : 'loading')),
        mine.items.length && !mine.mayMerge ? p({ class: 'rows__meta' }, t('duplicates.others')) : null,
        mine.next ? button({ class: 'button button--s', type: 'button', onClick: () => load(mine.next) }, t('journey.more')) : null,
        p({ class: 'wrong', role: 'alert' }, mine.wrong))
  },
}
