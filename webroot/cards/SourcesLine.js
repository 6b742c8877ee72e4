// How old what each source said is, who has not answered, and a button that asks them all again.
import { ref } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { say } from '../lib/sentence.js'
import { time } from '../lib/format.js'
import { wrong } from '../lib/api.js'
import { connection } from '../state/connection.js'

const { span, bdi, button } = tags

const STORE = 'shopbell'

// With the line down even the freshest state is an old one.
const frozen = asOf => [icon('pause', true), t('source.frozen', { at: time(asOf) })]

const troubled = ({ state, reason }) => state === 'failed' || state === 'late' || (state === 'stale' && Boolean(reason))

// Of a system beside us the reason says it all; of our own store the screen has its words.
const said = ({ name, state, asOf, reason: text, said: sentence }) => {
  const reason = say(sentence, text)
  if (state === 'failed' && reason && name !== STORE) return [asOf ? `${t('source.fresh', { at: time(asOf) })} · ` : '', reason]
  return [t(asOf ? `source.${state}` : `source.${state}.never`, { at: asOf ? time(asOf) : '' }), reason ? ' · ' : '', reason ? reason : '']
}

const stamp = source => {
  const still = connection.line === 'lost' && source.asOf
  const trouble = troubled(source)
  return span({ class: ['stamp', { 'stamp--warn': still || trouble }], key: source.name, role: trouble ? 'status' : undefined },
    source.name === STORE ? '' : bdi({ class: 'stamp__name' }, source.name),
    ...(still ? frozen(source.asOf) : [trouble ? icon('alert', true) : '', ...said(source)]))
}

export default {
  name: 'SourcesLine',
  props: { sources: { type: Array, required: true }, again: { type: Function, required: true } },
  setup(props) {
    const failed = ref('')

    async function again() {
      failed.value = ''
      try {
        await props.again()
      } catch (failure) {
        failed.value = wrong(failure)
      }
    }

    return () =>
      span({ class: 'sources' }, ...props.sources.map(stamp),
        props.sources.length > 1
          ? button({ class: 'pill pill--button', type: 'button', id: 'ask-again', 'aria-label': t('source.again'), title: `${t('source.again')} (R)`, 'aria-keyshortcuts': 'R', onClick: again }, icon('retry', true))
          : '',
        failed.value ? span({ class: 'wrong', role: 'alert' }, failed.value) : '')
  },
}
