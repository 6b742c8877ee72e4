// The server's time: now ticks once a second for what counts, lately twice a minute for days and deadlines.
import { ref } from '../vendor/vue.js'
import { desk } from './desk.js'

const HALF_MINUTE = 30

export const now = ref(Date.now())
export const lately = ref(Date.now())

let ticks = 0
setInterval(() => {
  now.value = Date.now() + desk.skew
  if (++ticks % HALF_MINUTE === 0) lately.value = now.value
}, 1000)
