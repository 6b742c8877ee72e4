// The thread of a chat, newest at the bottom. To read: answering is the chat system's own.
import { nextTick, onMounted, ref, watch } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { time } from '../lib/format.js'
import { older } from '../state/desk.js'
import { connection } from '../state/connection.js'
import { get, wrong } from '../lib/api.js'

const { section, div, h2, ol, li, p, button } = tags
const NEAR = 80

const mark = one => (one.deletedAt ? t('message.deleted.at', { at: time(one.deletedAt) }) : one.editedAt ? t('message.edited', { at: time(one.editedAt) }) : '')

const message = (one, next) => {
  const last = next?.author !== one.author
  const meta = [last ? `${t(`author.${one.author}`)}, ${time(one.at)}` : '', mark(one)].filter(Boolean).join(' · ')
  return li({ key: one.id, class: ['message', `message--${one.author}`, { 'message--deleted': one.deletedAt }] },
    p({ class: 'message__text', dir: one.deletedAt ? null : 'auto' }, one.deletedAt ? t('message.deleted') : one.cut ? `${one.text} …` : one.text),
    meta ? p({ class: 'message__meta num' }, meta) : null)
}

export default {
  name: 'ChatCard',
  props: { interaction: { type: Object, required: true }, before: { type: Number, default: 0 } },
  setup(props) {
    const list = ref(null)
    const unread = ref(0)
    const failed = ref('')
    const down = () => { unread.value = 0; nextTick(() => { if (list.value) list.value.scrollTop = list.value.scrollHeight }) }
    const near = () => list.value && list.value.scrollHeight - list.value.scrollTop - list.value.clientHeight < NEAR
    const scrolled = () => { if (near()) unread.value = 0 }
    onMounted(down)
    watch(() => props.interaction.messages.map(one => one.id), (now, before) => {
      const known = new Set(before)
      const news = now.filter(id => !known.has(id)).length
      // an agent who reads further up keeps the place
      if (near()) down()
      else if (list.value) unread.value += news
    })
    const jump = () => { down(); list.value?.focus() }

    // What is on the screen stays where it is; what is older comes above it.
    const all = async () => {
      const from = list.value.scrollHeight - list.value.scrollTop
      failed.value = ''
      try {
        older(props.interaction.id, (await get(`/interactions/${props.interaction.id}/messages`)).items)
        nextTick(() => { if (list.value) list.value.scrollTop = list.value.scrollHeight - from })
      } catch (failure) {
        failed.value = wrong(failure)
      }
    }
    const more = ({ messages, messagesBefore }) => {
      if (failed.value) return p({ class: 'thread__stale', role: 'alert' }, failed.value)
      if (!messagesBefore && !messages.some(one => one.cut)) return null
      return button({ class: 'button button--s thread__older', type: 'button', onClick: all }, messagesBefore ? t('chat.older', { n: messagesBefore }) : t('chat.whole'))
    }

    const rows = () => {
      const { messages, messagesBefore } = props.interaction
      const place = props.before - messagesBefore
      const news = messages.length - place
      const all = messages.map((one, i) => message(one, messages[i + 1]))
      if (place > 0 && news > 0) all.splice(place, 0, li({ key: 'news', class: 'message__news' }, t('chat.news', { n: news })))
      return all
    }

    return () =>
      section({ class: 'thread', 'aria-labelledby': 'title-thread' },
        h2({ class: 'visually-hidden', id: 'title-thread' }, t('chat')),
        props.interaction.messages.length
          ? div({ class: 'thread__list', ref: list, onScrollPassive: scrolled, role: 'log', tabindex: 0, 'aria-label': t('chat') }, more(props.interaction), ol({ class: 'thread__lines' }, ...rows()))
          : p({ class: 'thread__empty' }, t('chat.none')),
        unread.value ? button({ class: 'button button--s thread__jump', type: 'button', onClick: jump }, icon('down', true), t('chat.unread', { n: unread.value })) : null,
        connection.line === 'lost' ? p({ class: 'thread__stale', role: 'status' }, t('chat.stale')) : null)
  },
}
