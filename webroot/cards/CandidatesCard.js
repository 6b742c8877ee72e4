// Several it could be: ranked, each with what speaks for it; one key chooses. No name is offered to the caller first.
import { onMounted, onUnmounted, reactive } from '../vendor/vue.js'
import { icon, kbd, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { initials, percent } from '../lib/format.js'
import { post } from '../lib/api.js'
import { listen } from '../lib/keys.js'
import { block } from './Block.js'

const { ol, li, div, h3, p, ul, span, button, bdi, small } = tags

export default {
  name: 'CandidatesCard',
  props: { card: { type: Object, required: true } },
  setup(props) {
    const mine = reactive({ busy: false, failed: false })

    async function choose(candidate) {
      Object.assign(mine, { busy: true, failed: false })
      try {
        await post(`/interactions/${props.card.interaction.id}/customer`, { customer: candidate.customer })
      } catch {
        mine.failed = true
      } finally {
        mine.busy = false
      }
    }

    let stop
    onMounted(() => {
      stop = listen(() => Object.fromEntries(props.card.match.candidates.map((candidate, i) => [String(i + 1), () => choose(candidate)])))
    })
    onUnmounted(() => stop())

    const candidate = (one, i) =>
      li({ key: one.customer, class: ['candidate', { 'candidate--first': i === 0 }] },
        span({ class: 'monogram', 'aria-hidden': 'true' }, initials(one.name)),
        div(null,
          h3({ class: 'candidate__name' }, bdi(null, one.name)),
          ul({ class: 'candidate__reasons' }, ...one.reasons.map(reason => li({ key: reason }, icon('check', true), reason)))),
        div({ class: 'candidate__end' },
          span({ class: 'candidate__odds num' }, percent(one.score), small(null, t('candidate.odds'))),
          button({ class: 'button', type: 'button', disabled: mine.busy, onClick: () => choose(one) }, t('candidate.choose'), ' ', kbd(i + 1))))

    return () =>
      block('candidates', t('candidates'), { stamp: props.card.match.reasons[0] },
        p({ class: 'ask-first' }, icon('sound'), t('candidates.ask')),
        ol({ class: 'candidates' }, ...props.card.match.candidates.map(candidate)),
        mine.failed ? p({ class: 'wrong', role: 'alert' }, t('failed')) : null)
  },
}
