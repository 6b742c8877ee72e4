import { createApp } from './vendor/vue.js'
import { holdFocus } from './lib/focus.js'
import Shell from './screen/Shell.js'

holdFocus()
createApp(Shell).mount('#app')
