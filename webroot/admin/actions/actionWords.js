// What an action, its state and its effect are called in this person's language.
import { t, tOr } from '../../lib/i18n.js'
import { effectOf } from '../../lib/effect.js'

export const KINDS = ['owed', 'retention', 'sale', 'information', 'advocacy', 'survey']

const STATES = ['draft', 'tried', 'live']

// The way of a version to the cards; one that was retired is at its end.
export function stages({ version, state }) {
  const names = state === 'retired' ? ['draft', 'retired'] : STATES
  return names.map(one => ({ state: one, now: one === state, text: one === state && one !== 'tried' ? t(`action.stage.${one}.of`, { version }) : t(`action.stage.${one}`) }))
}

export const stateOf = version => t(`action.state.${version.state}`)

const measured = effect => {
  if (!effect || effect.low === null || effect.verdict === 'too-new') return effect && effect.persons ? t('effect.too-new') : ''
  return effectOf(effect).signed
}

// Under the name of an action: its effect, and where its newest version is.
export function meta(entry, effect) {
  const state = entry.builtIn ? t('action.built-in')
    : entry.live && entry.live !== entry.version ? t('action.newer', { live: entry.live, version: entry.version, state: t(`action.state.${entry.state}`) }) : t(`action.state.${entry.state}`)
  return [effect?.retirement ? t('effect.retire') : '', measured(effect), state].filter(Boolean).join(' · ')
}

export const fieldName = key => tOr(`action.field.${key}`, key)
