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
 * The fewest lines to remove and add to make `b` of `a` (Myers' greedy algorithm), neighbours joined, in order. Null when the lists
 * differ by more than is worth the search.
 */
export function diffLines(a: readonly string[], b: readonly string[]): LineChange[] | null {
  const trail = search(a, b)
  return trail === null ? null : changesOf(a, b, trail)
}

/** For each number of changes: how far along `a` each diagonal (place in `a` minus place in `b`) comes with it. */
function search(a: readonly string[], b: readonly string[]): Map<number, number>[] | null {
  const trail: Map<number, number>[] = []
  let work = 0
  let reached = new Map<number, number>([[1, 0]])
  for (let changes = 0; changes <= Math.min(maxChanges, a.length + b.length); changes++) {
    trail.push(reached)
    const next = new Map<number, number>()
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let x = comesDown(reached, diagonal, changes)
        ? (reached.get(diagonal + 1) ?? 0)
        : (reached.get(diagonal - 1) ?? 0) + 1
      if (x > a.length || x - diagonal > b.length) {
        next.set(diagonal, x)
        continue
      }
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) {
        x++
        work++
      }
      next.set(diagonal, x)
      if (x >= a.length && x - diagonal >= b.length) return [...trail, next]
    }
    work += changes
    if (work > maxWork) return null
    reached = next
  }
  return null
}

/** True when the best way to a diagonal adds a line of `b`, false when it removes one of `a`. */
const comesDown = (reached: ReadonlyMap<number, number>, diagonal: number, changes: number): boolean =>
  diagonal === -changes ||
  (diagonal !== changes && (reached.get(diagonal - 1) ?? -1) < (reached.get(diagonal + 1) ?? -1))

function changesOf(a: readonly string[], b: readonly string[], trail: readonly Map<number, number>[]): LineChange[] {
  const changes: LineChange[] = []
  let x = a.length
  let y = b.length
  for (let count = trail.length - 2; count > 0; count--) {
    const reached = trail[count] ?? new Map<number, number>()
    const diagonal = x - y
    const down = comesDown(reached, diagonal, count)
    const beforeX = down ? (reached.get(diagonal + 1) ?? 0) : (reached.get(diagonal - 1) ?? 0)
    const beforeY = beforeX - (down ? diagonal + 1 : diagonal - 1)
    const [toX, toY] = down ? [beforeX, beforeY + 1] : [beforeX + 1, beforeY]
    addInFront(changes, { from: beforeX, to: toX, start: beforeY, end: toY })
    x = beforeX
    y = beforeY
  }
  return changes.reverse()
}

/** Changes come last first; those that touch become one. */
function addInFront(changes: LineChange[], change: LineChange): void {
  const next = changes.at(-1)
  if (next === undefined || next.from !== change.to || next.start !== change.end) changes.push(change)
  else changes[changes.length - 1] = { ...change, to: next.to, end: next.end }
}
