// A large card is drawn in two frames: what the agent needs first, then the story.
import { onMounted, ref } from '../vendor/vue.js'

// Calls what at the beginning of the nth frame from now. A hidden tab has no frames: it waits until it is shown.
export const inFrame = (n, what) => requestAnimationFrame(() => (n > 1 ? inFrame(n - 1, what) : what()))

// For a component: false in its first frame, true from the second on.
export function secondFrame() {
  const come = ref(false)
  onMounted(() => inFrame(2, () => { come.value = true }))
  return come
}
