// The page as a table for other programs: the same rows and figures, a point as decimal sign.
import { localised } from '../../lib/localised.js'

const HEAD = ['action', 'title', 'kind', 'state', 'shown', 'accepted', 'declined', 'later', 'done', 'wrong', 'succeeded', 'persons', 'heldOut', 'with', 'without', 'low', 'high', 'verdict', 'money', 'unit', 'retirement']
const VETOES = ['veto', 'notShown', 'persons', 'benefit', 'unit']

// A spreadsheet takes a text that begins so for a formula.
const FORMULA = /^[=+\-@\t\r]/

function cell(value) {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const text = FORMULA.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const row = cells => cells.map(cell).join(',')

const effect = one => row(HEAD.map(key => ({ title: localised(one.title), money: one.money?.amount, unit: one.money?.unit, retirement: one.retirement?.reason }[key] ?? (['title', 'money', 'unit', 'retirement'].includes(key) ? null : one[key]))))

const veto = one => row([one.veto, one.notShown, one.persons, one.benefit?.amount, one.benefit?.unit])

export const csv = ({ items, vetoes }) =>
  [row(HEAD), ...items.map(effect), ...(vetoes.length ? ['', row(VETOES), ...vetoes.map(veto)] : [])].join('\r\n') + '\r\n'
