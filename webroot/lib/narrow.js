// Whether the screen has room for one column only; the same width as in layout.css.
import { ref } from '../vendor/vue.js'

const query = matchMedia('(max-width: 48rem)')

export const narrow = ref(query.matches)
query.addEventListener('change', () => { narrow.value = query.matches })
