// The thread of a chat, newest at the bottom. To read: answering is the chat system's own.
import { nextTick, onMounted, ref, watch } from '../vendor/vue.js'
import { tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { time } from '../lib/format.js'

const { section, h2, ol, li, p } = tags

const message = one =>
  li({ key: one.id, class: ['message', `message--${one.author}`] },
    p({ class: 'message__text', dir: 'auto' }, one.text),
    p({ class: 'message__meta num' }, `${t(`author.${one.author}`)} · ${time(one.at)}`))

export default {
  name: 'ChatCard',
  props: { interaction: { type: Object, required: true } },
  setup(props) {
    const list = ref(null)
    const down = () => nextTick(() => { if (list.value) list.value.scrollTop = list.value.scrollHeight })
    onMounted(down)
    watch(() => props.interaction.messages.length, () => {
      const box = list.value
      // whoever reads further up is not torn away
      if (box && box.scrollHeight - box.scrollTop - box.clientHeight < 80) down()
    })
    return () =>
      section({ class: 'thread', 'aria-labelledby': 'title-thread' },
        h2({ class: 'visually-hidden', id: 'title-thread' }, t('chat')),
        props.interaction.messages.length
          ? ol({ class: 'thread__list', ref: list, role: 'log', tabindex: 0, 'aria-label': t('chat') }, ...props.interaction.messages.map(message))
          : p({ class: 'thread__empty' }, t('chat.none')))
  },
}
