// Some acts want the password again: a dialog asks for it, and the waiting call hears whether it was given.
import { reactive } from '../vendor/vue.js'
import { whenPasswordIsWanted } from '../lib/api.js'

export const confirmation = reactive({ asked: false })
let waiting = null
let tell = () => {}

function ask() {
  waiting ??= new Promise(done => { tell = done })
  confirmation.asked = true
  return waiting
}

export function settle(given) {
  confirmation.asked = false
  waiting = null
  tell(given)
}

whenPasswordIsWanted(ask)
