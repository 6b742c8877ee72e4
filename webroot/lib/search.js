// Asks while the agent types: one question at a time, and only the newest answer counts.
import { reactive } from '../vendor/vue.js'
import { get } from './api.js'
import { t } from './i18n.js'

const PAUSE = 160

export function search() {
  const state = reactive({ text: '', items: [], total: 0, more: false, asked: '', failed: false })
  let timer = null
  let turn = 0

  async function send(mine) {
    const text = state.text.trim()
    try {
      const { items, total, more } = await get(`/customers?q=${encodeURIComponent(text)}`)
      if (mine === turn) Object.assign(state, { items, total, more, asked: text, failed: false })
    } catch {
      if (mine === turn) Object.assign(state, { items: [], asked: text, failed: true })
    }
  }

  return {
    state,
    ask(text) {
      state.text = text
      clearTimeout(timer)
      const mine = ++turn
      if (text.trim().length < 2) Object.assign(state, { items: [], asked: '', failed: false })
      else timer = setTimeout(() => send(mine), PAUSE)
    },
    note(shown) {
      if (state.failed) return t('search.failed')
      if (state.text.trim().length < 2) return t('search.hint')
      if (state.asked === state.text.trim() && !shown) return t('search.none')
      const listed = state.items.length
      if (listed && state.more) return t('search.more', { listed, n: listed })
      if (listed < state.total) return t('search.part', { listed, n: state.total })
      return shown ? t('search.count', { n: shown }) : ''
    },
    stop() { clearTimeout(timer); turn++ },
  }
}
