// For supervisors: which actions help, surely or perhaps, which harm, and what the vetoes cost.
import { h, onMounted, onUnmounted, reactive } from '../../vendor/vue.js'
import { icon, kbd, tags } from '../../lib/tags.js'
import { t } from '../../lib/i18n.js'
import { actionWords } from '../../lib/actionWords.js'
import { keepFile } from '../../lib/download.js'
import { day, when } from '../../lib/format.js'
import { get } from '../../lib/api.js'
import { narrow } from '../../lib/narrow.js'
import { listen } from '../../lib/keys.js'
import { readFailure } from '../../screen/readFailure.js'
import { watchTopic } from '../../state/watching.js'
import { csv } from './csv.js'
import { judged } from './judged.js'
import EffectsCard from './EffectsCard.js'
import VetoesCard from './VetoesCard.js'

const { div, section, button, h1, p } = tags
const PERIODS = [30, 90, 365]

export default {
  name: 'WorksPage',
  emits: ['close'],
  setup(_, { emit }) {
    actionWords()
    const mine = reactive({ days: 90, answer: null, failed: false, busy: false, table: narrow.value })
    let turn = 0

    async function load() {
      const now = ++turn
      mine.busy = true
      try {
        const answer = await get(`/effects?days=${mine.days}`)
        if (now === turn) Object.assign(mine, { answer, failed: false })
      } catch {
        if (now === turn) mine.failed = true
      } finally {
        if (now === turn) mine.busy = false
      }
    }
    watchTopic('effects', load)

    const choose = days => { mine.days = days; load() }
    const flip = () => { mine.table = !mine.table }
    const keep = () => mine.answer && keepFile(new Blob([csv(mine.answer)], { type: 'text/csv' }), `effects-${mine.days}.csv`)

    let stop
    onMounted(() => { stop = listen(() => ({ t: flip, c: keep })) })
    onUnmounted(() => stop())

    const news = () => {
      const { items, since, until, asOf } = mine.answer
      const all = judged(items)
      const harms = all.filter(one => one.verdict === 'harms').length
      return [
        t('works.from-to', { since: day(since), until: day(until) }),
        all.length ? t('works.news', { helps: all.filter(one => one.verdict === 'helps').length, n: all.length }) + (harms ? `, ${t('works.harm', { n: harms })}` : '') : null,
        asOf ? t('effects.as-of', { at: when(asOf) }) : null,
      ].filter(Boolean).join(' · ')
    }

    const periods = () =>
      div({ class: 'segment', role: 'group', 'aria-label': t('works.period') }, ...PERIODS.map(days =>
        button({ key: days, class: 'segment__item', type: 'button', 'aria-pressed': days === mine.days ? 'true' : 'false', onClick: () => choose(days) }, t(`works.days.${days}`))))

    const bar = () =>
      div({ class: 'page-bar' },
        button({ class: 'button button--s', type: 'button', onClick: () => emit('close') }, icon('undo', true), t('page.back'), kbd('Esc')),
        h1({ class: 'page-bar__title' }, t('works')),
        periods(),
        mine.answer ? p({ class: 'page-bar__news', role: 'status' }, news()) : null,
        mine.failed ? readFailure(load) : null,
        div({ class: 'page-tools' },
          button({ class: 'button button--s', type: 'button', 'aria-pressed': mine.table ? 'true' : 'false', disabled: !mine.answer, onClick: flip }, t('works.table'), kbd('T')),
          button({ class: 'button button--s', type: 'button', disabled: !mine.answer, onClick: keep }, icon('down', true), t('works.csv'), kbd('C'))))

    return () =>
      div({ class: 'contact contact--supervisor contact--works' },
        bar(),
        mine.answer
          ? section({ class: 'column works', tabindex: 0, 'aria-label': t('works.column.main'), 'aria-busy': mine.busy ? 'true' : null },
              h(EffectsCard, { answer: mine.answer, table: mine.table }), h(VetoesCard, { vetoes: mine.answer.vetoes }))
          : mine.failed ? null : div({ class: 'skeleton', 'aria-hidden': 'true' }))
  },
}
