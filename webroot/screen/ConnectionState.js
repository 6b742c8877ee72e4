// Live, lost, or back with what is new: always in sight, always the truth.
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { desk, goHome } from '../state/desk.js'
import { connection } from '../state/connection.js'
import { now } from '../lib/clock.js'
import { reconnect } from '../state/session.js'

const { span, button } = tags

const retryIn = () => connection.retryAt && Math.max(0, Math.ceil((connection.retryAt - (now.value - connection.skew)) / 1000))

const lost = () =>
  button({ class: 'line line--lost', type: 'button', title: t('line.retry'), onClick: reconnect },
    icon('retry', true), span({ class: 'line__word' }, t(connection.retryAt ? 'line.lost' : 'line.crowded')),
    span({ class: 'num line__retry', 'aria-hidden': 'true' }, retryIn() ? t('line.in', { s: retryIn() }) : ''))

const word = () => (connection.news ? t('line.back', { n: connection.news }) : t('line.back.same'))

// What rang and went meanwhile stands on the calm desk.
const back = () =>
  desk.missed.length
    ? button({ class: 'line line--back', type: 'button', onClick: goHome }, icon('hang', true), span({ role: 'status' }, t('line.back.missed', { n: desk.missed.length })))
    : span({ class: 'line line--back', role: 'status' }, icon('ok', true), word())

const dot = kind => span({ class: ['line__dot', `line__dot--${kind}`], 'aria-hidden': 'true' })

export default {
  name: 'ConnectionState',
  setup: () => () => {
    if (connection.line === 'lost') return lost()
    if (connection.news !== null) return back()
    return span({ class: 'line', role: 'status' }, dot(connection.line), span({ class: 'line__word' }, t(`line.${connection.line}`)))
  },
}
