// Light or dark as the system has it, unless this person has chosen.
const KEY = 'shopbell.theme'
const system = () => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')

export const theme = {
  now: () => localStorage.getItem(KEY) ?? system(),
  apply() {
    const chosen = localStorage.getItem(KEY)
    if (chosen) document.documentElement.dataset.theme = chosen
  },
  flip() {
    localStorage.setItem(KEY, theme.now() === 'dark' ? 'light' : 'dark')
    theme.apply()
  },
}
