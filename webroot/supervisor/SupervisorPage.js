// For supervisors: who is there and looks, whether our guesses are right, who looked at whom, and who may be one person.
import { h, reactive } from '../vendor/vue.js'
import { icon, kbd, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { when } from '../lib/format.js'
import { get } from '../lib/api.js'
import { openCustomer } from '../state/page.js'
import { watchTopic } from '../state/watching.js'
import { block } from '../cards/Block.js'
import { readFailure } from '../screen/readFailure.js'
import { quality } from './ReasonQuality.js'
import DuplicatesCard from '../customer/DuplicatesCard.js'

const { div, section, button, p, ul, li, h1, h3, span } = tags

const seat = one =>
  li({ key: one.name, class: ['rows__item', { 'seat--away': !one.looking }] },
    icon(one.looking ? 'ok' : 'alert'),
    div(null, h3({ class: 'rows__what' }, one.name), p({ class: 'rows__meta' }, one.queues.join(', ') || t('seats.all'))),
    span({ class: 'rows__end' }, t(one.looking ? 'seats.looks' : 'seats.sleeps'), span({ class: 'num' }, t('seats.open', { n: one.open }))))

const look = one =>
  li({ key: one.at + one.agent + one.customer, class: 'rows__item' },
    icon('user'),
    div(null,
      h3({ class: 'rows__what' }, one.agent, one.customer
        ? [' → ', button({ class: 'link-button', type: 'button', onClick: () => openCustomer(one.customer) }, t('looks.open'))]
        : null),
      p({ class: 'rows__meta' }, [t(`looked.${one.why}`), one.what].filter(Boolean).join(' · '))),
    span({ class: 'rows__end num' }, when(one.at)))

export default {
  name: 'SupervisorPage',
  emits: ['close'],
  setup(_, { emit }) {
    const mine = reactive({ seats: [], quality: null, looks: [], failed: {} })

    const list = (topic, path, take) => watchTopic(topic, async () => {
      try {
        take(await get(path))
        mine.failed[topic] = false
      } catch {
        mine.failed[topic] = true
      }
    })

    const lists = [
      list('agents', '/agents', answer => { mine.seats = answer.items }),
      list('reasons', '/reasons/quality', answer => { mine.quality = answer }),
      list('looks', '/looks', answer => { mine.looks = answer.items }),
    ]
    const failed = () => Object.values(mine.failed).some(Boolean)
    const again = () => lists.forEach(read => read())

    const column = (place, ...content) =>
      section({ class: ['column', `column--${place}`], tabindex: 0, 'aria-label': t(`column.${place}`) }, ...content)

    return () =>
      div({ class: 'contact contact--supervisor' },
        div({ class: 'page-bar' },
          button({ class: 'button button--s', type: 'button', onClick: () => emit('close') }, icon('undo', true), t('page.back'), kbd('Esc')),
          h1({ class: 'page-bar__title' }, t('supervisor')),
          failed() ? readFailure(again) : null),
        div({ class: 'columns' },
          column('read', block('seats', t('seats'), { count: mine.seats.length }, mine.seats.length ? ul({ class: 'rows' }, ...mine.seats.map(seat)) : p({ class: 'block__empty' }, t('seats.none'))),
            mine.quality ? quality(mine.quality) : null),
          column('story', h(DuplicatesCard)),
          column('work', block('looks', t('looks'), {}, mine.looks.length ? ul({ class: 'rows' }, ...mine.looks.map(look)) : p({ class: 'block__empty' }, t('looks.none'))))))
  },
}
