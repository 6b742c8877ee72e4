// The server's time, ticking once a second, for everything that counts on the screen.
import { ref } from '../vendor/vue.js'
import { desk } from './desk.js'

export const now = ref(Date.now())
setInterval(() => { now.value = Date.now() + desk.skew }, 1000)
