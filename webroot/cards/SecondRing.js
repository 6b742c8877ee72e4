// A second call rings: name, likely reason and one key that shows them; the talk goes on. More than one are counted.
import { icon, kbd, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { elapsed } from '../lib/format.js'
import { desk, listAll, show } from '../state/desk.js'
import { now } from '../lib/clock.js'
import { personOf, reasonOf } from '../lib/person.js'
import { beside } from '../lib/ring.js'

const { section, h2, p, b, bdi, button, time } = tags
const MOST_KEYS = 9

const why = card =>
  p({ class: 'second-ring__why' }, ...(reasonOf(card) ? [t('ring.likely'), ' ', b(null, reasonOf(card))] : [t(`channel.${card.interaction.channel}.${card.interaction.direction}`)]))

const key = card => {
  const at = desk.cards.indexOf(card) + 1
  return kbd(at <= MOST_KEYS ? `Alt ${at}` : 'Alt 0')
}

const more = n => button({ class: 'second-ring__more', type: 'button', title: t('tabs.list'), onClick: () => listAll(true) }, `+${n}`)

export default {
  name: 'SecondRing',
  setup: () => () => {
    const [card, ...others] = beside()
    if (!card) return null
    return section({ class: 'second-ring', 'aria-label': t('ring.second') },
      h2({ class: 'second-ring__name' }, icon('bell'), bdi(null, personOf(card)),
        time({ class: 'num' }, elapsed(card.interaction.arrivedAt, now.value)),
        others.length ? more(others.length) : null),
      why(card),
      button({ class: 'button button--s second-ring__look', type: 'button', onClick: () => show(card.interaction.id) }, t('ring.look'), key(card)))
  },
}
