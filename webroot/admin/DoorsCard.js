// The ways in for machines: what came last, and what came of it.
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { when } from '../lib/format.js'
import { block } from '../cards/Block.js'
import { bench } from './connectorTrial.js'

const { ul, li, div, p, button, span } = tags
const RESULTS = ['kept', 'nothing', 'refused', 'unavailable', 'failed']

const tally = counts => RESULTS.filter(result => counts[result]).map(result => t(`tally.${result}`, { n: counts[result] }).replaceAll(' ', '\u00a0')).join(' · ')

const bad = counts => (counts.unavailable ?? 0) + (counts.failed ?? 0) + (counts.refused ?? 0) > 0

export default {
  name: 'DoorsCard',
  props: { doors: { type: Array, required: true } },
  emits: ['open'],
  setup(props, { emit }) {
    const door = one =>
      li({ key: one.name },
        button({ class: 'pickable', type: 'button', 'aria-pressed': bench.door === one.name, onClick: () => emit('open', one) },
          icon(one.lastAt ? (bad(one.counts) ? 'alert' : 'ok') : 'clock'),
          div({ class: 'pickable__text' }, span({ class: 'rows__what' }, one.name),
            span({ class: 'rows__meta' }, [one.connector && one.connector !== one.kind ? `${one.kind}: ${one.connector}` : one.kind, t(one.signed ? 'door.signed' : 'door.key'), tally(one.counts) || t('door.nothing')].join(' · '))),
          one.lastAt ? span({ class: 'pickable__end num' }, when(one.lastAt)) : null))

    return () =>
      block('doors', t('doors'), { count: props.doors.length },
        props.doors.length ? ul({ class: 'pickables' }, ...props.doors.map(door)) : p({ class: 'block__empty' }, t('doors.none')))
  },
}
