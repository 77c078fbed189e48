import type { Parsed } from '../parsed'
import { type Path, type PathStep, sameKey } from '../path'
import { stepOfKey } from '../typed'
import { compose, type RawList, type RawMap, type RawNode, type RawPair, type RawRef } from './compose'
import { isMerge, scalarTag } from './construct'
import { nodeAt } from './layout'
import { constructScalar, isRefused } from './read-scalar'

/** An entry of a map or an item of a list as it is written, `<<` included. Offsets in the text. */
export interface Entry {
  readonly pair: RawPair | null
  readonly value: RawRef
  /** Its dash, `?`, or the first sign of its key or item, tag and anchor included. */
  readonly from: number
  /** Behind its last sign, before any comment. */
  readonly to: number
}

/** A place in the text: what is written there, and the entry that holds it; null for the root. */
export interface Place {
  readonly ref: RawRef
  readonly entry: Entry | null
  readonly parent: RawList | RawMap | null
}

const roots = new WeakMap<Parsed, RawRef | null>()

/** What a sound text's document is made of; null when it holds none. */
export function sourceRoot(parsed: Parsed): RawRef | null {
  const known = roots.get(parsed)
  if (known !== undefined) return known
  const { root } = compose(parsed.text)
  roots.set(parsed, root)
  return root
}

/** Where a value begins, tag and anchor included. */
export const startOfRef = (ref: RawRef): number => (ref.alias === null ? ref.node.start : ref.from)

/** The entries of a collection in the order of the text. */
export function entriesOf(node: RawNode): Entry[] {
  if (node.kind === 'scalar') return []
  if (node.kind === 'map') return node.pairs.map(entryOfPair)
  return node.items.map((value, i) => {
    const dash = node.flow ? null : (node.marks[i] ?? node.from)
    return { pair: null, value, from: dash ?? startOfRef(value), to: Math.max(value.to, dash === null ? 0 : dash + 1) }
  })
}

function entryOfPair(pair: RawPair): Entry {
  const { key, value, question, colon } = pair
  const to = Math.max(key.to, value.to, (colon ?? -1) + 1, (question ?? -1) + 1)
  return { pair, value, from: question ?? startOfRef(key), to }
}

/** The place of the text that a path names; null when it is reached through an alias or a merge, or not written. */
export function placeAt(parsed: Parsed, path: Path): Place | null {
  let ref = sourceRoot(parsed)
  let place: Place | null = ref === null ? null : { ref, entry: null, parent: null }
  for (let length = 1; length <= path.length; length++) {
    if (ref === null || ref.alias !== null || ref.node.kind === 'scalar') return null
    const entries = entriesOf(ref.node)
    const entry =
      ref.node.kind === 'list' ? entries[Number(path[length - 1])] : pairAt(parsed, path.slice(0, length), entries)
    if (entry === undefined) return null
    place = { ref: entry.value, entry, parent: ref.node }
    ref = entry.value
  }
  return place
}

function pairAt(parsed: Parsed, path: Path, entries: readonly Entry[]): Entry | undefined {
  const keyFrom = nodeAt(parsed, path)?.keySpan?.from
  return entries.find(({ pair }) => pair !== null && pair.key.from === keyFrom)
}

/** The entries of a map whose keys Python takes for that of `entry` (`on` and `true`), itself among them. */
export function entriesOfKey(entry: Entry, entries: readonly Entry[]): Entry[] {
  const same = keyOf(entry)
  return entries.filter((other) => other === entry || (same !== null && keyOf(other) === same))
}

function keyOf({ pair }: Entry): string | number | null {
  const step = pair === null ? null : stepOf(pair)
  return step === null ? null : sameKey(step)
}

/** The step that a pair's key adds to a path; null for a merge key and for one that cannot be read. */
function stepOf(pair: RawPair): PathStep | null {
  if (pair.key.node.kind !== 'scalar' || isMerge(pair)) return null
  const typed = constructScalar(pair.key.node.value, scalarTag(pair.key.node))
  return isRefused(typed) ? null : stepOfKey(typed)
}

/**
 * The paths of the string keys that an earlier key of the same map repeats, by the offsets at which they begin. The text need not be
 * sound; what is reached through an alias or a merge is left out.
 */
export function repeatedKeyPaths(parsed: Parsed): ReadonlyMap<number, Path> {
  const found = new Map<number, Path>()
  const open: { readonly ref: RawRef; readonly path: Path }[] = []
  const root = sourceRoot(parsed)
  if (root !== null) open.push({ ref: root, path: [] })
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const { ref, path } = place
    if (ref.alias !== null || ref.node.kind === 'scalar') continue
    if (ref.node.kind === 'map') open.push(...pathsOfPairs(ref.node, path, found))
    else open.push(...ref.node.items.map((item, i) => ({ ref: item, path: [...path, i] })))
  }
  return found
}

/** The values of a map with their paths; keys that are repeated are added to `found`. */
function pathsOfPairs({ pairs }: RawMap, path: Path, found: Map<number, Path>): { ref: RawRef; path: Path }[] {
  const seen = new Set<PathStep>()
  return pairs.flatMap((pair) => {
    const step = stepOf(pair)
    if (step === null) return []
    const at = [...path, step]
    if (typeof step === 'string' && seen.has(step)) found.set(pair.key.from, at)
    seen.add(step)
    return [{ ref: pair.value, path: at }]
  })
}

/** True for `a: b` in `[a: b]`: a map of one pair without braces. */
export const isBarePair = (text: string, node: RawNode): boolean =>
  node.kind === 'map' && node.flow && text[node.from] !== '{'

/** Every reference in a node, itself excluded: keys, values and items. */
function* refsIn(root: RawNode): Generator<RawRef> {
  const open: RawNode[] = [root]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const refs =
      node.kind === 'list' ? node.items : node.kind === 'map' ? node.pairs.flatMap((p) => [p.key, p.value]) : []
    for (const ref of refs) {
      yield ref
      if (ref.alias === null) open.push(ref.node)
    }
  }
}

/** True when a list cannot be put in another order because an alias in it follows its anchor there. */
export function isLinked(parsed: Parsed, path: Path): boolean {
  const place = placeAt(parsed, path)
  if (place === null || place.ref.alias !== null) return false
  const refs = [...refsIn(place.ref.node)]
  const anchored = new Set(refs.filter(({ alias }) => alias === null).map(({ node }) => node))
  return refs.some(({ alias, node }) => alias !== null && anchored.has(node))
}

/** The document's node and those that a path leads through. */
function nodesAround(parsed: Parsed, path: Path, root: RawRef): Set<RawNode> {
  const around = new Set<RawNode>([root.node])
  for (let length = 1; length < path.length; length++) {
    const place = placeAt(parsed, path.slice(0, length))
    if (place !== null) around.add(place.ref.node)
  }
  return around
}

/** True when what stands at a place, in it or around it is used again through an alias elsewhere. */
export function isShared(parsed: Parsed, path: Path): boolean {
  const root = sourceRoot(parsed)
  const place = placeAt(parsed, path)
  // What a merge brought is changed where the merge stands.
  if (place === null && path.length > 0) return isShared(parsed, path.slice(0, -1))
  if (root === null || place === null) return false
  const touched = nodesAround(parsed, path, root)
  const inside = new Set<RawRef>([place.ref, ...(place.ref.alias === null ? refsIn(place.ref.node) : [])])
  for (const ref of inside) if (ref.alias === null) touched.add(ref.node)
  const key = place.entry?.pair?.key.node
  for (const ref of refsIn(root.node))
    if (ref.alias !== null && (ref.node === key || (!inside.has(ref) && touched.has(ref.node)))) return true
  return false
}
