// Hints for the talk that agents noted, with their source and end; entered and removed in place.
import { h, nextTick, reactive } from '../vendor/vue.js'
import { icon, tags } from '../lib/tags.js'
import { t } from '../lib/i18n.js'
import { call, wrong } from '../lib/api.js'
import { dataChanged } from '../state/desk.js'
import { notedCues } from '../lib/cues.js'
import { lately } from '../lib/clock.js'
import { day } from '../lib/format.js'
import { block } from './Block.js'
import CueForm from './CueForm.js'

const { ul, li, div, h3, p, button } = tags
const SIGNS = { address: 'user', sayName: 'sound', language: 'language', preferredTime: 'clock', preferredChannel: 'call', speakSlowly: 'sound', anniversary: 'promise', recommended: 'users' }

export default {
  name: 'CuesCard',
  props: { card: { type: Object, required: true } },
  setup(props) {
    const mine = reactive({ open: false, wrong: '' })
    const close = () => {
      mine.open = false
      nextTick(() => document.getElementById('cue-open')?.focus())
    }

    async function remove(kind) {
      mine.wrong = ''
      try {
        await call('DELETE', `/customers/${props.card.customer.id}/cues/${kind}`)
        dataChanged()
      } catch (failure) {
        mine.wrong = wrong(failure)
      }
    }

    const cue = one =>
      li({ key: one.kind, class: 'rows__item' },
        icon(SIGNS[one.kind]),
        div(null, h3({ class: 'rows__what', dir: 'auto' }, one.kind === 'speakSlowly' ? t('cue.speakSlowly') : `${t(`cue.${one.kind}`)}: ${one.text}`),
          p({ class: 'rows__meta' }, t('cue.meta', { source: one.source, until: day(one.until, lately.value) }))),
        button({ class: 'button button--s rows__end', type: 'button', 'aria-label': t('cue.remove', { kind: t(`cue.${one.kind}`) }), onClick: () => remove(one.kind) }, icon('close', true)))

    return () => {
      const noted = notedCues(props.card.customer)
      return block('cues', t('cues'), { count: noted.length },
        ul({ class: 'rows' }, ...noted.map(cue)),
        mine.wrong ? p({ class: 'wrong', role: 'alert' }, mine.wrong) : null,
        mine.open ? h(CueForm, { customer: props.card.customer.id, onClose: close })
          : button({ class: 'button button--s', id: 'cue-open', type: 'button', onClick: () => { mine.open = true } }, icon('plus', true), t('cue.add')))
    }
  },
}
