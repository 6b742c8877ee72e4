// Light or dark as the system has it, unless this person has chosen.
import { device } from './device.js'
const KEY = 'shopbell.theme'
const system = () => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')

export const theme = {
  now: () => device.get(KEY) ?? system(),
  apply() {
    const chosen = device.get(KEY)
    if (chosen) document.documentElement.dataset.theme = chosen
  },
  flip() {
    device.set(KEY, theme.now() === 'dark' ? 'light' : 'dark')
    theme.apply()
  },
}
