// The fixed slot of the contact: its state, queue and clock. No buttons: no door can act yet.
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { elapsed, phone, time } from '../lib/format.js'
import { now } from '../lib/clock.js'

const { section, p, span } = tags

const clock = ({ state, arrivedAt, answeredAt, endedAt }) =>
  state === 'ringing' || state === 'queued'
    ? elapsed(arrivedAt, now.value)
    : elapsed(state === 'wrap-up' ? endedAt : answeredAt ?? arrivedAt, now.value)

const CHANNELS = { call: 'call', email: 'mail', chat: 'chat', message: 'chat' }
const STATES = { ringing: 'bell', queued: 'bell', held: 'pause', 'wrap-up': 'note' }

const sign = ({ state, channel }) => STATES[state] ?? CHANNELS[channel]

// A chat is no talk.
const word = ({ state, channel }) => t(state === 'active' && channel !== 'call' ? 'state.chatting' : `state.${state}`)

const number = i => (i.direction === 'out' ? i.to : i.from)

const where = i => [t(`channel.${i.channel}.${i.direction}`), i.queue, number(i) ? phone(number(i)) : i.channel === 'call' ? t('who.withheld') : null].filter(Boolean).join(' · ')

const ended = i => t('ended.at', { at: time(i.endedAt), took: elapsed(i.answeredAt ?? i.arrivedAt, new Date(i.endedAt)), cause: t(`cause.${i.cause ?? 'completed'}`) })

export default {
  name: 'CallBar',
  props: { interaction: { type: Object, required: true } },
  setup: props => () => {
    const i = props.interaction
    return section({ class: ['call-bar', `call-bar--${i.state}`], 'aria-label': t('contact') },
      p({ class: 'call-bar__state' },
        icon(sign(i)), span(null, word(i)), span({ class: 'call-bar__time num' }, clock(i))),
      p({ class: 'call-bar__line' }, where(i)),
      p({ class: 'call-bar__line' },
        i.endedAt ? ended(i) : t('arrived.at', { at: time(i.arrivedAt) })))
  },
}
