// What a merge would do, said before it is done: both sides, what moves, what they say otherwise, and what undoing restores.
import { onMounted, reactive, ref } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t, tOr } from '../lib/i18n.js'
import { get, post, wrong } from '../lib/api.js'

const { div, p, table, thead, tbody, tr, th, td, button, bdi, ul, li } = tags
const COUNTED = ['interactions', 'orders', 'tickets', 'handles', 'promises']

const systems = side => side.records.map(one => `${one.system} ${one.externalId}`).join(', ')

const sides = ({ keep, other }) =>
  table({ class: 'figures merge__sides' },
    thead(null, tr(null, td(), th({ scope: 'col', dir: 'auto' }, keep.name), th({ scope: 'col', dir: 'auto' }, other.name))),
    tbody(null,
      tr(null, th({ scope: 'row' }, t('merge.records')), td(null, systems(keep)), td(null, systems(other))),
      ...COUNTED.map(name =>
        tr({ key: name }, th({ scope: 'row' }, t(`merge.${name}`)), td({ class: 'num' }, keep[name]), td({ class: 'num' }, other[name])))))

const conflict = one =>
  li({ key: one.field }, t('merge.differs', { field: tOr(`merge.field.${one.field}`, one.field), keep: one.keep, other: one.other }))

export default {
  name: 'MergePreview',
  props: { keep: { type: String, required: true }, other: { type: String, required: true } },
  emits: ['merged', 'cancel'],
  setup(props, { emit }) {
    const mine = reactive({ preview: null, busy: false, wrong: '' })
    const first = ref(null)
    const path = () => `/customers/${props.keep}/merge`

    async function load() {
      try {
        mine.preview = await get(`${path()}?other=${props.other}`)
      } catch (failure) {
        mine.wrong = wrong(failure)
      }
    }

    async function confirm() {
      Object.assign(mine, { busy: true, wrong: '' })
      try {
        await post(path(), { other: props.other, version: mine.preview.version })
        emit('merged')
      } catch (failure) {
        mine.wrong = wrong(failure)
        if (failure.status === 409) await load()
      } finally {
        mine.busy = false
      }
    }

    onMounted(async () => {
      await load()
      first.value?.focus()
    })

    const said = ({ keep, other, conflicts }) => [
      p({ class: 'rows__what', ref: first, tabindex: -1 }, t('merge.lead.before'), bdi(null, other.name), t('merge.lead.between'), bdi(null, keep.name), t('merge.lead.after')),
      sides(mine.preview),
      conflicts.length ? [p({ class: 'rows__head' }, t('merge.conflicts')), ul({ class: 'merge__conflicts' }, ...conflicts.map(conflict))] : null,
      p({ class: 'rows__meta' }, t('merge.undo')),
    ]

    return () =>
      div({ class: 'merge', role: 'group', 'aria-label': t('merge.label') },
        ...(mine.preview ? said(mine.preview) : [div({ class: 'skeleton', 'aria-hidden': 'true' })]),
        p({ class: 'wrong', role: 'alert' }, mine.wrong),
        div({ class: 'rows__acts' },
          button({ class: 'button button--s button--primary', type: 'button', disabled: mine.busy || !mine.preview, onClick: confirm }, icon('users', true), t('merge.confirm')),
          button({ class: 'button button--s button--quiet', type: 'button', onClick: () => emit('cancel') }, t('merge.cancel'))))
  },
}
