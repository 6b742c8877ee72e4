// The line to the server: whether it is there, since when it is not, and how much is new once it is back.
import { reactive } from '../vendor/vue.js'
import { setSkew } from '../lib/clock.js'

const CAUGHT_UP_MILLIS = 12_000

export const connection = reactive({ line: 'connecting', lostAt: null, retryAt: null, news: null, skew: 0 })

let told = null

export const serverNow = () => Date.now() + connection.skew

export function lineLive(serverTime) {
  Object.assign(connection, { line: 'live', lostAt: null, skew: new Date(serverTime) - Date.now() })
  setSkew(connection.skew)
}

// How many contacts are new or otherwise than before the line was lost; said for a moment.
export function caughtUp(news) {
  connection.news = news
  clearTimeout(told)
  told = setTimeout(() => { connection.news = null }, CAUGHT_UP_MILLIS)
}

export function lineLost(retryAt) {
  if (connection.line !== 'lost') connection.lostAt = Date.now()
  Object.assign(connection, { line: 'lost', retryAt, news: null })
}

export function lineClosed() {
  Object.assign(connection, { line: 'connecting', news: null })
}
