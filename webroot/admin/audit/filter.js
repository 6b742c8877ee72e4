// The choice of entries, and how the server is asked for it. Days are this browser's, the last one whole.
export const nothing = () => ({ actor: '', kind: '', subject: '', from: '', to: '' })

const midnight = (date, days = 0) => {
  const [year, month, dayOfMonth] = date.split('-').map(Number)
  return new Date(year, month - 1, dayOfMonth + days).toISOString()
}

export function asked({ actor, kind, subject, from, to }, before) {
  const values = { actor, kind, subject, from: from && midnight(from), to: to && midnight(to, 1), before }
  return new URLSearchParams(Object.entries(values).filter(([, value]) => value))
}
