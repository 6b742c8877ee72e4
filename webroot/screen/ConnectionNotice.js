// The truth about a line that is down: what works, what may be missing, and what happens next.
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { seconds } from '../lib/format.js'
import { reconnect } from '../state/session.js'
import { connection } from '../state/connection.js'

const { section, div, h2, dl, dt, dd, button } = tags

const row = (name, text = `lost.${name}.text`) => [dt(null, t(`lost.${name}`)), dd(null, t(text))]

export default {
  name: 'ConnectionNotice',
  setup: () => () =>
    section({ class: 'line-notice', role: 'status', 'aria-labelledby': 'title-line' },
      icon('offline'),
      div(null,
        h2({ class: 'line-notice__title', id: 'title-line' }, t('lost.title', { at: seconds(connection.lostAt) })),
        dl({ class: 'line-notice__list' }, ...row('works'), ...row('missing'), ...row('then', connection.retryAt ? undefined : 'lost.crowded'))),
      button({ class: 'button button--s', type: 'button', onClick: reconnect }, icon('retry', true), t('line.retry'))),
}
