const head = /^\.*[^.[]*/
const other = /\.([^.[]*)|\[(.*?)\]/g

/** The steps of a written key: `a[b].c` is `a`, `b`, `c`; leading dots give empty ones. omegaconf/_utils.py:split_key */
export function splitKey(key: string): string[] {
  const first = head.exec(key)?.[0] ?? ''
  const steps = first.split('.')
  if (first.length === key.length) return steps
  if (key[first.length] === '[' && steps.at(-1) === '') steps.pop()
  for (const [, dotted, bracketed] of key.slice(first.length).matchAll(other)) steps.push(dotted || (bracketed ?? ''))
  return steps
}

/** The index that Python's `int()` makes of a step (`+1`, `00`, ` 1 `, `1_0`), or null. */
export function indexOf(step: string): number | null {
  return /^\s*[+-]?\d+(?:_\d+)*\s*$/.test(step) ? Number(step.replaceAll('_', '')) : null
}
