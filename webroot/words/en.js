import actions from './en/actions.js'
import screen from './en/screen.js'
import account from './en/account.js'
import cards from './en/cards.js'
import cues from './en/cues.js'
import desk from './en/desk.js'
import people from './en/people.js'
import ring from './en/ring.js'
import journey from './en/journey.js'
import sources from './en/sources.js'
import admin from './en/admin.js'

export default { ...screen, ...cards, ...cues, ...desk, ...journey, ...people, ...ring, ...sources, ...admin, ...account, ...actions }
