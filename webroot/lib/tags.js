// Elements as functions: no template compiler, so no string ever becomes code.
import { h } from '../vendor/vue.js'

const tag = name => (props, ...children) => h(name, props, children)

export const tags = new Proxy({}, { get: (_, name) => tag(name) })

// An icon of icons.svg; it says nothing to a screen reader, the words beside it do.
export const icon = (name, small = false) =>
  h('svg', { class: ['icon', { 'icon--s': small }], 'aria-hidden': 'true', focusable: 'false' },
    [h('use', { href: `/icons.svg#${name}` })])

export const kbd = text => h('kbd', { class: 'kbd' }, text)
