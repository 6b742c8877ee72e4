// The file in hand, and beneath it what it makes of the payload beside it.
import { h } from '../vendor/vue.js'
import { icon, kbd, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { block } from '../cards/Block.js'
import { bench, changed, edit, save, undo } from './connectorTrial.js'
import { trialResult } from './trialResult.js'
import Editor from './Editor.js'

const { div, p, span, button } = tags

const what = () => {
  if (bench.mistake && !bench.mistake.line) {
    return p({ class: 'wrong', role: 'status' }, icon('alert', true), ' ', bench.mistake.pointer ? `${bench.mistake.pointer}: ` : '', span({ lang: 'en' }, bench.mistake.detail))
  }
  if (bench.mistake) return p({ class: 'block__empty' }, t('does.mistake'))
  if (!bench.events) return p({ class: 'block__empty' }, t('does.nothing-chosen'))
  return bench.events.length ? null : p({ class: 'block__empty' }, t('does.none'))
}

const results = () =>
  block('outcome', t('does'), { count: bench.events?.length, stamp: t('does.kept') }, what(), bench.events?.length ? trialResult(bench.events, bench.orders) : null)

export default {
  name: 'ConnectorTrialCard',
  props: { connectors: { type: Array, required: true } },
  setup(props) {
    const state = () => props.connectors.find(one => one.name === bench.file)

    async function keep() {
      if (changed() && !bench.busy) await save()
    }

    const acts = () =>
      div({ class: 'bench__acts' },
        button({ id: 'bench-save', class: 'button button--s button--primary', type: 'button', disabled: !changed() || bench.busy, onClick: keep }, icon('check', true), t('bench.save'), kbd(t('key.save'))),
        button({ class: 'button button--s', type: 'button', disabled: !changed() || bench.busy, onClick: undo }, icon('undo', true), t('bench.undo')),
        span({ class: 'bench__note', role: 'status' }, bench.note || (changed() ? t('bench.unsaved') : '')))

    const broken = () => {
      const wrong = state()?.broken
      return wrong ? p({ class: 'wrong' }, t('bench.broken', { line: wrong.line, column: wrong.column }), ' ', span({ lang: 'en' }, wrong.detail)) : null
    }

    return () => {
      if (!bench.file) return block('bench', t('bench'), {}, p({ class: 'block__empty' }, t(bench.door ? 'bench.java' : 'bench.choose')))
      if (bench.loading) return block('bench', bench.file, {}, div({ class: 'skeleton', 'aria-hidden': 'true' }))
      return [
        block('bench', `${bench.file}.yaml`, { stamp: t(state()?.own ? 'bench.own' : 'bench.built-in') },
          broken(),
          h(Editor, { name: bench.file, text: bench.text, mistake: bench.mistake, onEdit: edit, onSave: keep }),
          acts(),
          p({ class: 'wrong', role: 'alert' }, bench.wrong)),
        state() && !state().parts.includes('door') ? null : results(),
      ]
    }
  },
}
