import type { NodeView, Parsed } from '../parsed'
import { type Path, type PathStep, pathKey, sameKey } from '../path'
import { changedAt, indexAt, sameTyped, type Typed, valueAt } from '../typed'
import { nodeAt } from './layout'
import { moves } from './plan-list'
import { planOverride, planWrittenOut } from './plan-merge'
import { type Expected, type Planned, provenFirst, refused } from './plan-proof'
import { removals } from './plan-remove'
import { renamings } from './plan-rename'
import { create, insertItem, type Key, keyTyped, setValue, unlessShared, whereItIs } from './plan-set'
import { flowSource, readSource } from './plan-value'
import { isLinked } from './source-tree'

/**
 * A plan on a text that can be read; what cannot is refused. A plan that fails is a bug of ours (the laws look for them): it is refused
 * too, so that the text is kept and its user told.
 */
function onSound(parsed: Parsed, plan: () => Planned): Planned {
  if (!parsed.sound)
    return refused(parsed.problems.some(({ code }) => code === 'yaml-multi-document') ? 'multi-document' : 'syntax')
  try {
    return plan()
  } catch {
    return refused('internal')
  }
}

/** The value at a path becomes `source` (YAML scalar or flow source, spliced as given); a path that does not exist is made. The plan brings the parsed text that it leads to. */
export const planSetOn = (parsed: Parsed, path: Path, source: string): Planned =>
  onSound(parsed, () => setValue(parsed, path, source))

/** A new entry of a map. */
export interface Insertion {
  readonly key: Key
  /** A YAML scalar or flow source, spliced as given. */
  readonly source: string
  /** The key in front of which it goes; at the end of the map when left out. */
  readonly before?: Key | undefined
  /** Keys of maps that are made on the way to the value. */
  readonly rest?: readonly Key[]
}

/** As `planInsert` on a text already parsed. */
export const planInsertOn = (
  parsed: Parsed,
  parentPath: Path,
  { key, source, before, rest = [] }: Insertion,
): Planned =>
  onSound(parsed, () => {
    const value = readSource(source)
    if (value === null) return refused('source')
    const parent = nodeAt(parsed, parentPath)
    if (parent === undefined) return refused('no-such-place')
    if (parent.kind === 'list' || (parent.kind === 'scalar' && parent.scalar?.t !== 'null')) return refused('not-a-map')
    if (hasKey(parsed, parentPath, key)) return refused('key-exists')
    if (before !== undefined && !parsed.nodes.has(pathKey([...parentPath, before]))) return refused('no-such-place')
    return create(parsed, [...parentPath, key, ...rest], { source, value }, before)
  })

/** As `planRemove` on a text already parsed. A key that a merge brought goes by writing out what else the merge brings. */
export const planRemoveOn = (parsed: Parsed, path: Path): Planned =>
  onSound(parsed, () => {
    const node = nodeAt(parsed, path)
    const parent = nodeAt(parsed, path.slice(0, -1))
    if (node === undefined || parent === undefined || path.length === 0) return refused('no-such-place')
    if (node.via === 'alias' || parent.style === 'alias') return refused('alias')
    const step = path.at(-1) as PathStep
    const typed = changedAt(parsed.typed, path.slice(0, -1), (container) => withoutEntry(container, step))
    if (typed === null) return refused('no-such-place')
    const planned =
      parent.via === 'merge'
        ? planOverride(parsed, parent.path, typed)
        : node.via === 'merge'
          ? planWrittenOut(parsed, path, (key) => (isKey(key, step) ? null : key))
          : provenFirst(parsed, unlessMerged(parsed, path, typed), removals(parsed, path))
    return unlessShared(parsed, path, planned)
  })

const isKey = (key: Typed, step: PathStep): boolean => indexAt({ t: 'dict', v: [[key, key]] }, step) === 0

/** What is meant when an entry goes that stood over a merged one: the merged one is back. */
const unlessMerged =
  (parsed: Parsed, path: Path, typed: Typed) =>
  (after: Parsed): Typed | null => {
    if (nodeAt(after, path)?.via !== 'merge') return typed
    const merged = valueAt(after.typed, path)
    return merged === undefined ? null : changedAt(parsed.typed, path, () => merged)
  }

function withoutEntry(container: Typed, step: PathStep): Typed | null {
  const index = indexAt(container, step)
  if (index < 0) return null
  if (container.t === 'list') return { t: 'list', v: container.v.toSpliced(index, 1) }
  return container.t === 'dict' ? { t: 'dict', v: container.v.toSpliced(index, 1) } : null
}

/** As `planRename` on a text already parsed. */
export const planRenameOn = (parsed: Parsed, path: Path, key: Key): Planned =>
  onSound(parsed, () => {
    const node = nodeAt(parsed, path)
    if (node === undefined || node.keySpan === null) return refused('no-such-place')
    const parent = path.slice(0, -1)
    if (node.via === 'alias' || nodeAt(parsed, parent)?.style === 'alias') return refused('alias')
    const step = path.at(-1) as PathStep
    if (hasKey(parsed, parent, key, step)) return refused('key-exists')
    const typed = changedAt(parsed.typed, parent, (dict) => renamed(dict, step, keyTyped(key)))
    if (typed === null) return refused('not-a-map')
    const planned =
      nodeAt(parsed, parent)?.via === 'merge'
        ? planOverride(parsed, parent, typed)
        : node.via === 'merge'
          ? planWrittenOut(parsed, path, (old) => (isKey(old, step) ? keyTyped(key) : old))
          : provenFirst(parsed, renamedIn(parsed, path, key), renamings(parsed, path, key))
    return unlessShared(parsed, path, planned)
  })

/** What is meant by a renaming; where the entry stood over a merged one, that is back beside it. */
const renamedIn =
  (parsed: Parsed, path: Path, key: Key): Expected =>
  (after) => {
    const parent = path.slice(0, -1)
    const value = valueAt(parsed.typed, path)
    const without = changedAt(parsed.typed, parent, (dict) => withoutEntry(dict, path.at(-1) as PathStep))
    const rest = without === null ? null : unlessMerged(parsed, path, without)(after)
    return rest === null || value === undefined
      ? null
      : whereItIs({ ...parsed, typed: rest }, parent, keyTyped(key), value)(after)
  }

/** True when a map has a key that Python takes for the same; `except` is the key that is to go. */
function hasKey(parsed: Parsed, parent: Path, key: Key, except?: PathStep): boolean {
  const same = sameKey(key)
  return (nodeAt(parsed, parent)?.children ?? []).some((step) => {
    const isRetyped = Object.is(step, except) && !Object.is(step, key)
    return !isRetyped && (Object.is(sameKey(step), same) || sameKey(step) === same)
  })
}

function renamed(dict: Typed, step: PathStep, key: Typed): Typed | null {
  if (dict.t !== 'dict' || dict.v.some(([other]) => sameTyped(other, key))) return null
  const index = indexAt(dict, step)
  const entry = dict.v[index]
  return entry === undefined ? null : { t: 'dict', v: dict.v.with(index, [key, entry[1]]) }
}

/** As `planListInsert` on a text already parsed. */
export const planListInsertOn = (parsed: Parsed, path: Path, index: number, source: string): Planned =>
  onSound(parsed, () => {
    const value = readSource(source)
    if (value === null) return refused('source')
    const list = nodeAt(parsed, path)
    const isNothing = list === undefined || list.scalar?.t === 'null'
    if (isNothing && index === 0) return setValue(parsed, path, `[${flowSource(source, value)}]`)
    if (list === undefined) return refused('no-such-place')
    return insertItem(parsed, list, index, { source, value })
  })

/** As `planListMove` on a text already parsed. */
export const planListMoveOn = (parsed: Parsed, path: Path, from: number, to: number): Planned =>
  onSound(parsed, () => {
    const list = nodeAt(parsed, path)
    if (list === undefined) return refused('no-such-place')
    if (list.kind !== 'list') return refused('not-a-list')
    if (list.via === 'alias' || list.style === 'alias') return refused('alias')
    if (!isIndexIn(list, from) || !isIndexIn(list, to)) return refused('no-such-place')
    return moveItem(parsed, list, from, to)
  })

function moveItem(parsed: Parsed, { path, via }: NodeView, from: number, to: number): Planned {
  const typed = changedAt(parsed.typed, path, (old) =>
    old.t === 'list' ? { t: 'list', v: movedItem(old.v, from, to) } : null,
  )
  if (typed === null) return refused('not-a-list')
  const planned =
    via === 'merge'
      ? planOverride(parsed, path, typed)
      : provenFirst(parsed, typed, from === to ? [[]] : moves(parsed, path, from, to))
  return !planned.ok && isLinked(parsed, path) ? refused('alias') : unlessShared(parsed, path, planned)
}

const isIndexIn = ({ children }: NodeView, index: number): boolean =>
  Number.isInteger(index) && index >= 0 && index < children.length

const movedItem = (items: readonly Typed[], from: number, to: number): Typed[] => {
  const rest = items.toSpliced(from, 1)
  return rest.toSpliced(to, 0, items[from] as Typed)
}
