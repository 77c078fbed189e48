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
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at)
    const isEnd = c === 10 || c === 0x85 || c === 0x2028 || c === 0x2029 || (c === 13 && text.charCodeAt(at + 1) !== 10)
    if (isEnd) starts.push(at + 1)
  }
  return starts
}

/** The line (from 1) that an offset stands in, without a list of all lines. */
export function lineAt(text: string, offset: number): number {
  let line = 1
  const ends = /\r\n|[\n\r\u0085\u2028\u2029]/g
  while (ends.exec(text) !== null && ends.lastIndex <= offset) line++
  return line
}

/** How many line feeds a text has; counting ends beyond `most`. */
export function lineFeeds(text: string, most = Number.POSITIVE_INFINITY): number {
  let found = 0
  for (let at = text.indexOf('\n'); at >= 0 && found <= most; at = text.indexOf('\n', at + 1)) found++
  return found
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

/** The offset of a position, by the text's `lineStarts`; the nearest line's when there is no such line. */
export function offsetAt(starts: readonly number[], { line, column }: Position): number {
  const index = Math.min(Math.max(line, 1), starts.length) - 1
  return (starts[index] ?? 0) + Math.max(column, 1) - 1
}

/** The offset in the new text of a place in the old one; an insertion right at the place moves it when `bias` is `after`. */
export function mapOffset(edits: readonly Edit[], offset: number, bias: 'before' | 'after' = 'before'): number {
  let shift = 0
  for (const { from, to, insert } of edits) {
    if (from > offset || (from === offset && to === offset && bias === 'before')) break
    if (to > offset) return from + shift + (bias === 'after' ? insert.length : 0)
    shift += insert.length - (to - from)
  }
  return offset + shift
}

/** A change as one walk over the old text: pass `keep` units, drop `drop` units, write `insert`. */
interface Piece {
  readonly keep: number
  readonly drop: number
  readonly insert: string
}

/** `first` and then `second` (on the text that `first` gives) as one list of edits on the text before both. */
export function composeEdits(first: readonly Edit[], second: readonly Edit[]): Edit[] {
  const walk: Piece[] = []
  const add = (keep: number, drop: number, insert: string) => {
    if (keep > 0 || drop > 0 || insert !== '') walk.push({ keep, drop, insert })
  }
  const source = new Walk(first)
  let at = 0
  for (const { from, to, insert } of second) {
    source.pass(from - at, add)
    add(0, 0, insert)
    source.pass(to - from, (keep, drop, _lost) => add(0, keep + drop, ''))
    at = to
  }
  source.pass(Number.POSITIVE_INFINITY, add)
  return editsOf(walk)
}

/** The text after some edits, read from its start as pieces of the text before them. */
class Walk {
  private at = 0
  private index = 0
  private given = 0

  constructor(private readonly edits: readonly Edit[]) {}

  /** Goes `length` units on in the new text; drops of the old text are told where they happen. */
  pass(length: number, tell: (keep: number, drop: number, insert: string) => void): void {
    let rest = length
    for (;;) {
      const edit = this.edits[this.index]
      if (edit === undefined) {
        if (rest > 0 && rest !== Number.POSITIVE_INFINITY) tell(rest, 0, '')
        this.at += rest
        return
      }
      const before = Math.min(rest, edit.from - this.at)
      if (before > 0) tell(before, 0, '')
      this.at += Math.max(before, 0)
      rest -= Math.max(before, 0)
      if (rest <= 0) return
      const written = edit.insert.slice(this.given, this.given + rest)
      if (written !== '') tell(0, 0, written)
      this.given += written.length
      rest -= written.length
      if (this.given < edit.insert.length) return
      tell(0, edit.to - edit.from, '')
      this.at = edit.to
      this.index++
      this.given = 0
    }
  }
}

function editsOf(walk: readonly Piece[]): Edit[] {
  const edits: Edit[] = []
  let at = 0
  let open: { from: number; to: number; insert: string } | null = null
  for (const { keep, drop, insert } of walk) {
    if (keep > 0) {
      if (open !== null) edits.push(open)
      open = null
      at += keep
    } else {
      open ??= { from: at, to: at, insert: '' }
      open.insert += insert
      open.to += drop
      at += drop
    }
  }
  if (open !== null) edits.push(open)
  return edits.filter((edit) => edit.to > edit.from || edit.insert !== '')
}
