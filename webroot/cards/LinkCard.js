// No known customer has that number, or the caller is another one: find and link; the number is learned.
import { onMounted, onUnmounted, reactive } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { phone } from '../lib/format.js'
import { wrong } from '../lib/api.js'
import { draft, keep } from '../state/drafts.js'
import { linkCustomer } from '../lib/linkCustomer.js'
import { search } from '../lib/search.js'
import { apart } from '../lib/distinction.js'
import { block } from './Block.js'

const { label, input, span, ul, li, button, p, bdi, small } = tags

export default {
  name: 'LinkCard',
  props: { interaction: { type: Object, required: true }, others: { type: Boolean, default: false } },
  emits: ['done'],
  setup(props, { emit }) {
    const hits = search()
    const mine = reactive({ failed: '' })
    const typed = () => draft(props.interaction.id).find

    onMounted(() => hits.ask(typed()))
    onUnmounted(hits.stop)

    async function choose(customer) {
      mine.failed = ''
      try {
        await linkCustomer(props.interaction.id, customer)
        emit('done')
      } catch (failure) {
        mine.failed = wrong(failure)
      }
    }

    function ask(text) {
      keep(props.interaction.id, { find: text })
      hits.ask(text)
    }

    const found = one =>
      li({ key: one.id }, button({ class: 'hit', type: 'button', onClick: () => choose(one.id) },
        icon(one.kind === 'company' ? 'building' : 'user'), span({ class: 'hit__name' }, bdi(null, one.name), apart(one.distinction) ? small({ class: 'hit__apart' }, apart(one.distinction)) : null),
        span({ class: 'hit__why' }, t(`found.${one.match}`)), span({ class: 'hit__do' }, icon('link', true), t('link.do'))))

    const learned = ({ from }) => (from ? t('link.learn', { number: phone(from) }) : t('link.withheld'))

    return () =>
      block('find', t(props.others ? 'link.find.other' : 'link.find'), {},
        label({ class: 'find' }, icon('search'), span({ class: 'visually-hidden' }, t('search.label')),
          input({
            id: 'find', class: 'field__input', type: 'search', placeholder: t('search.label'), value: typed(), autocomplete: 'off', spellcheck: 'false',
            onInput: event => ask(event.target.value),
          })),
        hits.state.items.length ? ul({ class: 'hits', 'aria-label': t('search.hits') }, ...hits.state.items.map(found)) : null,
        p({ class: 'box__note', role: 'status' }, typed() ? hits.note(hits.state.items.length) : learned(props.interaction)),
        mine.failed ? p({ class: 'wrong', role: 'alert' }, mine.failed) : null)
  },
}
