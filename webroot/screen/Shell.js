// Signed out, or at the desk; nothing before it is known which. The desk's own scripts come while somebody signs in.
import { defineAsyncComponent, h, onMounted } from '../vendor/vue.js'
import { desk } from '../state/desk.js'
import { resume } from '../state/session.js'
import { theme } from '../lib/theme.js'
import SignIn from './SignIn.js'

const fetchDesk = () => import('./AgentScreen.js')
const EnrolScreen = defineAsyncComponent(() => import('../account/EnrolScreen.js'))
const AgentScreen = defineAsyncComponent(fetchDesk)

export default {
  name: 'Shell',
  setup() {
    onMounted(() => { theme.apply(); resume() })
    return () => !desk.known ? null : desk.agent && desk.mustEnrol ? h(EnrolScreen) : desk.agent ? h(AgentScreen) : h(SignIn, { onFocusinOnce: fetchDesk })
  },
}
