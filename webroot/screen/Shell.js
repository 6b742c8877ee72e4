// Signed out, or at the desk; nothing before it is known which. The desk's own scripts come while the user signs in.
import { defineAsyncComponent, h, onMounted } from '../vendor/vue.js'
import { resume, session } from '../state/session.js'
import { theme } from '../lib/theme.js'
import SignIn from './SignIn.js'

const fetchDesk = () => import('./AgentScreen.js')
const EnrolScreen = defineAsyncComponent(() => import('../account/EnrolScreen.js'))
const AgentScreen = defineAsyncComponent(fetchDesk)

export default {
  name: 'Shell',
  setup() {
    onMounted(() => { theme.apply(); resume() })
    return () => !session.known ? null : session.agent && session.mustEnrol ? h(EnrolScreen) : session.agent ? h(AgentScreen) : h(SignIn, { onFocusinOnce: fetchDesk })
  },
}
