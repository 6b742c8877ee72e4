// An action as the text that is sent: rules as they are written, line by line, so that the place of a mistake is a place in the field.
const RULES = ['eligible', 'applicable', 'suitable']
const INDENT = 2
const PLACE = /^(?:.*: )?line (\d+), column (\d+): (.*)$/s

const lines = (key, value) =>
  RULES.includes(key)
    ? [`${key}: |${INDENT}-`, ...value.split('\n').map(line => ' '.repeat(INDENT) + line)]
    : [`${key}: ${JSON.stringify(value)}`]

// JSON is YAML, so only the rules need care.
export const yamlOf = action => Object.entries(action).flatMap(([key, value]) => lines(key, value)).join('\n') + '\n'

// Where in which field a mistake is that the server tells by its place in the text; only a rule has places.
function placed(action, line, column) {
  let from = 1
  for (const [key, value] of Object.entries(action)) {
    const long = lines(key, value).length
    if (line < from + long) return RULES.includes(key) && line > from ? { key, line: line - from, column: Math.max(1, column - INDENT) } : { key }
    from += long
  }
  return {}
}

// A refusal's mistake: {key, line, column, detail}; null for any other failure.
export function mistakeOf(action, failure) {
  const detail = failure.problem?.errors?.[0]?.detail ?? failure.problem?.detail ?? ''
  if (failure.status !== 422) return null
  const [, line, column, said] = PLACE.exec(detail) ?? []
  return line ? { ...placed(action, +line, +column), detail: said } : { detail }
}
