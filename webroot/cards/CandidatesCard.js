// Several it could be: ranked, each with what speaks for it; one key chooses. No name is offered to the caller first.
import { onMounted, onUnmounted, reactive } from '../vendor/vue.js'
import { icon, kbd, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { sayAll } from '../lib/sentence.js'
import { initials } from '../lib/format.js'
import { post, wrong } from '../lib/api.js'
import { listen } from '../lib/keys.js'
import { apart } from '../lib/distinction.js'
import { block } from './Block.js'

const { ol, li, div, h3, p, ul, span, button, bdi } = tags
const MOST_KEYS = 9
const LIKELY = 0.5

// A reason against a candidate has no tick.
const sign = sentence => (sentence?.key.endsWith('.other') ? 'close' : 'check')

export default {
  name: 'CandidatesCard',
  props: { card: { type: Object, required: true } },
  emits: ['done'],
  setup(props, { emit }) {
    const mine = reactive({ busy: false, failed: '' })

    async function choose(candidate) {
      Object.assign(mine, { busy: true, failed: '' })
      try {
        await post(`/interactions/${props.card.interaction.id}/customer`, { customer: candidate.customer })
        emit('done')
      } catch (failure) {
        mine.failed = wrong(failure)
      } finally {
        mine.busy = false
      }
    }

    let stop
    onMounted(() => {
      stop = listen(() => Object.fromEntries(props.card.match.candidates.slice(0, MOST_KEYS).map((candidate, i) => [String(i + 1), () => choose(candidate)])))
    })
    onUnmounted(() => stop())

    const candidate = (one, i) =>
      li({ key: one.customer, class: ['candidate', { 'candidate--first': i === 0 }] },
        span({ class: 'monogram', 'aria-hidden': 'true' }, initials(one.name)),
        div({ class: 'candidate__body' },
          h3({ class: 'candidate__name' }, one.source ? span({ class: 'candidate__source' }, bdi(null, one.source), ': ') : null, bdi(null, one.name)),
          one.distinction ? p({ class: 'candidate__apart' }, apart(one.distinction)) : null,
          ul({ class: 'candidate__reasons' }, ...sayAll(one.said, one.reasons).map((reason, at) => li({ key: reason }, icon(sign(one.said?.[at]), true), span(null, reason))))),
        div({ class: 'candidate__end' },
          span({ class: 'candidate__odds' }, t(one.score >= LIKELY ? 'why.likely' : 'why.perhaps')),
          button({ class: ['button', { 'button--primary': i === 0 }], type: 'button', disabled: mine.busy, onClick: () => choose(one) },
            t('candidate.choose'), span({ class: 'visually-hidden' }, `: ${one.name}`), kbd(i + 1))))

    const listed = () => {
      const { candidates, possible } = props.card.match
      return possible > candidates.length ? t('candidates.part', { listed: candidates.length, n: possible }) : null
    }

    return () =>
      block('candidates', t('candidates'), { stamp: listed() },
        ol({ class: 'candidates' }, ...props.card.match.candidates.map(candidate)),
        mine.failed ? p({ class: 'wrong', role: 'alert' }, mine.failed) : null)
  },
}
