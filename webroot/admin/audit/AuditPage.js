// For administrators: what was done, by whom and from where, newest first; and a table of it to keep elsewhere.
import { h, reactive } from '../../vendor/vue.js'
import { icon, kbd, tags } from '../../lib/tags.js'
import { addWords, t } from '../../lib/i18n.js'
import de from '../../words/de/audit.js'
import en from '../../words/en/audit.js'
import { day } from '../../lib/format.js'
import { get, wrong } from '../../lib/api.js'
import { download } from '../../lib/download.js'
import { watchTopic } from '../../state/watching.js'
import AuditForm from './AuditForm.js'
import { entry } from './entry.js'
import { asked, nothing } from './filter.js'

const { div, section, button, p, h1, h2, ul } = tags

export default {
  name: 'AuditPage',
  emits: ['close'],
  setup(_, { emit }) {
    addWords(de, en)
    const mine = reactive({ filter: nothing(), items: [], next: null, further: false, loaded: false, busy: false, exporting: false, wrong: '', said: '' })
    let turn = 0

    async function load(before) {
      const now = ++turn
      Object.assign(mine, { busy: true, wrong: '', further: Boolean(before) })
      try {
        const page = await get(`/audit?${asked(mine.filter, before)}`)
        if (now === turn) Object.assign(mine, { items: before ? [...mine.items, ...page.items] : page.items, next: page.next, loaded: true })
      } catch (failure) {
        if (now === turn) mine.wrong = wrong(failure)
      } finally {
        if (now === turn) mine.busy = false
      }
    }

    const choose = some => { mine.said = ''; Object.assign(mine.filter, some); load() }
    const clear = () => choose(nothing())

    async function keep() {
      Object.assign(mine, { exporting: true, wrong: '', said: '' })
      try {
        await download(`/audit/export?${asked(mine.filter)}`, 'audit.csv')
        mine.said = t('audit.exported')
      } catch (failure) {
        mine.wrong = wrong(failure)
      } finally {
        mine.exporting = false
      }
    }

    // Whoever reads older entries is not taken back to the newest.
    watchTopic('audit', () => (mine.further ? null : load()))

    const days = () => {
      const groups = new Map()
      for (const one of mine.items) groups.set(day(one.at), [...(groups.get(day(one.at)) ?? []), one])
      return [...groups].map(([name, items]) =>
        section({ key: name, class: 'audit__day' }, h2({ class: 'audit__date' }, name), ul({ class: 'audit__entries' }, ...items.map(one => entry(one, choose)))))
    }

    const empty = () =>
      Object.values(mine.filter).some(Boolean)
        ? div({ class: 'empty' }, p(null, t('audit.none-chosen')), button({ class: 'button button--s', type: 'button', onClick: clear }, t('audit.all')))
        : p({ class: 'empty' }, t('audit.none'))

    const list = () => {
      if (!mine.loaded) return mine.wrong ? null : div({ class: 'skeleton', 'aria-hidden': 'true' })
      if (!mine.items.length) return empty()
      return [
        ...days(),
        div({ class: 'audit__more' },
          mine.next ? button({ class: 'button button--s', type: 'button', disabled: mine.busy, onClick: () => load(mine.next) }, t('audit.more')) : p({ class: 'rows__meta' }, t('audit.end'))),
      ]
    }

    const bar = () =>
      div({ class: 'page-bar' },
        button({ class: 'button button--s', type: 'button', onClick: () => emit('close') }, icon('undo', true), t('page.back'), kbd('Esc')),
        h1({ class: 'page-bar__title' }, t('audit')),
        p({ class: 'audit__said', role: 'status' }, mine.said),
        div({ class: 'audit__acts' },
          button({ class: 'button button--s', type: 'button', disabled: mine.busy, onClick: () => load() }, icon('retry', true), t('audit.again')),
          button({ class: 'button button--s', type: 'button', disabled: mine.exporting, onClick: keep }, icon('down', true), t('audit.export'))))

    return () =>
      div({ class: 'contact contact--audit' },
        bar(),
        h(AuditForm, { filter: mine.filter, onChoose: choose, onClear: clear }),
        section({ class: 'column audit', tabindex: 0, 'aria-label': t('audit.entries'), 'aria-busy': mine.busy },
          p({ class: 'wrong audit__wrong', role: 'alert' }, mine.wrong ? [icon('alert', true), ' ', mine.wrong] : ''),
          list()))
  },
}
