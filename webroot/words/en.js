import screen from './en/screen.js'
import cards from './en/cards.js'
import people from './en/people.js'
import story from './en/story.js'

export default { ...screen, ...cards, ...story, ...people }
