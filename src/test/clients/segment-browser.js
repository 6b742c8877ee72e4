// in a page of another origin: the client finds everything by its host, given as cdnURL
window.visit = async (host, writeKey) => {
  const client = window.AnalyticsNext.AnalyticsBrowser.load({ writeKey, cdnURL: host })
  await client.page('Docs', 'Cart')
  await client.identify('segment-browser-1', { name: 'Selma Browser', email: 'selma.browser@example.test' })
  await client.track('Product Added', { sku: 'A-1' })
  await client.group('g-3', { name: 'Browser GmbH' })
  await client.alias('segment-browser-1', 'segment-browser-older')
  await client.screen('Home')
}
