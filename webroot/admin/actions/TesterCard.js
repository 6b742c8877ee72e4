// One real customer against the action in hand, saved or not: every condition with that person's own value; the first no decides.
import { onUnmounted, reactive } from '../../vendor/vue.js'
import { icon, kbd, tags } from '../../lib/tags.js'
import { t } from '../../lib/i18n.js'
import { initials, time } from '../../lib/format.js'
import { post, wrong } from '../../lib/api.js'
import { search } from '../../lib/search.js'
import { apart } from '../../lib/distinction.js'
import { block } from '../../cards/Block.js'
import { library } from '../../state/actionLibrary.js'
import { actionOf } from './actionFields.js'
import { mistakeOf, yamlOf } from './actionYaml.js'
import { verdict } from './verdict.js'

const { div, p, ul, li, label, input, button, span, bdi, h3, small } = tags

export default {
  name: 'TesterCard',
  setup() {
    const hits = search()
    const mine = reactive({ customer: null, result: null, tested: '', at: '', busy: false, wrong: '' })
    onUnmounted(hits.stop)

    // What is tested is what is in the form.
    async function test() {
      const action = actionOf({ ...library.fields, name: library.fields.name || 'new' })
      Object.assign(mine, { busy: true, wrong: '' })
      try {
        const result = await post(`/actions/${encodeURIComponent(library.open ?? action.name)}/test`, { customer: mine.customer.id, yaml: yamlOf(action) })
        Object.assign(mine, { result, tested: JSON.stringify(library.fields), at: Date.now() })
      } catch (failure) {
        const mistake = mistakeOf(action, failure)
        Object.assign(mine, { result: null, wrong: mistake ? `${t('tester.mistake')} ${mistake.detail}` : wrong(failure) })
      } finally {
        mine.busy = false
      }
    }

    function choose(one) {
      mine.customer = one
      hits.ask('')
      test()
    }

    function keyed(event) {
      if (event.key === 'Enter' && hits.state.items.length) { event.preventDefault(); choose(hits.state.items[0]) }
      if (event.key === 'Escape' && hits.state.text) { event.stopPropagation(); hits.ask('') }
    }

    const found = one =>
      li({ key: one.id }, button({ class: 'hit', type: 'button', onClick: () => choose(one) },
        icon(one.kind === 'company' ? 'building' : 'user'), span({ class: 'hit__name' }, bdi(null, one.name), apart(one.distinction) ? small({ class: 'hit__apart' }, apart(one.distinction)) : null)))

    const who = () =>
      div({ class: 'tester__who' },
        span({ class: 'monogram', 'aria-hidden': 'true' }, initials(mine.customer.name)),
        div(null, h3({ class: 'tester__name' }, bdi(null, mine.customer.name)), apart(mine.customer.distinction) ? p({ class: 'tester__meta' }, apart(mine.customer.distinction)) : null),
        button({ class: 'button button--s', type: 'button', disabled: mine.busy, onClick: test }, icon('retry', true), t('tester.again')))

    const stale = () => mine.result && mine.tested !== JSON.stringify(library.fields) ? p({ class: 'is-warn tester__meta', role: 'status' }, t('tester.stale')) : null

    return () =>
      block('tester', t('tester'), { stamp: mine.at ? t('tester.at', { at: time(mine.at) }) : t('tester.logged') },
        label({ class: 'find' }, icon('search'), span({ class: 'visually-hidden' }, t('search.label')),
          input({
            id: 'find', class: 'field__input', type: 'search', placeholder: t('tester.find'), value: hits.state.text, autocomplete: 'off', spellcheck: 'false',
            onInput: event => hits.ask(event.target.value), onKeydown: keyed,
          }), hits.state.text ? null : kbd('F')),
        hits.state.items.length ? ul({ class: 'hits', 'aria-label': t('search.hits') }, ...hits.state.items.map(found)) : null,
        hits.state.text ? p({ class: 'box__note', role: 'status' }, hits.note(hits.state.items.length)) : null,
        mine.customer ? who() : hits.state.text ? null : p({ class: 'block__empty' }, t('tester.lead')),
        mine.wrong ? p({ class: 'wrong', role: 'alert' }, icon('alert', true), ' ', mine.wrong) : null,
        stale(),
        mine.result ? verdict(mine.result) : null)
  },
}
