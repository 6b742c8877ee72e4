// The frame of a block: its title, how many, and where it comes from.
import { tags } from '../lib/tags.js'

const { section, div, h2, span } = tags

export const block = (id, title, { count, stamp } = {}, ...content) =>
  section({ class: ['block', `block--${id}`], 'aria-labelledby': `title-${id}` },
    div({ class: 'block__head' },
      h2({ class: 'block__title', id: `title-${id}` }, title, count ? span({ class: 'block__count' }, ` ${count}`) : null),
      stamp ? span({ class: 'stamp' }, stamp) : null),
    ...content)
