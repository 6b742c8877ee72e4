// Elements as functions: no template compiler, so no string ever becomes code.
import { h } from '../vendor/vue.js'
import { icons } from './icons.js'

const tag = name => (props, ...children) => h(name, props, children)

export const tags = new Proxy({}, { get: (_, name) => tag(name) })

// It says nothing to a screen reader, the words beside it do.
export const icon = (name, small = false) =>
  h('svg', { class: ['icon', { 'icon--s': small }], viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' }, [h('path', { d: icons[name] })])

export const kbd = text => h('kbd', { class: 'kbd' }, text)
