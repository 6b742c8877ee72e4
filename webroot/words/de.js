import audit from './de/audit.js'
import screen from './de/screen.js'
import account from './de/account.js'
import cards from './de/cards.js'
import desk from './de/desk.js'
import people from './de/people.js'
import ring from './de/ring.js'
import journey from './de/journey.js'
import sources from './de/sources.js'
import admin from './de/admin.js'

export default { ...screen, ...cards, ...desk, ...journey, ...people, ...ring, ...sources, ...admin, ...audit, ...account }
