// The payload that the file is tried on: a real one, masked until a user asks for it, which is written down, or one of one's own.
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { block } from '../cards/Block.js'
import { bench, paste, unmask } from './connectorTrial.js'

const { div, p, pre, button, textarea, label, span } = tags

const own = () =>
  label({ class: 'field' }, span({ class: 'field__label' }, t('payload.paste')),
    textarea({
      class: 'dock__field json-field', rows: 6, spellcheck: 'false', autocomplete: 'off', value: bench.pasted ?? '', placeholder: '{"…": "…"}',
      'aria-invalid': bench.pastedWrong ? 'true' : null, onInput: event => paste(event.target.value),
    }),
    p({ class: 'wrong', role: 'alert' }, bench.pastedWrong ? t('payload.no-json') : ''))

const real = () => [
  div({ class: 'bench__acts' },
    bench.plain ? null : button({ class: 'button button--s', type: 'button', onClick: unmask }, icon('user', true), t('payload.plain')),
    button({ class: 'button button--s', type: 'button', onClick: () => paste('') }, icon('note', true), t('payload.own'))),
  p({ class: 'rows__meta' }, t(bench.plain ? 'payload.is-plain' : 'payload.masked')),
  pre({ class: 'json' }, JSON.stringify(bench.delivery.payload, null, 2)),
]

export default {
  name: 'PayloadCard',
  setup: () => () => block('payload', t('payload'), {}, ...(bench.delivery ? real() : [own()])),
}
