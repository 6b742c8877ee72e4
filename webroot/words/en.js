import audit from './en/audit.js'
import screen from './en/screen.js'
import account from './en/account.js'
import cards from './en/cards.js'
import desk from './en/desk.js'
import people from './en/people.js'
import ring from './en/ring.js'
import story from './en/story.js'
import sources from './en/sources.js'
import workbench from './en/workbench.js'

export default { ...screen, ...cards, ...desk, ...story, ...people, ...ring, ...sources, ...workbench, ...audit, ...account }
