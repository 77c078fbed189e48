import type { Parsed } from '../parsed'
import type { Path } from '../path'
import type { Edit, Span } from '../text'
import {
  alignedComments,
  columnOf,
  endsWithBreak,
  lineEnd,
  lineStart,
  nextLine,
  previousLineEnd,
  startsLine,
} from './layout'
import { replaceBlock } from './plan-value'
import { type Entry, entriesOf, entriesOfKey, isBarePair, placeAt } from './source-tree'

/** Edits that take an entry out with its lines, the ways to try; its collection, when it was the last, becomes `{}` or `[]`. */
export function* removals(parsed: Parsed, path: Path): Generator<Edit[]> {
  const place = placeAt(parsed, path)
  if (place === null || place.entry === null || place.parent === null) return
  const { value } = place.entry
  const entries = entriesOf(place.parent)
  const own = entries.find((entry) => entry.value === value)
  if (own !== undefined) yield* removalsOf(parsed, path.slice(0, -1), entriesOfKey(own, entries))
}

/** The same for entries of the collection at `path` that follow no pattern; none takes nothing out. */
export function* removalsOf(parsed: Parsed, path: Path, gone: readonly Entry[]): Generator<Edit[]> {
  const parent = placeAt(parsed, path)
  if (parent === null || parent.ref.node.kind === 'scalar') return
  const { node } = parent.ref
  const entries = entriesOf(node)
  const indexes = gone.map((one) => entries.findIndex(({ value }) => value === one.value))
  const isAll = gone.length === entries.length
  const nothing = node.kind === 'list' ? '[]' : '{}'
  if (gone.length === 0) yield []
  else if (isBarePair(parsed.text, node)) yield [{ from: node.from, to: node.to, insert: nothing }]
  else if (node.flow && isAll && !holdsOtherComments(parsed, node, gone))
    yield [{ from: node.from, to: node.to, insert: nothing }]
  else if (node.flow) yield flowRemovals(parsed.text, entries, node.marks, new Set(indexes))
  else {
    if (!isAll || (parent.entry === null && node.kind === 'map'))
      yield* alternately(indexes.map((index) => [...blockRemovals(parsed, entries, index)]))
    if (isAll) yield replaceBlock(parsed.text, parent, nothing, true)
  }
}

/** True when comments stand between the brackets of a collection but outside of some entries. */
const holdsOtherComments = ({ comments }: Parsed, node: Span, gone: readonly Entry[]): boolean =>
  comments.some(
    (comment) =>
      comment.from > node.from &&
      comment.to < node.to &&
      !gone.some(({ from, to }) => comment.from > from && comment.to < to),
  )

/** The first ways of all, then the second ones … */
function* alternately(ways: readonly Edit[][][]): Generator<Edit[]> {
  const most = Math.max(...ways.map(({ length }) => length))
  for (let i = 0; i < most; i++) yield united(ways.flatMap((own) => own[i] ?? own.at(-1) ?? []))
}

/** Edits that overlap, where neighbours are taken out, as one. */
function united(edits: readonly Edit[]): Edit[] {
  const apart: Edit[] = []
  for (const edit of [...edits].sort((a, b) => a.from - b.from)) {
    const last = apart.at(-1)
    if (last === undefined || edit.from >= last.to) apart.push(edit)
    else apart.splice(-1, 1, { from: last.from, to: Math.max(last.to, edit.to), insert: last.insert + edit.insert })
  }
  return apart
}

/** A line of blanks with its end. */
const blankLine = /[ \t]*(?:\r\n|[\n\r\x85\u2028\u2029])/y

function* blockRemovals(parsed: Parsed, entries: readonly Entry[], index: number): Generator<Edit[]> {
  const { text } = parsed
  const { from, to } = entries[index] as Entry
  const next = entries[index + 1]
  if (!startsLine(text, from) && next !== undefined) {
    yield [besideDash(parsed, from, to, next.from)]
    return
  }
  const start = lineStart(text, from)
  const end = nextLine(text, to)
  const isLastLine = end === text.length && !endsWithBreak(text) && start > 0
  const isRoot = entries.length === 1
  if (isLastLine && !isRoot) yield [{ from: previousLineEnd(text, from), to: lineEnd(text, to), insert: '' }]
  yield [{ from: start, to: end, insert: '' }]
  // Blank lines behind would join a text in `|+` above.
  let blanks = end
  for (blankLine.lastIndex = blanks; blankLine.test(text); ) blanks = blankLine.lastIndex
  yield [{ from: start, to: blanks, insert: '' }]
  // So would deeper comments, if they stayed where they are.
  yield [{ from: start, to: end, insert: '' }, ...alignedComments(text, end, columnOf(text, from))]
}

/** The first entry on its parent's line (`- a: 1`): the next one takes its place, unless that would take a comment along. */
function besideDash({ text, comments }: Parsed, from: number, to: number, next: number): Edit {
  const end = lineEnd(text, to)
  if (!comments.some((comment) => comment.from > end && comment.to <= next)) return { from, to: next, insert: '' }
  return { from: from - (/ +$/.exec(text.slice(lineStart(text, from), from))?.[0].length ?? 0), to: end, insert: '' }
}

/** Entries between brackets go with one comma each: the one behind, or the one before where none is left behind them. */
function flowRemovals(
  text: string,
  entries: readonly Entry[],
  commas: readonly number[],
  gone: ReadonlySet<number>,
): Edit[] {
  const last = commas.length < entries.length ? entries.findLastIndex((_, index) => !gone.has(index)) : entries.length
  return [...gone]
    .sort((a, b) => a - b)
    .flatMap((index) => {
      const around = { before: commas[index - 1], behind: index > last ? undefined : commas[index] }
      return flowRemoval(text, entries[index] as Entry, around)
    })
}

/** The commas around an entry; none behind the last one that stays. */
interface Commas {
  readonly before: number | undefined
  readonly behind: number | undefined
}

function flowRemoval(text: string, { from, to }: Entry, { before, behind }: Commas): Edit[] {
  if (behind !== undefined) return [{ from, to: behindBlanks(text, behind + 1), insert: '' }]
  if (before === undefined) return [{ from, to, insert: '' }]
  const between = text.slice(before + 1, from)
  if (between.trim() === '') return [{ from: before, to, insert: '' }]
  return [
    { from: before, to: before + 1, insert: '' },
    { from, to, insert: '' },
  ]
}

/** Past the blanks of a line, and past its end where nothing else stands on it. */
function behindBlanks(text: string, offset: number): number {
  let at = offset
  while (text[at] === ' ') at++
  return at
}
