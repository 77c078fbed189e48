/**
 * How large a text may be to be read: in UTF-16 units, and in line feeds and commas, which is about what it has places. A reference costs
 * as much as four.
 */
export interface Limits {
  readonly units: number
  readonly places: number
}

/** True when a text is larger than the limits. Costs a look at each unit at most. */
export function exceeds(text: string, { units, places }: Limits): boolean {
  if (text.length > units) return true
  let found = 0
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at)
    if (c === 10 || c === 44) found++
    else if (c === 36 && text.charCodeAt(at + 1) === 123) found += 4
    if (found > places) return true
  }
  return false
}
