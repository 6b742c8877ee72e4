// Why these records are one person: what each system says, by what we know them, and who said so; all can be taken back.
import { onMounted, reactive } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t, tOr } from '../lib/i18n.js'
import { sayAll } from '../lib/sentence.js'
import { phone, when } from '../lib/format.js'
import { get, post, wrong } from '../lib/api.js'
import { block } from '../cards/Block.js'

const { ul, li, div, h3, p, span, button, b } = tags

const shown = ({ kind, value }) => (kind === 'phone' ? phone(value) : value)

const record = one =>
  li({ key: one.id, class: 'rows__item' },
    icon(one.kind === 'company' ? 'building' : 'user'),
    div(null, h3({ class: 'rows__what', dir: 'auto' }, one.name),
      p({ class: 'rows__meta' }, `${one.system} · ${one.externalId}`)),
    span({ class: 'rows__end num' }, when(one.updatedAt)))

const handle = one =>
  li({ key: one.kind + one.value + one.customer, class: 'rows__item' },
    icon(one.verified ? 'shield' : 'unproven'),
    div(null, h3({ class: 'rows__what' }, shown(one)),
      p({ class: 'rows__meta' }, [
        t(`by.${one.kind}`), tOr(`source-of.${one.source}`, one.source),
        t(one.verified ? 'match.verified' : 'match.unverified'),
        one.holders > 1 || one.shared ? t('identity.shared', { n: Math.max(2, one.holders) }) : null,
        t('identity.seen', { first: when(one.firstSeen), last: when(one.lastSeen) }),
      ].filter(Boolean).join(' · '))))

export default {
  name: 'IdentityCard',
  props: { id: { type: String, required: true } },
  emits: ['changed'],
  setup(props, { emit }) {
    const mine = reactive({ identity: null, failed: false, wrong: '', busy: false })

    async function load() {
      mine.failed = false
      try {
        mine.identity = await get(`/customers/${props.id}/identity`)
      } catch {
        mine.failed = true
      }
    }

    async function undo(entry) {
      Object.assign(mine, { busy: true, wrong: '' })
      try {
        await post(`/identity/${entry.id}/undo`)
        emit('changed')
        await load()
      } catch (failure) {
        mine.wrong = wrong(failure)
      } finally {
        mine.busy = false
      }
    }

    const entry = one =>
      li({ key: one.id, class: ['rows__item', { 'said--undone': one.undoneBy }] },
        icon(one.what === 'merge' ? 'users' : one.what === 'link' ? 'link' : 'undo'),
        div(null, h3({ class: 'rows__what' }, t(`said.${one.what}`), ' ', one.handles.map(shown).join(', ')),
          p({ class: 'rows__meta' }, [one.actor, when(one.at), one.undoneBy ? t('said.undone') : null].filter(Boolean).join(' · ')),
          one.reasons.length ? p({ class: 'rows__meta', }, sayAll(one.said, one.reasons).join(' · ')) : null),
        one.undoable
          ? button({ class: 'button button--s rows__end', type: 'button', disabled: mine.busy, onClick: () => undo(one) }, icon('undo', true), t('said.undo'))
          : null)

    onMounted(load)

    return () => {
      if (mine.failed) {
        return block('identity', t('identity'), {}, p({ class: 'block__empty', role: 'alert' }, t('page.failed'), ' ',
          button({ class: 'button button--s', type: 'button', onClick: load }, icon('retry', true), t('again'))))
      }
      if (!mine.identity) return block('identity', t('identity'), {}, div({ class: 'skeleton', 'aria-hidden': 'true' }))
      const { records, handles, journal } = mine.identity
      return block('identity', t('identity'), { count: records.length },
        p({ class: 'rows__meta' }, t('identity.why', { n: records.length })),
        ul({ class: 'rows' }, ...records.map(record)),
        journal.length ? [p({ class: 'rows__head' }, b(null, t('identity.journal'))), ul({ class: 'rows' }, ...journal.map(entry))] : null,
        p({ class: 'rows__head' }, b(null, t('identity.handles'))), ul({ class: 'rows' }, ...handles.map(handle)),
        p({ class: 'wrong', role: 'alert' }, mine.wrong))
    }
  },
}
