// Whom we tell: what waits, and what was given up and can be sent again.
import { reactive } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t, tOr } from '../lib/i18n.js'
import { when } from '../lib/format.js'
import { get, post, wrong } from '../lib/api.js'
import { watchTopic } from '../state/watching.js'
import { block } from '../cards/Block.js'

const { ul, li, div, h3, p, button, span, b } = tags

const receiver = one =>
  li({ key: one.name, class: ['rows__item', { 'receiver--bad': one.dead }] },
    icon(one.dead ? 'alert' : one.waiting ? 'clock' : 'ok'),
    div(null, h3({ class: 'rows__what' }, one.name),
      p({ class: 'rows__meta' }, one.events.join(', ')),
      one.oldest ? p({ class: 'rows__meta' }, t('receiver.since', { at: when(one.oldest) })) : null),
    span({ class: 'rows__end' }, span(null, t('receiver.waiting', { n: one.waiting })), span({ class: 'receiver__dead' }, t('receiver.dead', { n: one.dead }))))

export default {
  name: 'WebhooksCard',
  setup() {
    const mine = reactive({ receivers: [], dead: [], next: null, more: false, loaded: false, wrong: '', said: '', busy: null })

    watchTopic('deliveries', async () => {
      try {
        const [receivers, dead] = await Promise.all([get('/deliveries'), mine.more ? null : get('/deliveries/dead')])
        Object.assign(mine, { receivers: receivers.items, loaded: true, wrong: '' })
        if (dead) Object.assign(mine, { dead: dead.items, next: dead.next })
      } catch (failure) {
        mine.wrong = wrong(failure)
      }
    })

    async function further() {
      mine.more = true
      try {
        const page = await get(`/deliveries/dead?before=${encodeURIComponent(mine.next)}`)
        Object.assign(mine, { dead: [...mine.dead, ...page.items], next: page.next })
      } catch (failure) {
        mine.wrong = wrong(failure)
      }
    }

    async function again(one) {
      Object.assign(mine, { busy: one.id, wrong: '', said: '' })
      try {
        await post(`/deliveries/dead/${encodeURIComponent(one.id)}/again`)
        mine.dead = mine.dead.filter(other => other.id !== one.id)
        mine.said = t('dead.sent')
      } catch (failure) {
        mine.wrong = wrong(failure)
      } finally {
        mine.busy = null
      }
    }

    const letter = one =>
      li({ key: one.id, class: 'rows__item' },
        icon('mail'),
        div(null, h3({ class: 'rows__what' }, one.event, ' → ', one.receiver),
          p({ class: 'rows__meta' }, [when(one.at), t('dead.attempts', { n: one.attempts }), tOr(`asked.${one.failure}`, one.failure)].join(' · ')),
          div({ class: 'rows__acts' },
            button({ class: 'button button--s', type: 'button', disabled: mine.busy === one.id, onClick: () => again(one) }, icon('retry', true), t('delivery.again')))))

    const body = () => {
      if (!mine.loaded) return mine.wrong ? null : div({ class: 'skeleton', 'aria-hidden': 'true' })
      if (!mine.receivers.length) return p({ class: 'block__empty' }, t('receivers.none'))
      return [
        ul({ class: 'rows' }, ...mine.receivers.map(receiver)),
        p({ class: 'rows__head' }, b(null, t('dead'))),
        mine.dead.length ? ul({ class: 'rows' }, ...mine.dead.map(letter)) : p({ class: 'block__empty' }, t('dead.none')),
        mine.next ? button({ class: 'button button--s', type: 'button', onClick: further }, t('journey.more')) : null,
      ]
    }

    return () =>
      block('receivers', t('receivers'), { count: mine.receivers.length }, body(),
        p({ class: 'source__said source__said--well', role: 'status' }, mine.said),
        p({ class: 'wrong', role: 'alert' }, mine.wrong))
  },
}
