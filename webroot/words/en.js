import audit from './en/audit.js'
import screen from './en/screen.js'
import account from './en/account.js'
import cards from './en/cards.js'
import desk from './en/desk.js'
import people from './en/people.js'
import ring from './en/ring.js'
import journey from './en/journey.js'
import sources from './en/sources.js'
import admin from './en/admin.js'

export default { ...screen, ...cards, ...desk, ...journey, ...people, ...ring, ...sources, ...admin, ...audit, ...account }
