// Why a source gave no answer, in this person's language, with all that helps to find the cause.
import { t } from '../lib/i18n.js'
import { say } from '../lib/sentence.js'

export const received = ({ status, type, bytes }) => [t('trial.status', { status }), type, t('trial.bytes', { n: bytes })].filter(Boolean).join(', ')

const begins = ({ beginning }) => (beginning ? `, ${t('trial.beginning', { beginning })}` : '')

const step = name => (name === 'map' ? t('trial.at-map') : t('trial.at-step', { name }))

export const why = ({ reason, detail, step: at, what, line, column, received: came }) =>
  [
    say({ key: `source.${reason}`, facts: [] }, detail),
    at ? ` · ${step(at)}` : '',
    line ? `, ${t('trial.place', { line, column })}` : '',
    what ? ` · ${what}` : '',
    came ? ` · ${received(came)}${begins(came)}` : '',
  ].join('')
