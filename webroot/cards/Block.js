// The frame of a block: its title, how many, where it comes from, and what has changed while it is being read.
import { tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'

const { section, div, h2, span, button } = tags

const news = ({ waiting, take }) =>
  waiting.value ? button({ class: 'block__news', type: 'button', onClick: take }, t('block.news', { n: waiting.value })) : null

export const block = (id, title, { count, stamp, steady } = {}, ...content) =>
  section({ class: ['block', `block--${id}`], 'aria-labelledby': `title-${id}`, ...steady?.hand },
    div({ class: 'block__head' },
      h2({ class: 'block__title', id: `title-${id}` }, title, count ? span({ class: 'block__count' }, ` ${count}`) : null),
      steady ? news(steady) : null,
      stamp ? span({ class: 'stamp' }, stamp) : null),
    ...content)
