import type { NodeView, Parsed } from '../parsed'
import { type Path, pathKey } from '../path'
import { changedAt, floatRepr, type Typed, valueAt, withEntry } from '../typed'
import { nodeAt } from './layout'
import { flowNested, type Given, insertions, type NewEntry } from './plan-insert'
import { itemInsertions } from './plan-list'
import { planOverride } from './plan-merge'
import { type Planned, provenFirst, refused } from './plan-proof'
import { flowSource, readSource, replacements } from './plan-value'
import { isShared } from './source-tree'

export type Key = string | number | boolean

/** The plan, or `alias` as the reason why not where an alias shares what would change. */
export const unlessShared = (parsed: Parsed, path: Path, planned: Planned): Planned =>
  !planned.ok && planned.refusal === 'unproven' && isShared(parsed, path) ? refused('alias') : planned

/** The value at a path becomes `source`, on a sound text. */
export function setValue(parsed: Parsed, path: Path, source: string): Planned {
  const value = readSource(source)
  if (value === null) return refused('source')
  const node = nodeAt(parsed, path)
  if (node === undefined) return create(parsed, path, { source, value })
  if (node.via === 'alias') return refused('alias')
  const typed = changedAt(parsed.typed, path, () => value)
  if (node.via === 'merge') return unlessShared(parsed, path, planOverride(parsed, path, typed, source))
  if (path.length === 0 || typed === null) return refused('no-such-place')
  return unlessShared(parsed, path, provenFirst(parsed, typed, replacements(parsed, path, source, value)))
}

/** A value at a place that does not exist yet, with the maps that lie on the way; the last place that exists holds what is new. */
export function create(parsed: Parsed, path: Path, given: Given, before?: Key): Planned {
  const { source, value } = given
  if (path.some((step) => step === null)) return refused('no-such-place')
  let depth = path.length - 1
  while (depth > 0 && !parsed.nodes.has(pathKey(path.slice(0, depth)))) depth--
  const parent = path.slice(0, depth)
  const node = nodeAt(parsed, parent)
  const [key, ...rest] = path.slice(depth) as Key[]
  if (node === undefined || key === undefined) return refused('no-such-place')
  if (node.via === 'alias' || node.style === 'alias') return refused('alias')
  const inner = rest.reduceRight<Typed>((typed, step) => wrapped(step, typed), value)
  const nested = rest.length === 0 ? source : flowNested(rest, flowSource(source, value))
  if (node.kind === 'list')
    return key === node.children.length
      ? insertItem(parsed, node, key, { source: nested, value: inner })
      : refused('no-such-place')
  if (node.kind === 'scalar' && node.scalar?.t !== 'null') return refused('not-a-map')
  if (node.kind === 'scalar' && key === 0)
    return setValue(parsed, parent, `[${flowNested(rest, flowSource(source, value))}]`)
  return insertEntry(parsed, parent, { keys: [key, ...rest], source, value, inner }, before)
}

/** As `NewEntry`; `inner` is the value of the first key. */
interface NestedEntry extends NewEntry {
  readonly inner: Typed
}

function insertEntry(parsed: Parsed, parent: Path, entry: NestedEntry, before: Key | undefined): Planned {
  const { keys, inner } = entry
  const key = keys[0] ?? ''
  const typed = changedAt(parsed.typed, parent, (dict) => withEntry(dict, keyTyped(key), inner, before))
  if (typed === null) return refused('no-such-place')
  if (nodeAt(parsed, parent)?.via === 'merge') return unlessShared(parsed, parent, planOverride(parsed, parent, typed))
  const meant = hasMerged(parsed, parent) ? whereItIs(parsed, parent, keyTyped(key), inner) : typed
  return unlessShared(parsed, parent, provenFirst(parsed, meant, insertions(parsed, parent, entry, before)))
}

const hasMerged = (parsed: Parsed, path: Path): boolean =>
  nodeAt(parsed, path)?.children.some((step) => nodeAt(parsed, [...path, step])?.via === 'merge') ?? false

/** Merged keys come before all others, so the order is that of the text after. */
export const whereItIs =
  ({ typed }: Parsed, parent: Path, key: Typed, value: Typed): ((after: Parsed) => Typed | null) =>
  (after) => {
    const dict = valueAt(after.typed, parent)
    const index = dict?.t === 'dict' ? dict.v.findIndex(([other]) => JSON.stringify(other) === JSON.stringify(key)) : -1
    return changedAt(typed, parent, (old) =>
      old.t === 'dict' && index >= 0 ? { t: 'dict', v: old.v.toSpliced(index, 0, [key, value]) } : null,
    )
  }

const wrapped = (step: Key, typed: Typed): Typed =>
  step === 0 ? { t: 'list', v: [typed] } : { t: 'dict', v: [[keyTyped(step), typed]] }

/** A key as OmegaConf reads what `keySource` writes. */
export function keyTyped(key: Key): Typed {
  if (typeof key === 'string') return { t: 'str', v: key }
  if (typeof key === 'boolean') return { t: 'bool', v: key }
  return Number.isInteger(key) ? { t: 'int', v: BigInt(key).toString() } : { t: 'float', v: floatRepr(key) }
}

/** A new item of a list, at an index that is at most its length. */
export function insertItem(parsed: Parsed, list: NodeView, index: number, given: Given): Planned {
  if (list.kind !== 'list') return refused('not-a-list')
  if (list.via === 'alias' || list.style === 'alias') return refused('alias')
  if (!Number.isInteger(index) || index < 0 || index > list.children.length) return refused('no-such-place')
  const typed = changedAt(parsed.typed, list.path, (old) =>
    old.t === 'list' ? { t: 'list', v: old.v.toSpliced(index, 0, given.value) } : null,
  )
  if (typed === null) return refused('not-a-list')
  const planned =
    list.via === 'merge'
      ? planOverride(parsed, list.path, typed)
      : provenFirst(parsed, typed, itemInsertions(parsed, list.path, index, given))
  return unlessShared(parsed, list.path, planned)
}
