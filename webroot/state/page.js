// Which page lies over the desk, by its address; none is the empty address. Every change of it stands in the address line too.
import { reactive } from '../vendor/vue.js'
import { go, mend } from '../lib/address.js'

export const page = reactive({ at: '', refused: false })

export function openPage(at) {
  Object.assign(page, { at, refused: false })
  go(at)
}

export const openCustomer = id => openPage(`customers/${id}`)

export const closePage = () => openPage('')

// The address line was first: a page that is not for this person is refused, one that does not exist is the desk.
export function arriveAt(at, refused) {
  Object.assign(page, { at, refused })
  mend(at)
}

export const forgetPage = () => arriveAt('', false)

export function dismissRefusal() {
  page.refused = false
}
