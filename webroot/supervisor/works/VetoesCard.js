// What the vetoes cost: offers that were not made, and what was expected of them.
import { tags } from '../../lib/tags.js'
import { t, tOr } from '../../lib/i18n.js'
import { whole, worth } from '../../lib/effect.js'
import { localised } from '../../lib/localised.js'
import { block } from '../../cards/Block.js'

const { div, p, table, thead, tbody, tfoot, tr, th, td, b } = tags

// What differs from customer to customer is left out of an author's text.
const author = one => localised(one.text).replace(/\{[^{}]*\}/g, '…') || one.veto

const named = one => tOr(`veto.${one.veto}`, author(one))

const sum = (all, value) => all.reduce((total, one) => total + (value(one) ?? 0), 0)

export default {
  name: 'VetoesCard',
  props: { vetoes: { type: Array, required: true } },
  setup: props => () => {
    const all = props.vetoes
    const units = [...new Set(all.map(one => one.benefit?.unit).filter(Boolean))]
    const head = (key, right) => th({ scope: 'col', class: right ? 'r' : '' }, t(`vetoes.${key}`))
    const row = one =>
      tr({ key: one.veto }, th({ scope: 'row' }, named(one)), td({ class: 'num r' }, whole(one.notShown)), td({ class: 'num r' }, whole(one.persons)),
        td({ class: 'num r' }, one.benefit ? worth(one.benefit) : '–'))

    // Persons of two vetoes may be the same, so they have no sum.
    const total = () =>
      tfoot(null, tr(null, th({ scope: 'row' }, t('vetoes.all')), td({ class: 'num r' }, b(null, whole(sum(all, one => one.notShown)))), td(null),
        td({ class: 'num r' }, units.length === 1 ? b(null, worth({ amount: sum(all, one => one.benefit?.amount), unit: units[0] })) : '–')))

    if (!all.length) return block('vetoes', t('vetoes'), { stamp: t('vetoes.stamp') }, p({ class: 'block__empty' }, t('vetoes.none')))
    return block('vetoes', t('vetoes'), { count: whole(sum(all, one => one.notShown)), stamp: t('vetoes.stamp') },
      div({ class: 'wide', tabindex: 0, role: 'group', 'aria-labelledby': 'title-vetoes' },
        table({ class: 'effects' },
          thead(null, tr(null, head('veto'), head('not-shown', true), head('persons', true), head('benefit', true))),
          tbody(null, ...all.map(row)), all.length > 1 ? total() : null)))
  },
}
