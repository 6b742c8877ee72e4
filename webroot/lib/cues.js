// The hints that agents noted and that have not expired, also on a card that stays open past their end.
import { lately } from './clock.js'

export const notedCues = customer => (customer?.notedCues ?? []).filter(cue => new Date(cue.until) > lately.value)

// By kind: what agents noted, else what the customer's record says.
export const cuesByKind = customer => ({ ...customer?.cues, ...Object.fromEntries(notedCues(customer).map(cue => [cue.kind, cue.text])) })
