// The trial of this very version on past contacts: how often it would have been shown, to whom, beside what. Only then can it go live.
import { h, onMounted, ref } from '../../vendor/vue.js'
import { icon, tags } from '../../lib/tags.js'
import { t, tOr } from '../../lib/i18n.js'
import { localised } from '../../lib/localised.js'
import { day } from '../../lib/format.js'
import { whole } from '../../lib/effect.js'
import { block } from '../../cards/Block.js'
import { library, move } from '../../state/actionLibrary.js'

const { div, dl, dt, dd, p, ul, li, h3, button, code } = tags
const MOST = 5
const DAYS_OF_MONTH = 30

const name = one => localised(one.title) || localised(library.items.find(entry => entry.id === one.action)?.action.title) || one.action

const figure = (label, value) => div({ key: label }, dt(null, label), dd({ class: 'num' }, value))

const list = (title, items, text) =>
  items.length ? div(null, h3({ class: 'tester__stage' }, title), ul({ class: 'rehearsal__list' }, ...items.slice(0, MOST).map(text))) : null

const times = (what, n) => [what, ' ', h('span', { class: 'num rehearsal__times' }, t('rehearsal.times', { n }))]

const kept = one => [tOr(`excluded.${one.reason}`, one.reason), one.detail ? [': ', code(null, one.detail)] : null]

export default {
  name: 'RehearsalCard',
  setup() {
    const start = ref(null)
    onMounted(() => start.value?.scrollIntoView?.({ block: 'nearest' }))

    const live = () =>
      library.version?.state === 'live' ? null
        : button({ ref: start, class: 'button button--primary', type: 'button', disabled: Boolean(library.busy), onClick: () => move('live', t('action.change.live', { n: library.trial.shown })) },
            icon('check'), t('action.go-live', { version: library.trial.version }))

    return () => {
      const one = library.trial
      return block('rehearsal', t('rehearsal'), { stamp: t('rehearsal.stamp', { since: day(one.since), until: day(one.until) }) },
        dl({ class: 'rehearsal' },
          figure(t('rehearsal.month'), whole(Math.round(one.perDay * DAYS_OF_MONTH))),
          figure(t('rehearsal.shown'), t('rehearsal.of', { part: whole(one.shown), all: whole(one.looked) })),
          figure(t('rehearsal.persons'), whole(one.persons)),
          figure(t('rehearsal.contacts'), whole(one.contacts))),
        one.contacts ? one.shown ? null : p({ class: 'is-warn' }, t('rehearsal.nobody')) : p({ class: 'is-warn' }, t('rehearsal.none')),
        div({ class: 'rehearsal__lists' },
          list(t('rehearsal.beside'), one.beside, b => li({ key: b.action }, times(name(b), b.times))),
          list(t('rehearsal.kept'), one.notShown, b => li({ key: b.reason + b.detail }, times(kept(b), b.times)))),
        p({ class: 'rows__meta' }, t('rehearsal.honest')),
        div({ class: 'rows__acts' }, live()))
    }
  },
}
