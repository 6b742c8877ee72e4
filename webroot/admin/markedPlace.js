// Where a mistake is in a text, for the mark under it and for the cursor.
export const offset = (text, { line, column }) =>
  text.split('\n').slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + Math.max(0, (column ?? 1) - 1)

// The text before the mistake, the mistake, and what follows.
export function aroundPlace(text, mistake) {
  const at = Math.min(offset(text, mistake), text.length)
  // a parser often stands behind what it does not like
  const from = Math.max(at - 1, text.lastIndexOf('\n', at - 1) + 1)
  const to = text[at] && text[at] !== '\n' ? at + 1 : at
  return [text.slice(0, from), text.slice(from, to) || ' ', text.slice(to)]
}
