import type { Parsed } from '../parsed'
import type { Path } from '../path'
import type { Edit } from '../text'
import type { Typed } from '../typed'
import {
  columnOf,
  endsWithBreak,
  indentStep,
  isInFlow,
  lineBreakOf,
  lineEnd,
  lineStart,
  nextLine,
  nodeAt,
  spaces,
  startsLine,
} from './layout'
import { closings } from './plan-closing'
import { spellings } from './plan-value'
import { flowPair, keySource, needsQuestion } from './scalar'
import { type Entry, entriesOf, entriesOfKey, isBarePair, type Place, placeAt, startOfRef } from './source-tree'

type Key = string | number | boolean

/** A value to be inserted, as source and as it is read. */
export interface Given {
  readonly source: string
  readonly value: Typed
}

/** An entry to be inserted: the value lies below `keys`, all but the first of them new maps (or lists, for 0) on the way. */
export interface NewEntry extends Given {
  readonly keys: readonly Key[]
}

/** Where in a block or between brackets something goes: in front of the entry at `index`, or behind the last one. */
interface Slot {
  readonly entries: readonly Entry[]
  readonly index: number
}

/** Edits that put an entry into the map at `parent`, before the entry of the key `before` or at its end; the ways to try. The parent is a dict or null. */
export function* insertions(parsed: Parsed, parent: Path, entry: NewEntry, before?: Key): Generator<Edit[]> {
  const place = placeAt(parsed, parent)
  const entries = place === null ? [] : entriesOf(place.ref.node)
  if (place === null || entries.length === 0) yield* openings(parsed, parent, place, entry)
  else {
    const index = before === undefined ? entries.length : indexBefore(parsed, [...parent, before], entries)
    if (place.ref.node.kind === 'map' && place.ref.node.flow)
      yield* intoFlow(parsed.text, place, { entries, index }, entry)
    else yield* intoBlock(parsed, parent, { entries, index }, entry)
  }
}

/** A merged key has no line of its own: what is to stand before it comes first. */
function indexBefore(parsed: Parsed, before: Path, entries: readonly Entry[]): number {
  const sibling = nodeAt(parsed, before)
  const entry = entries.find(({ pair }) => pair !== null && pair.key.from === sibling?.keySpan?.from)
  return entry === undefined ? 0 : entries.findIndex((other) => entriesOfKey(entry, entries).includes(other))
}

/** `a: {b: source}`, for what stands between brackets. */
export const flowText = ([key = '', ...rest]: readonly Key[], source: string): string =>
  flowPair(keySource(key, 'flow'), flowNested(rest, source))

/** The value of a new key with the maps and lists on the way. */
export const flowNested = (rest: readonly Key[], source: string): string => {
  const [step, ...deeper] = rest
  if (step === undefined) return source
  return step === 0 ? `[${flowNested(deeper, source)}]` : `{${flowText(rest, source)}}`
}

/** How a block is indented, in columns: its entries, and what is below them by so many more. */
interface Indentation {
  readonly indent: number
  readonly step: number
}

/** The new lines of an entry without the first one's indentation; deeper keys each on a line of their own. */
export function blockText(text: string, keys: readonly Key[], source: string, at: Indentation): string {
  const { indent, step } = at
  const [key = '', ...rest] = keys
  const written = keySource(key)
  const end = lineBreakOf(text)
  const head = needsQuestion(written) ? `? ${written}${end}${spaces(indent)}:` : `${written}:`
  if (rest.length === 0) return `${head} ${source}`
  if (rest.some((deeper) => typeof deeper === 'number')) return `${head} ${flowNested(rest, source)}`
  return `${head}${end}${spaces(indent + step)}${blockText(text, rest, source, { indent: indent + step, step })}`
}

function* intoBlock(
  parsed: Parsed,
  parent: Path,
  { entries, index }: Slot,
  { keys, source, value }: NewEntry,
): Generator<Edit[]> {
  const { text } = parsed
  const column = columnOf(text, entries[0]?.from ?? 0)
  for (const written of new Set([source, ...spellings(source, value, keys.length > 1 ? 'flow' : 'block')])) {
    const entry = blockText(text, keys, written, { indent: column, step: indentStep(parsed, parent) })
    yield* blockInsertion(parsed, entries, index, entry)
  }
}

/** Edits that put lines into a block in front of the entry at `index`, or behind the last one. */
export function* blockInsertion(
  parsed: Parsed,
  entries: readonly Entry[],
  index: number,
  entry: string,
): Generator<Edit[]> {
  const { text } = parsed
  const first = entries[0]?.from ?? 0
  const indent = spaces(columnOf(text, first))
  const previous = entries[index - 1]
  if (previous === undefined) yield [{ from: first, to: first, insert: `${entry}${lineBreakOf(text)}${indent}` }]
  else {
    const at = lineEnd(text, previous.to)
    for (const closing of closings(parsed))
      yield [...closing, { from: at, to: at, insert: `${lineBreakOf(text)}${indent}${entry}` }]
    // A text in `|` keeps the very line break (LS, PS) that ends it.
    const next = nextLine(text, previous.to)
    if (next > at) yield [{ from: next, to: next, insert: `${indent}${entry}${lineBreakOf(text)}` }]
  }
}

function* intoFlow(
  text: string,
  place: Place,
  { entries, index }: Slot,
  { keys, source, value }: NewEntry,
): Generator<Edit[]> {
  for (const written of spellings(source, value, 'flow'))
    for (const edits of flowInsertion(text, entries, index, flowText(keys, written)))
      yield isBarePair(text, place.ref.node) ? braced(place, edits) : edits
}

/** Edits that put an entry between brackets, in front of the one at `index` or behind the last one. */
export function flowInsertion(text: string, entries: readonly Entry[], index: number, entry: string): Edit[][] {
  const next = entries[index]
  if (next !== undefined) return [[{ from: next.from, to: next.from, insert: `${entry}, ` }]]
  const at = entries.at(-1)?.to ?? 0
  const end = text[at] === '#' ? ' ' : ''
  return [`, ${entry}${end}`, ` , ${entry}${end}`].map((insert) => [{ from: at, to: at, insert }])
}

/** `[a: b]` holds a map of one key; with more it needs braces. */
function braced({ ref: { from, to } }: Place, edits: readonly Edit[]): Edit[] {
  const insert = edits[0]?.insert ?? ''
  const isFirst = edits[0]?.from === from
  return [
    { from, to: from, insert: isFirst ? `{${insert}` : '{' },
    { from: to, to, insert: isFirst ? '}' : `${insert}}` },
  ]
}

/** Edits that make a map of a null or an empty map: on lines of its own where there is room for them, else between brackets. */
function* openings(parsed: Parsed, parent: Path, place: Place | null, entry: NewEntry): Generator<Edit[]> {
  const { text } = parsed
  const step = indentStep(parsed, parent)
  const holdsComment = place?.ref.node.kind === 'map' && text.slice(place.ref.from, place.ref.to).includes('#')
  if (!holdsComment && (parent.length === 0 || !isInFlow(parsed, parent.slice(0, -1))))
    for (const written of spellings(entry.source, entry.value, 'block')) {
      const lines = (indent: number) => blockText(text, entry.keys, written, { indent, step })
      if (parent.length === 0 || place === null) yield* atRoot(text, place, lines(0))
      else yield* below(text, place, step, lines)
    }
  if (place !== null) yield* flowOpenings(place, entry, holdsComment === true)
}

/** The same between brackets. */
function* flowOpenings(place: Place, entry: NewEntry, holdsComment: boolean): Generator<Edit[]> {
  const { from, to, node } = place.ref
  for (const written of spellings(entry.source, entry.value, 'flow')) {
    const inner = flowText(entry.keys, written)
    const edit = holdsComment ? { from: from + 1, to: from + 1, insert: inner } : { from, to, insert: `{${inner}}` }
    if (node.kind !== 'scalar' || node.style !== 'empty') yield [edit]
    if (node.tagSpan !== null) yield [{ from: node.start, to, insert: `{${inner}}` }]
    if (node.kind === 'scalar' && node.style === 'empty') yield [{ ...edit, insert: ` {${inner}}` }]
  }
}

/** A document without entries yet: the first takes the place of what is there, or goes after its comments. */
function* atRoot(text: string, place: Place | null, entry: string): Generator<Edit[]> {
  const end = lineBreakOf(text)
  const node = place?.ref.node
  if (node !== undefined && node.to > node.from) {
    const isOwnLine = startsLine(text, node.start)
    const from = isOwnLine || text[node.start - 1] !== ' ' ? node.start : node.start - 1
    yield [{ from, to: node.to, insert: isOwnLine ? entry : `${end}${entry}` }]
    return
  }
  if (node !== undefined && node.propertiesEnd !== null) {
    const at = lineEnd(text, node.propertiesEnd)
    yield [{ from: at, to: at, insert: `${end}${entry}` }]
  }
  const at = node === undefined ? text.length : node.from
  const isBroken = endsWithBreak(text.slice(0, at))
  const isLast = at === text.length && !isBroken
  yield [{ from: at, to: at, insert: `${isBroken ? '' : end}${entry}${isLast ? '' : end}` }]
}

/** A value that holds nothing, null or `{}`: the entry goes below its key, or in its place behind a dash, and what it held goes. */
function* below(text: string, place: Place, step: number, lines: (indent: number) => string): Generator<Edit[]> {
  const { ref, entry } = place
  if (entry === null) return
  const { pair } = entry
  const end = lineBreakOf(text)
  const base = columnOf(text, entry.from)
  if (pair !== null && pair.colon === null) {
    const at = lineEnd(text, entry.to)
    yield [{ from: at, to: at, insert: `${end}${spaces(base)}: ${lines(base + 2)}` }]
    return
  }
  const { node } = ref
  const isCompact = pair === null || pair.question !== null
  const mark = pair === null ? entry.from : (pair.colon ?? entry.from)
  const isBeside = node.propertiesEnd === null && lineStart(text, mark) === lineStart(text, ref.from)
  if (isCompact && isBeside) {
    const isApart = ref.from > mark + 1
    yield [
      {
        from: ref.from,
        to: ref.to,
        insert: isApart ? lines(columnOf(text, ref.from)) : ` ${lines(columnOf(text, mark) + 2)}`,
      },
    ]
    return
  }
  for (const from of new Set([ref.from, startOfRef(ref)])) {
    const start = ref.to > from && text[from - 1] === ' ' ? from - 1 : from
    const at = lineEnd(text, Math.max(ref.to, mark))
    yield [
      { from: start, to: ref.to, insert: '' },
      { from: at, to: at, insert: `${end}${spaces(base + step)}${lines(base + step)}` },
    ]
  }
}
