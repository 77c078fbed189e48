/** The candidate that a misspelt word most likely meant, null when none is close: `most` slips away, a third of its letters unless said otherwise. */
export function nearest(
  word: string,
  candidates: Iterable<string>,
  most: number = Math.max(1, Math.floor(word.length / 3)),
): string | null {
  const folded = word.toLowerCase()
  let best: string | null = null
  let bestDistance = most + 1
  const letters = lettersOf(folded)
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue
    if (count(letters ^ lettersOf(candidate)) > 2 * (bestDistance - 1)) continue
    const distance = editDistance(folded, candidate.toLowerCase(), bestDistance)
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** Worked out of the word alone; emptied before it grows large. */
const known = new Map<string, number>()

/** Which letters a word has, as bits; one slip changes at most two of them. */
function lettersOf(word: string): number {
  let letters = known.get(word)
  if (letters === undefined) {
    letters = 0
    for (const letter of word.toLowerCase()) letters |= 1 << (letter.charCodeAt(0) % 32)
    if (known.size > 10_000) known.clear()
    known.set(word, letters)
  }
  return letters
}

function count(bits: number): number {
  let left = bits
  let sum = 0
  for (; left !== 0; left &= left - 1) sum++
  return sum
}

/**
 * Insertions, deletions, replacements and swaps of neighbours from one word to the other; `limit` when there are more. Only what is less
 * than `limit` away from the diagonal is worked out: the rest is `limit` at least.
 */
function editDistance(a: string, b: string, limit: number): number {
  const rows = [0, 1, 2].map(() => new Array<number>(b.length + 2).fill(limit)) as [number[], number[], number[]]
  let [before, row, next] = rows
  const compared = { a, b, limit }
  for (let j = 0; j < Math.min(b.length + 1, limit); j++) row[j] = j
  for (let i = 1; i <= a.length; i++) {
    if (fillRow(compared, i, [before, row, next]) >= limit) return limit
    const free = before
    before = row
    row = next
    next = free
  }
  return Math.min(row[b.length] ?? limit, limit)
}

/** Works `next` out of the two rows before it: the distances of the first `i` letters of `a`. Gives the least of them. */
function fillRow(
  { a, b, limit }: { readonly a: string; readonly b: string; readonly limit: number },
  i: number,
  [before, row, next]: readonly [readonly number[], readonly number[], number[]],
): number {
  const first = Math.max(1, i - limit + 1)
  const last = Math.min(b.length, i + limit - 1)
  next[first - 1] = first === 1 ? Math.min(i, limit) : limit
  let least = next[first - 1] ?? limit
  for (let j = first; j <= last; j++) {
    const same = a[i - 1] === b[j - 1]
    const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
    const swap = isSwap ? (before[j - 2] ?? 0) + 1 : limit
    const cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1), swap)
    next[j] = cost
    if (cost < least) least = cost
  }
  next[last + 1] = limit
  return least
}
