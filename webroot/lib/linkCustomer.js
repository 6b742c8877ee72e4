// Who it is, said by the agent; the server learns the number with it.
import { post } from './api.js'
import { keep } from '../state/drafts.js'

export async function linkCustomer(interaction, customer) {
  await post(`/interactions/${interaction}/customer`, { customer })
  keep(interaction, { find: '', name: '', email: '', company: false })
}
