// One entry of the audit: when, who and from where, what and to what, and what it changed.
import { icon, tags } from '../../lib/tags.js'
import { t, tOr } from '../../lib/i18n.js'
import { seconds } from '../../lib/format.js'
import { openCustomer } from '../../state/page.js'
import { changes } from './changes.js'
import { said, SIGNS } from './kinds.js'

const { li, div, span, p, button, time, dl, dt, dd, del, ins, pre } = tags
const CUSTOMER = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const PEOPLE = { nobody: 'audit.nobody', 'command line': 'audit.command-line' }
const who = actor => (PEOPLE[actor] ? t(PEOPLE[actor]) : actor)

const only = (text, title, choose) =>
  button({ class: 'audit__only', type: 'button', title, onClick: choose }, text)

const lines = change =>
  pre({ class: 'audit__lines' },
    ...change.removed.map((text, i) => del({ key: `-${i}` }, `− ${text}\n`)),
    ...change.added.map((text, i) => ins({ key: `+${i}` }, `+ ${text}\n`)),
    change.left ? span(null, `… ${t('audit.lines', { n: change.left })}`) : null)

const value = change =>
  change.removed
    ? lines(change)
    : [change.before === null ? null : del(null, change.before), change.before === null || change.after === null ? null : ' → ', change.after === null ? null : ins(null, change.after)]

const changed = all =>
  dl({ class: 'audit__changes' },
    ...all.flatMap(change => [
      dt({ key: `name ${change.name}` }, change.name ? tOr(`audit.field.${change.name}`, change.name) : t('audit.content')),
      dd({ key: `value ${change.name}` }, value(change)),
    ]))

// choose limits the list to those of one person, or to one subject.
export function entry(one, choose) {
  const all = changes(one.before, one.after).filter(change => change.name !== 'name' || change.after !== one.subject)
  return li({ class: ['audit__entry', `audit__entry--${one.kind}`] },
    time({ class: 'audit__time num', datetime: one.at }, seconds(one.at)),
    div({ class: 'audit__who' },
      only(who(one.actor), t('audit.only', { name: who(one.actor) }), () => choose({ actor: one.actor })),
      one.address ? span({ class: 'rows__meta num' }, one.address) : null),
    icon(SIGNS[one.kind] ?? 'info'),
    div({ class: 'audit__what' },
      p(null, said(one.kind), ' ',
        one.subject === one.actor ? null : only(one.subject, t('audit.only', { name: one.subject }), () => choose({ subject: one.subject }))),
      CUSTOMER.test(one.subject) && one.kind !== 'customer-erased'
        ? button({ class: 'link-button audit__open', type: 'button', onClick: () => openCustomer(one.subject) }, t('audit.open'))
        : null,
      all.length ? changed(all) : null))
}
