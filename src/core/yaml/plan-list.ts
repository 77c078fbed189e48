import type { Parsed } from '../parsed'
import type { Path } from '../path'
import { applyEdits, type Edit, type Span } from '../text'
import {
  alignedComments,
  atColumn,
  columnOf,
  commentLines,
  endsWithBreak,
  isInFlow,
  lineBreakOf,
  lineEnd,
  nextLine,
  spaces,
} from './layout'
import { closings } from './plan-closing'
import { blockInsertion, flowInsertion, type Given } from './plan-insert'
import { spellings } from './plan-value'
import { type Entry, entriesOf, placeAt } from './source-tree'

/** Edits that put an item at `index` of the list at `path`; the ways to try. */
export function* itemInsertions(
  parsed: Parsed,
  path: Path,
  index: number,
  { source, value }: Given,
): Generator<Edit[]> {
  const place = placeAt(parsed, path)
  if (place === null || place.ref.node.kind !== 'list') return
  const { node } = place.ref
  const entries = entriesOf(node)
  for (const written of spellings(source, value, isInFlow(parsed, path) ? 'flow' : 'block')) {
    if (!node.flow) yield* blockInsertion(parsed, entries, index, `- ${written}`)
    else if (entries.length > 0) yield* flowInsertion(parsed.text, entries, index, written)
    else yield [intoEmpty(parsed.text, node, written)]
  }
}

function intoEmpty(text: string, { from, to }: Span, source: string): Edit {
  const isBlank = text.slice(from + 1, to - 1).trim() === ''
  return { from: from + 1, to: isBlank ? to - 1 : from + 1, insert: source }
}

/** Edits that move an item of a list, comments above and beside it too; the ways to try. */
export function* moves(parsed: Parsed, path: Path, from: number, to: number): Generator<Edit[]> {
  const place = placeAt(parsed, path)
  if (place === null || place.ref.node.kind !== 'list') return
  const { text } = parsed
  const { node } = place.ref
  const entries = entriesOf(node)
  const order = entries
    .map((_, i) => i)
    .toSpliced(from, 1)
    .toSpliced(to, 0, from)
  if (node.flow) {
    const sources = entries.map((entry) => text.slice(entry.from, entry.to))
    yield exchanged(entries, sources, (i) => sources[order[i] ?? i] ?? '')
    return
  }
  const column = columnOf(text, entries[0]?.from ?? 0)
  const lines = entries.map((_, i) => itemLines(text, entries, i))
  const sources = lines.map((span) => text.slice(span.from, span.to))
  for (const above of ['as it is', 'no blanks', 'aligned'] as const)
    for (const closing of closings(parsed)) {
      const closed = lines.map((span) => sliceWith(text, span, closing))
      const at = (i: number) =>
        fitted(closed[order[i] ?? i] ?? '', { wasFirst: order[i] === 0, isFirst: i === 0, column, above })
      const edits = exchanged(lines, sources, at)
      if (above === 'aligned') edits.push(...tightBelow(text, nextLine(text, lines.at(-1)?.to ?? 0), column))
      yield edits
      // A text in `|` keeps its last line break only where one follows.
      if (!endsWithBreak(text)) yield [...edits, { from: text.length, to: text.length, insert: lineBreakOf(text) }]
    }
}

/** Blank lines and deeper comments below the list would join a text in `|` that comes last. */
const tightBelow = (text: string, from: number, column: number): Edit[] =>
  alignedComments(text, from, column).map((edit) => ({ ...edit, insert: edit.insert.replace(blankLines, '') }))

/** Edits after which each span reads as `at` has it. */
const exchanged = (spans: readonly Span[], sources: readonly string[], at: (index: number) => string): Edit[] =>
  spans.flatMap(({ from, to }, i) => (at(i) === sources[i] ? [] : [{ from, to, insert: at(i) }]))

/** A stretch of a text after edits, of which only those count that lie in it. */
function sliceWith(text: string, { from, to }: Span, edits: readonly Edit[]): string {
  const inside = edits.filter((edit) => edit.from >= from && edit.to <= to)
  const shifted = inside.map((edit) => ({ ...edit, from: edit.from - from, to: edit.to - from }))
  return applyEdits(text.slice(from, to), shifted)
}

/** An item's lines with the comment lines above it; those above the first item belong to the list. */
function itemLines(text: string, entries: readonly Entry[], index: number): Span {
  const entry = entries[index] as Entry
  const previous = entries[index - 1]
  return { from: previous === undefined ? entry.from : nextLine(text, previous.to), to: lineEnd(text, entry.to) }
}

interface Fitting {
  readonly wasFirst: boolean
  readonly isFirst: boolean
  /** Of the list. */
  readonly column: number
  readonly above: 'as it is' | 'no blanks' | 'aligned'
}

const blankLines = /^(?:[ \t]*(?:\r\n|[\n\r\x85\u2028\u2029]))+/

/**
 * The first item starts at the list's own place, the others at the start of a line. What is written above an item would join a text in
 * `|` that comes before it: blank lines then go, comments are aligned with the list.
 */
function fitted(source: string, { wasFirst, isFirst, column, above }: Fitting): string {
  const tight = above !== 'as it is' || (isFirst && !wasFirst) ? source.replace(blankLines, '') : source
  const lead = above === 'aligned' ? (commentLines.exec(tight)?.[0] ?? '') : ''
  const aligned = lead === '' ? tight : atColumn(lead, column) + tight.slice(lead.length)
  if (wasFirst === isFirst) return aligned
  return wasFirst ? spaces(column) + aligned : aligned.replace(/^ +/, '')
}
