import { createApp } from './vendor/vue.js'
import Shell from './screen/Shell.js'

createApp(Shell).mount('#app')
