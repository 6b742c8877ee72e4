// The server's time: now ticks once a second for what counts, lately twice a minute for days and deadlines.
import { ref } from '../vendor/vue.js'

const HALF_MINUTE = 30

export const now = ref(Date.now())
export const lately = ref(Date.now())

// By how many milliseconds the server's clock is ahead of this one.
let skew = 0
export const setSkew = millis => { skew = millis }

let ticks = 0
setInterval(() => {
  now.value = Date.now() + skew
  if (++ticks % HALF_MINUTE === 0) lately.value = now.value
}, 1000)
