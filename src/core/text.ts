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
