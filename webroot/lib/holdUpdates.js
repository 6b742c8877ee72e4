// Nothing moves under the eye: while the agent reads a block, a change to it waits until it is asked for, or they look away.
import { computed, ref, shallowRef, watch } from '../vendor/vue.js'

// current() is a list, owner() whose it is, key(one) what tells its parts apart and in which order they stand.
export function holdUpdates(current, owner, key) {
  const shown = shallowRef(current())
  const reading = ref(false)
  const order = list => list.map(key).join('\n')
  const take = () => { shown.value = current() }
  const stop = () => { reading.value = false; take() }

  watch([current, owner], ([next, whose], [, before]) => {
    if (!reading.value || whose !== before || order(next) === order(shown.value)) shown.value = next
  })

  const waiting = computed(() => {
    if (order(current()) === order(shown.value)) return 0
    const known = new Set(shown.value.map(key))
    return Math.max(1, current().filter(one => !known.has(key(one))).length)
  })

  const hand = {
    onPointerenter: event => { reading.value = event.pointerType === 'mouse' },
    onPointerleave: stop,
    onFocusin: () => { reading.value = true },
    onFocusout: event => { if (!event.currentTarget.contains(event.relatedTarget)) stop() },
  }
  return { shown, waiting, take, hand }
}
