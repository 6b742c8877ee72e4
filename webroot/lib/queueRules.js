// How contacts of a queue are wrapped up, asked once; until the answer is there the usual outcomes will do.
import { reactive } from '../vendor/vue.js'
import { get } from './api.js'

const USUAL = ['resolved', 'callback', 'escalated', 'unresolved']
const rules = reactive({})

export function rulesOf(queue) {
  const name = queue ?? 'default'
  if (!rules[name]) {
    rules[name] = { dispositions: USUAL.map(value => ({ value, text: value })), reasons: [], dispositionRequired: true }
    get(`/queues/${encodeURIComponent(name)}`).then(answer => Object.assign(rules[name], answer), () => { delete rules[name] })
  }
  return rules[name]
}
