// For supervisors: every action of this decision, why it is shown or why not, and what was expected of it. The look is logged.
import { reactive, watch } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t, tOr } from '../lib/i18n.js'
import { get } from '../lib/api.js'
import { percent } from '../lib/format.js'
import { localised } from '../lib/localised.js'

const { div, button, ul, li, h3, p, code, span } = tags

const expected = one => (one.probability === null || one.probability === undefined ? null : t('why-not.chance', { low: percent(one.low), high: percent(one.high) }))

export default {
  name: 'WhyNot',
  props: { decision: { type: String, required: true } },
  setup(props) {
    const mine = reactive({ open: false, answer: null, failed: false })
    watch(() => props.decision, () => Object.assign(mine, { open: false, answer: null }))

    async function flip() {
      mine.open = !mine.open
      if (!mine.open || mine.answer) return
      try {
        Object.assign(mine, { answer: await get(`/decisions/${props.decision}`), failed: false })
      } catch {
        mine.failed = true
      }
    }

    const reason = one => {
      if (one.outcome === 'shown') return one.explored ? t('why-not.explored') : t('why-not.shown')
      if (one.outcome === 'vetoed') return localised(one.because)
      return [tOr(`excluded.${one.reason}`, one.reason), one.detail ? [': ', code(null, one.detail)] : null]
    }

    const tie = one => {
      const pair = mine.answer.ties.find(names => names.includes(one.action))
      const other = pair && mine.answer.candidates.find(candidate => candidate.action === pair.find(name => name !== one.action))
      return other && one.outcome === 'shown' ? t('why-not.tie', { other: localised(other.title) }) : null
    }

    const candidate = one =>
      li({ key: one.action, class: ['rows__item', `candidate--${one.outcome}`] },
        icon(one.outcome === 'shown' ? 'ok' : 'ban'),
        div(null, h3({ class: 'rows__what' }, localised(one.title)),
          p({ class: 'rows__meta' }, reason(one)),
          p({ class: 'rows__meta num' }, [expected(one), tie(one)].filter(Boolean).join(' · '))))

    const content = () => {
      if (mine.failed) return p({ class: 'wrong', role: 'alert' }, t('why-not.failed'))
      if (!mine.answer) return p({ class: 'rows__meta' }, t('loading'))
      return [ul({ class: 'rows', 'aria-label': t('why-not.title') }, ...mine.answer.candidates.map(candidate)), p({ class: 'rows__meta' }, t('why-not.logged'))]
    }

    return () =>
      div({ class: 'why-not' },
        button({ class: 'link-button', type: 'button', 'aria-expanded': mine.open ? 'true' : 'false', onClick: flip }, span(null, t('why-not'))),
        mine.open ? content() : null)
  },
}
