import type { Parsed } from '../parsed'
import type { Path } from '../path'
import type { Edit } from '../text'
import { changedAt, stepOfKey, type Typed, valueAt } from '../typed'
import type { RawNode } from './compose'
import { isMerge } from './construct'
import { columnOf, isInFlow, lineBreakOf, nodeAt, spaces } from './layout'
import { blockText, flowText, insertions } from './plan-insert'
import { type Planned, provenFirst, refused } from './plan-proof'
import { removalsOf } from './plan-remove'
import { scalarSource } from './scalar'
import { type Entry, entriesOf, placeAt } from './source-tree'

type Key = string | number | boolean

/** The place nearest to the root, on the way to a path, that a merge (`<<`) brought into a map written out here. */
function mergedPlace(parsed: Parsed, path: Path): Path | null {
  for (let length = 1; length <= path.length; length++) {
    const at = path.slice(0, length)
    const via = nodeAt(parsed, at)?.via
    if (via === 'merge') return at
    if (via === 'alias') return null
  }
  return null
}

/** A merged key gets a value of its own beside the merge, which is that of `typed`, the whole config as it is meant. */
export function planOverride(parsed: Parsed, path: Path, typed: Typed | null, source: string | null = null): Planned {
  const at = mergedPlace(parsed, path)
  const value = at === null || typed === null ? undefined : valueAt(typed, at)
  if (at === null || typed === null || value === undefined) return refused('no-such-place')
  const isWhole = source !== null && at.length === path.length
  const entry = { keys: [at.at(-1) as Key], source: isWhole ? source : scalarSource(value), value }
  return provenFirst(parsed, typed, insertions(parsed, at.slice(0, -1), entry))
}

/** What becomes of an entry that is written out: its key, null when it is dropped. */
type Written = (key: Typed) => Typed | null

/**
 * What a merge brings into the map that holds `path` is written out in its place, each key as `keyOf` has it: the only way to have one of
 * them less, or under another name.
 */
export function planWrittenOut(parsed: Parsed, path: Path, keyOf: Written): Planned {
  const parent = path.slice(0, -1)
  const dict = valueAt(parsed.typed, parent)
  const place = placeAt(parsed, parent)
  if (dict?.t !== 'dict' || place === null || nodeAt(parsed, path)?.via !== 'merge') return refused('no-such-place')
  const isMerged = (key: Typed) => nodeAt(parsed, [...parent, stepOfKey(key)])?.via === 'merge'
  const entries = dict.v.flatMap(([key, value]): [Typed, Typed][] => {
    const written = isMerged(key) ? keyOf(key) : key
    return written === null ? [] : [[written, value]]
  })
  const merged = dict.v.flatMap(([key, value]) => {
    const written = isMerged(key) ? keyOf(key) : null
    return written === null ? [] : [{ key: stepOfKey(written), value }]
  })
  const meant = (after: Parsed) =>
    changedAt(parsed.typed, parent, () => inOrderOf(valueAt(after.typed, parent), entries))
  return provenFirst(parsed, meant, writtenOut(parsed, parent, place.ref.node, merged))
}

/** Written out, merged keys may come behind others. */
function inOrderOf(after: Typed | undefined, entries: readonly [Typed, Typed][]): Typed {
  const place = new Map(after?.t === 'dict' ? after.v.map(([key], i) => [JSON.stringify(key), i]) : [])
  const order = ([key]: [Typed, Typed]) => place.get(JSON.stringify(key)) ?? -1
  return { t: 'dict', v: [...entries].sort((a, b) => order(a) - order(b)) }
}

interface Merged {
  readonly key: Key
  readonly value: Typed
}

function* writtenOut(parsed: Parsed, parent: Path, node: RawNode, merged: readonly Merged[]): Generator<Edit[]> {
  const entries = entriesOf(node)
  const merges = entries.filter(({ pair }) => pair !== null && isMerge(pair))
  const [first, ...others] = merged.length === 0 ? [undefined, ...merges] : merges
  const text =
    first === undefined
      ? []
      : [replaced(parsed, parent, { column: columnOf(parsed.text, entries[0]?.from ?? 0), merge: first, merged })]
  const gone = others.flatMap((entry) => (entry === undefined ? [] : [entry]))
  const ways = [...removalsOf(parsed, parent, gone)]
  for (const edits of ways) yield [...text, ...edits].sort((a, b) => a.from - b.from)
}

/** A merge key of a block at a column, and what it brings. */
interface Merge {
  readonly column: number
  readonly merge: Entry
  readonly merged: readonly Merged[]
}

function replaced(parsed: Parsed, parent: Path, { column, merge, merged }: Merge): Edit {
  if (isInFlow(parsed, parent)) {
    const insert = merged.map(({ key, value }) => flowText([key], scalarSource(value, 'flow'))).join(', ')
    return { from: merge.from, to: merge.to, insert }
  }
  const lines = merged.map(({ key, value }) =>
    blockText(parsed.text, [key], scalarSource(value), { indent: column, step: 2 }),
  )
  return { from: merge.from, to: merge.to, insert: lines.join(`${lineBreakOf(parsed.text)}${spaces(column)}`) }
}
