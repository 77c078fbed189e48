const head = /^\.*[^.[]*/

const name = /[^.[]*/y
const insideBracket = /[^\]\n\r\u2028\u2029]*/y

function stretch(pattern: RegExp, text: string, from: number): string {
  pattern.lastIndex = from
  return pattern.exec(text)?.[0] ?? ''
}

/** The steps of a written key: `a[b].c` is `a`, `b`, `c`; leading dots give empty ones. omegaconf/_utils.py:split_key */
export function splitKey(key: string): string[] {
  const first = head.exec(key)?.[0] ?? ''
  const steps = first.split('.')
  if (first.length === key.length) return steps
  if (key[first.length] === '[' && steps.at(-1) === '') steps.pop()
  // No bracket closes in front of this, so that a text of nothing but `[` is not searched again for each.
  let unclosed = 0
  for (let at = first.length; at < key.length; at++) {
    if (key[at] === '.') steps.push(stretch(name, key, at + 1))
    else if (key[at] === '[' && at >= unclosed) {
      const inside = stretch(insideBracket, key, at + 1)
      const end = at + 1 + inside.length
      if (key[end] === ']') {
        steps.push(inside)
        at = end
      } else unclosed = end
    }
  }
  return steps
}

/** The index that Python's `int()` makes of a step (`+1`, `00`, ` 1 `, `1_0`), or null. */
export function indexOf(step: string): number | null {
  return /^\s*[+-]?\d+(?:_\d+)*\s*$/.test(step) ? Number(step.replaceAll('_', '')) : null
}
