// Signed out, or at the desk; nothing before it is known which.
import { h, onMounted } from '../vendor/vue.js'
import { desk, enter } from '../lib/desk.js'
import { theme } from '../lib/theme.js'
import SignIn from './SignIn.js'
import AgentScreen from './AgentScreen.js'

export default {
  name: 'Shell',
  setup() {
    onMounted(() => { theme.apply(); enter() })
    return () => !desk.known ? null : desk.agent ? h(AgentScreen) : h(SignIn)
  },
}
