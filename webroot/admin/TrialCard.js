// A source that was tried: each request and its answer, what the file makes of them, and where it fails.
import { reactive } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { wrong } from '../lib/api.js'
import { block } from '../cards/Block.js'
import { bench, tryOut } from './connectorTrial.js'
import { ms } from './histogram.js'
import { trialResult } from './trialResult.js'
import { received, why } from './failure.js'

const { div, h3, p, pre, button, ol, li } = tags

const json = value => pre({ class: 'json' }, JSON.stringify(value, null, 2))

const request = (one, i) =>
  li({ key: i, class: 'trial__request' },
    p({ class: 'trial__line' }, `${one.method} ${one.url}`),
    p({ class: 'rows__meta' }, Object.entries(one.headers).map(([name, value]) => `${name}: ${value}`).join(' · ')),
    one.body ? json(one.body) : null,
    p({ class: 'rows__meta' }, `${one.received ? received(one.received) : t('trial.silence')} · ${ms(one.tookMs)}`))

const step = one =>
  li({ key: one.name, class: 'trial__step' },
    h3({ class: 'rows__what' }, one.name),
    one.asked ? ol({ class: 'trial__requests' }, ...one.requests.map(request)) : p({ class: 'rows__meta' }, t('trial.left-out')),
    one.value === null ? null : [p({ class: 'rows__meta' }, t('trial.value', { name: one.name })), json(one.value)])

export default {
  name: 'TrialCard',
  setup() {
    const mine = reactive({ wrong: '' })

    async function unmask() {
      mine.wrong = ''
      try {
        await tryOut(bench.trial.name, true)
      } catch (failure) {
        mine.wrong = wrong(failure)
      }
    }

    return () => {
      const { name, result } = bench.trial
      return block('trial', t('trial', { name }), { stamp: t('does.kept') },
        div({ class: 'bench__acts' },
          result.plain ? null : button({ class: 'button button--s', type: 'button', onClick: unmask }, icon('user', true), t('payload.plain'))),
        p({ class: 'rows__meta' }, t(result.plain ? 'payload.is-plain' : 'payload.masked')),
        p({ class: 'wrong', role: 'alert' }, mine.wrong),
        result.failure ? p({ class: 'wrong' }, why(result.failure)) : null,
        ol({ class: 'trial' }, ...result.steps.map(step)),
        result.failure && !result.events.length ? null : [p({ class: 'rows__meta' }, t('trial.made', { n: result.events.length })), trialResult(result.events)])
    }
  },
}
