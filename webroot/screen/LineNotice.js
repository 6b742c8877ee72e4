// The truth about a line that is down: what works, what may be missing, and what happens next.
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { time } from '../lib/format.js'
import { desk, reconnect } from '../lib/desk.js'

const { section, div, h2, dl, dt, dd, button } = tags

export default {
  name: 'LineNotice',
  setup: () => () =>
    section({ class: 'line-notice', role: 'status' },
      icon('offline'),
      div(null,
        h2({ class: 'line-notice__title' }, t('lost.title', { at: time(desk.lostAt) })),
        dl({ class: 'line-notice__list' },
          dt(null, t('lost.works')), dd(null, t('lost.works.text')),
          dt(null, t('lost.missing')), dd(null, t('lost.missing.text')),
          dt(null, t('lost.then')), dd(null, t('lost.then.text')))),
      button({ class: 'button button--s', type: 'button', onClick: reconnect }, icon('retry', true), t('line.retry'))),
}
