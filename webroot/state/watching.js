// The lists that open pages show: the server says which has changed, and the page reads it again. No page asks by a timer.
import { nextTick, onMounted, onUnmounted } from '../vendor/vue.js'

// The server tells of changes in the two seconds before it is asked to watch.
const FRESH_MILLIS = 1_500

const readers = new Set()
let say = () => {}
let due = false

// How the line is spoken to.
export const watchBy = how => { say = how }

function tell() {
  due = false
  say({ type: 'watch', topics: [...new Set([...readers].map(reader => reader.topic))] })
}

// Parts of a page that come or go together are one message.
function tellSoon() {
  if (!due) nextTick(tell)
  due = true
}

// One read at a time: an answer that is older than the last change would else come last.
function oneByOne(read) {
  let reading = false
  let again = false
  return async function run() {
    again = true
    if (reading) return
    reading = true
    try {
      while (again) {
        again = false
        await read()
      }
    } finally {
      reading = false
    }
  }
}

// For the setup of a page: reads when it is opened, after each change of the topic, and after the line was lost. Gives the read itself.
export function watchTopic(topic, read) {
  const reader = { topic, at: 0, read: oneByOne(() => { reader.at = performance.now(); return read() }) }
  onMounted(() => { readers.add(reader); tellSoon(); reader.read() })
  onUnmounted(() => { readers.delete(reader); tellSoon() })
  return reader.read
}

export function topicChanged(topic) {
  for (const reader of readers) if (reader.topic === topic) reader.read()
}

// A new line knows nothing of what this page watches, and changes were missed.
export function watchAgain() {
  if (!readers.size) return
  tell()
  for (const reader of readers) if (performance.now() - reader.at > FRESH_MILLIS) reader.read()
}
