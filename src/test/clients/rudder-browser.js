// in a page of another origin: the client is given its host as data plane and as configUrl
window.visit = (host, writeKey, user, options) => {
  const client = new window.rudderanalytics.RudderAnalytics()
  client.load(writeKey, host, { configUrl: host, ...options })
  client.page('Docs', 'Cart')
  client.identify(user, { name: user, email: `${user}@example.test` })
  client.track('Product Added', { sku: 'A-1' })
}
