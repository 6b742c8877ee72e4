// The fixed slot of the contact: its state, queue and clock. No buttons: no door can act yet.
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { elapsed, phone, time } from '../lib/format.js'
import { now } from '../lib/clock.js'

const { section, p, span } = tags

const clock = ({ state, arrivedAt, answeredAt, endedAt }) =>
  state === 'ringing' || state === 'queued'
    ? elapsed(arrivedAt, now.value)
    : elapsed(answeredAt ?? arrivedAt, endedAt ? new Date(endedAt) : now.value)

const sign = ({ state, channel }) => (state === 'ringing' || state === 'queued' ? 'bell' : state === 'wrap-up' ? 'check' : channel === 'call' ? 'call' : 'chat')

const where = i => [t(`channel.${i.channel}`), t(`direction.${i.direction}`), i.queue, i.from ? phone(i.from) : i.channel === 'call' ? t('who.withheld') : null].filter(Boolean).join(' · ')

export default {
  name: 'CallBar',
  props: { interaction: { type: Object, required: true } },
  setup: props => () => {
    const i = props.interaction
    return section({ class: ['call-bar', `call-bar--${i.state}`], 'aria-label': t('contact') },
      p({ class: 'call-bar__state' },
        icon(sign(i)), span({ role: 'status' }, t(`state.${i.state}`)), span({ class: 'call-bar__time num' }, clock(i))),
      p({ class: 'call-bar__line' }, where(i)),
      p({ class: 'call-bar__line' },
        i.endedAt ? t('ended.at', { at: time(i.endedAt), cause: t(`cause.${i.cause ?? 'completed'}`) }) : t('arrived.at', { at: time(i.arrivedAt) })))
  },
}
