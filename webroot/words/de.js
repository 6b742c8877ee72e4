import audit from './de/audit.js'
import screen from './de/screen.js'
import account from './de/account.js'
import cards from './de/cards.js'
import desk from './de/desk.js'
import people from './de/people.js'
import ring from './de/ring.js'
import story from './de/story.js'
import sources from './de/sources.js'
import workbench from './de/workbench.js'

export default { ...screen, ...cards, ...desk, ...story, ...people, ...ring, ...sources, ...workbench, ...audit, ...account }
