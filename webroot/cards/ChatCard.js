// The thread of a chat, newest at the bottom. To read: answering is the chat system's own.
import { nextTick, onMounted, ref, watch } from '../vendor/vue.js'
import { tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { time } from '../lib/format.js'
import { desk } from '../lib/desk.js'

const { section, div, h2, ol, li, p } = tags
const NEAR = 80

const message = (one, next) =>
  li({ key: one.id, class: ['message', `message--${one.author}`] },
    p({ class: 'message__text', dir: 'auto' }, one.text),
    next?.author === one.author ? null : p({ class: 'message__meta num' }, `${t(`author.${one.author}`)}, ${time(one.at)}`))

export default {
  name: 'ChatCard',
  props: { interaction: { type: Object, required: true }, before: { type: Number, default: 0 } },
  setup(props) {
    const list = ref(null)
    const down = () => nextTick(() => { if (list.value) list.value.scrollTop = list.value.scrollHeight })
    onMounted(down)
    watch(() => props.interaction.messages.length, () => {
      const box = list.value
      // whoever reads further up is not torn away
      if (box && box.scrollHeight - box.scrollTop - box.clientHeight < NEAR) down()
    })

    const rows = () => {
      const { messages } = props.interaction
      const news = messages.length - props.before
      const all = messages.map((one, i) => message(one, messages[i + 1]))
      if (props.before && news > 0) all.splice(props.before, 0, li({ key: 'news', class: 'message__news' }, t('chat.news', { n: news })))
      return all
    }

    return () =>
      section({ class: 'thread', 'aria-labelledby': 'title-thread' },
        h2({ class: 'visually-hidden', id: 'title-thread' }, t('chat')),
        props.interaction.messages.length
          ? div({ class: 'thread__list', ref: list, role: 'log', tabindex: 0, 'aria-label': t('chat') }, ol({ class: 'thread__lines' }, ...rows()))
          : p({ class: 'thread__empty' }, t('chat.none')),
        desk.line === 'lost' ? p({ class: 'thread__stale', role: 'status' }, t('chat.stale')) : null)
  },
}
