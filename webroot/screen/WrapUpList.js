// Contacts that wait for their wrap-up: several are finished at once, each with its own note; what its form has is stronger.
import { reactive } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t, tOr } from '../lib/i18n.js'
import { elapsed, phone } from '../lib/format.js'
import { post, wrong } from '../lib/api.js'
import { now } from '../lib/clock.js'
import { desk, show } from '../state/desk.js'
import { draft } from '../state/drafts.js'
import { rulesOf } from '../lib/queueRules.js'

const { form, section, h2, ul, li, label, input, select, option, div, p, span, bdi, button } = tags

export const waiting = () => desk.cards.filter(card => card.interaction.state === 'wrap-up')

const name = card => card.customer?.name ?? (card.interaction.from ? phone(card.interaction.from) : t('who.withheld'))

export default {
  name: 'WrapUpList',
  setup() {
    const mine = reactive({ out: {}, outcome: '', busy: false, wrong: '', refused: {} })
    const chosen = () => waiting().filter(card => !mine.out[card.interaction.id])

    // Only what every chosen queue knows can be said of all of them.
    const outcomes = () => {
      const all = chosen().map(card => rulesOf(card.interaction.queue).dispositions)
      return (all[0] ?? []).filter(one => all.every(list => list.some(other => other.value === one.value)))
    }

    const item = card => {
      const { id } = card.interaction
      const { outcome, reason, note } = draft(id)
      return { interaction: id, disposition: outcome || mine.outcome || undefined, reason: reason || undefined, note: note || undefined }
    }

    async function finish(event) {
      event.preventDefault()
      Object.assign(mine, { busy: true, wrong: '', refused: {} })
      try {
        const { items } = await post('/wrap-ups', { items: chosen().map(item) })
        mine.refused = Object.fromEntries(items.filter(one => !one.done).map(one => [one.interaction, one.detail]))
      } catch (failure) {
        mine.wrong = wrong(failure)
      } finally {
        mine.busy = false
      }
    }

    const row = card => {
      const { id, queue, endedAt } = card.interaction
      const said = draft(id).outcome
      const words = rulesOf(queue).dispositions.find(one => one.value === said)
      return li({ key: id, class: 'rows__item' },
        input({ type: 'checkbox', checked: !mine.out[id], 'aria-label': t('finish.this', { name: name(card) }), onChange: event => { mine.out[id] = !event.target.checked } }),
        div(null,
          button({ class: 'rows__what rows__open', type: 'button', onClick: () => show(id) }, bdi(null, name(card))),
          p({ class: 'rows__meta' }, [queue, words ? tOr(`disposition.${words.value}`, words.text) : null, draft(id).note ? t('finish.note') : null].filter(Boolean).join(' · ')),
          mine.refused[id] ? p({ class: 'wrong', role: 'alert' }, t('finish.refused')) : null),
        span({ class: 'rows__end num' }, endedAt ? elapsed(endedAt, now.value) : ''))
    }

    return () =>
      waiting().length
        ? section({ class: 'calm__block' },
            h2({ class: 'block__title' }, t('finish')),
            form({ class: 'finish', onSubmit: finish },
              ul({ class: 'rows' }, ...waiting().map(row)),
              outcomes().length
                ? label({ class: 'finish__how' }, span(null, t('finish.outcome')),
                    select({ class: 'field__input', value: mine.outcome, onChange: event => { mine.outcome = event.target.value } },
                      option({ value: '' }, t('finish.own')),
                      ...outcomes().map(({ value, text }) => option({ value }, tOr(`disposition.${value}`, text)))))
                : null,
              mine.wrong ? p({ class: 'wrong', role: 'alert' }, mine.wrong) : null,
              button({ class: 'button button--primary', type: 'submit', disabled: mine.busy || !chosen().length }, icon('check', true), t('finish.do', { n: chosen().length }))))
        : null
  },
}
