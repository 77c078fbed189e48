/** A replacement of `[from, to)` by `insert`; UTF-16 offsets in the old text. A list of edits is sorted and disjoint. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/** A stretch of text, UTF-16 offsets, `to` exclusive. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** The new text. Throws RangeError when the edits are unsorted, overlapping or outside the text: that is a bug in the caller. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = ''
  let at = 0
  for (const { from, to, insert } of edits) {
    if (from < at || to < from || to > text.length) throw new RangeError(`edit ${from}..${to} does not fit`)
    out += text.slice(at, from) + insert
    at = to
  }
  return out + text.slice(at)
}

/** Edits on the new text that give `text` back. */
export function invertEdits(text: string, edits: readonly Edit[]): Edit[] {
  let shift = 0
  return edits.map(({ from, to, insert }) => {
    const start = from + shift
    shift += insert.length - (to - from)
    return { from: start, to: start + insert.length, insert: text.slice(from, to) }
  })
}

/** Offsets at which the lines of a text begin; the first is 0. Lines end as in YAML 1.1: LF, CR, CRLF, NEL, LS, PS. */
export function lineStarts(text: string): number[] {
  const starts = [0]
  const ends = /\r\n|[\n\r\u0085\u2028\u2029]/g
  while (ends.exec(text) !== null) starts.push(ends.lastIndex)
  return starts
}

/** Line and column, both counted from 1 (columns in UTF-16 units). */
export interface Position {
  readonly line: number
  readonly column: number
}

/** The position of an offset, by the text's `lineStarts`. */
export function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
}
