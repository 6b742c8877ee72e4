import actions from './de/actions.js'
import screen from './de/screen.js'
import account from './de/account.js'
import cards from './de/cards.js'
import cues from './de/cues.js'
import desk from './de/desk.js'
import people from './de/people.js'
import ring from './de/ring.js'
import journey from './de/journey.js'
import sources from './de/sources.js'
import admin from './de/admin.js'

export default { ...screen, ...cards, ...cues, ...desk, ...journey, ...people, ...ring, ...sources, ...admin, ...account, ...actions }
