// node rudder-node.js HOST KEY GZIP(true|false): a visit, and then 1,000 acts of twenty people
const sdk = require('@rudderstack/rudder-sdk-node')

const Client = sdk.default ?? sdk
const [host, writeKey, gzip] = process.argv.slice(2)
const mark = `rudder-node-${gzip}`
const errors = []
let kept = 0
const client = new Client(writeKey, {
  dataPlaneUrl: host,
  flushInterval: 200,
  gzip: gzip === 'true',
  errorHandler: error => errors.push(String(error)),
})
const counted = error => (error ? errors.push(String(error)) : kept++)

const userId = `${mark}-1`
const anonymousId = `${mark}-cookie`
client.page({ anonymousId, name: 'Cart', properties: { path: '/cart' } }, counted)
client.identify({ userId, anonymousId, traits: { name: `Rudi ${gzip}`, email: `${mark}@example.test` } }, counted)
client.track({ userId, event: 'Order Completed', properties: { orderId: 'SO-2' } }, counted)
client.screen({ userId, name: 'Home' }, counted)
client.group({ userId, groupId: 'g-2', traits: { name: 'Rudder GmbH' } }, counted)
client.alias({ previousId: `${mark}-older`, userId }, counted)
for (let i = 0; i < 1000; i++) client.track({ userId: `${mark}-crowd-${i % 20}`, event: `Act ${i}` }, counted)

client.flush()
const started = Date.now()
const waiting = setInterval(() => {
  if (kept < 1006 && errors.length === 0 && Date.now() - started < 20000) return
  clearInterval(waiting)
  console.error(`${kept} kept\n${errors.join('\n')}`)
  process.exit(kept === 1006 && errors.length === 0 ? 0 : 1)
}, 50)
