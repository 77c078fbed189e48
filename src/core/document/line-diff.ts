import { diffArrays } from 'diff'

/** A replacement of the lines `[from, to)` of one text by the lines `[start, end)` of another. */
export interface LineChange {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
}

/** Beyond so many lines removed and added, or so many comparisons, two texts count as different ones. */
const maxChanges = 1000
const maxWork = 4_000_000

/**
 * The fewest lines to remove and add to make `b` of `a`, neighbours joined, in order. Null when the lists differ by more than is worth
 * the search.
 */
export function diffLines(a: readonly string[], b: readonly string[]): LineChange[] | null {
  let work = 0
  const comparator = (one: string, other: string): boolean => ++work <= maxWork && one === other
  const parts = diffArrays([...a], [...b], { maxEditLength: maxChanges, comparator })
  return parts === undefined || work > maxWork ? null : changesOf(parts)
}

function changesOf(parts: readonly { added: boolean; removed: boolean; count: number }[]): LineChange[] {
  const changes: LineChange[] = []
  let [from, start] = [0, 0]
  for (const { added, removed, count } of parts) {
    const to = added ? from : from + count
    const end = removed ? start : start + count
    if (added || removed) addBehind(changes, { from, to, start, end })
    from = to
    start = end
  }
  return changes
}

/** Changes that touch become one. */
function addBehind(changes: LineChange[], change: LineChange): void {
  const last = changes.at(-1)
  if (last === undefined || last.to !== change.from || last.end !== change.start) changes.push(change)
  else changes[changes.length - 1] = { ...last, to: change.to, end: change.end }
}
