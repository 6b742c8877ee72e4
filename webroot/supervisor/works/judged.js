// The actions that a verdict is possible of, in the order of the page: what surely helps, what is open, what surely harms.
const ORDER = ['helps', 'open', 'harms']

export const measured = one => one.verdict !== 'too-new' && one.low !== null && one.low !== undefined

const middle = one => (one.low + one.high) / 2

export const judged = items =>
  items.filter(measured).sort((one, other) => ORDER.indexOf(one.verdict) - ORDER.indexOf(other.verdict) || middle(other) - middle(one))

export const tooNew = items => items.filter(one => !measured(one))

export const mismatched = items => items.filter(one => one.sampleRatio?.mismatch)
