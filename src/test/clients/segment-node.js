// node segment-node.js HOST KEY: a visit, and then 1,000 acts of twenty people
const { Analytics } = require('@segment/analytics-node')

const [host, writeKey] = process.argv.slice(2)
const client = new Analytics({ writeKey, host, flushInterval: 500 })
const errors = []
client.on('error', error => errors.push(`${error.code} ${error.reason}`))

const userId = 'segment-node-1'
const anonymousId = 'segment-node-cookie'
client.page({ anonymousId, name: 'Cart', properties: { path: '/cart' } })
client.identify({ userId, anonymousId, traits: { name: 'Selma Node', email: 'selma.node@example.test' } })
client.track({ userId, event: 'Order Completed', properties: { orderId: 'SO-1', total: 49.9 } })
client.screen({ userId, name: 'Home' })
client.group({ userId, groupId: 'g-1', traits: { name: 'Node GmbH' } })
client.alias({ previousId: 'segment-node-older', userId })
for (let i = 0; i < 1000; i++) client.track({ userId: `segment-crowd-${i % 20}`, event: `Act ${i}` })

client.closeAndFlush({ timeout: 20000 }).then(() => {
  if (errors.length > 0) {
    console.error(errors.join('\n'))
    process.exit(1)
  }
})
