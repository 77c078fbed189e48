import type { NodeView, Parsed, Plan } from '../parsed'
import { type Path, type PathStep, pathKey } from '../path'
import { floatRepr, type Typed } from '../typed'
import { isInFlow, nodeAt, ownChildren } from './layout'
import { parse } from './parse'
import { insertEntry } from './plan-insert'
import { insertItem, moveItem } from './plan-list'
import { changedAt, indexAt, type Planned, prove, refused, sameTyped, withEntry } from './plan-proof'
import { removeEntry } from './plan-remove'
import { flowSource, readSource, replacements } from './plan-value'
import { keySource, quoted, quoteOf } from './scalar'

type Key = string | number | boolean
type Where = (string | number | boolean | null)[]

/** The value at a path becomes `source` (YAML scalar or flow source, spliced as given); a path that does not exist is made. */
export const planSet = (text: string, path: Where, source: string): Plan => bare(planSetOn(parse(text), path, source))
/** A new entry of the map at `parentPath`, in front of the key `before` or at the end. */
export const planInsert = (text: string, parentPath: Where, key: Key, source: string, before?: Key): Plan =>
  bare(planInsertOn(parse(text), parentPath, key, source, before))
/** The entry or item at a path goes with its lines; comments above it stay. */
export const planRemove = (text: string, path: Where): Plan => bare(planRemoveOn(parse(text), path))
/** A key gets another name in its own way of quoting. */
export const planRename = (text: string, path: Where, key: Key): Plan => bare(planRenameOn(parse(text), path, key))
/** A new item of the list at `path`, at `index` (its length appends). */
export const planListInsert = (text: string, path: Where, index: number, source: string): Plan =>
  bare(planListInsertOn(parse(text), path, index, source))
export const planListRemove = (text: string, path: Where, index: number): Plan =>
  bare(planRemoveOn(parse(text), [...path, index]))
/** The item at `from` moves to where `to` is, with its comments. */
export const planListMove = (text: string, path: Where, from: number, to: number): Plan =>
  bare(planListMoveOn(parse(text), path, from, to))

const bare = (planned: Planned): Plan => (planned.ok ? { ok: true, edits: planned.edits } : planned)

function unsound(parsed: Parsed): Planned | null {
  if (parsed.sound) return null
  return refused(parsed.problems.some(({ code }) => code === 'yaml-multi-document') ? 'multi-document' : 'syntax')
}

/** As `planSet` on a text already parsed; the plan brings the parsed text that it leads to. */
export function planSetOn(parsed: Parsed, path: Path, source: string): Planned {
  const broken = unsound(parsed)
  if (broken !== null) return broken
  const value = readSource(source)
  if (value === null) return refused('source')
  const node = nodeAt(parsed, path)
  if (node === undefined) return create(parsed, path, source, value)
  if (node.via === 'alias') return refused('alias')
  if (node.via === 'merge') return override(parsed, path, source, value)
  if (path.length === 0) return refused('no-such-place')
  return replace(parsed, node, source, value)
}

function replace(parsed: Parsed, node: NodeView, source: string, value: Typed): Planned {
  const typed = changedAt(parsed.typed, node.path, () => value)
  if (typed === null) return refused('no-such-place')
  const fitted = isInFlow(parsed, node.path.slice(0, -1)) ? flowSource(source, value) : source
  for (const edits of replacements(parsed, node, fitted)) {
    const planned = prove(parsed, { edits, typed })
    if (planned.ok) return planned
  }
  return refused(sharesAnchor(parsed, node) ? 'alias' : 'unproven')
}

/** True when the value at or around a node is used again through an alias. */
const sharesAnchor = (parsed: Parsed, node: NodeView): boolean =>
  node.path.some((_, i) => nodeAt(parsed, node.path.slice(0, i + 1))?.anchor != null) && /\*[\w-]/.test(parsed.text)

/** A key that a merge brought gets its own value beside the merge. */
function override(parsed: Parsed, path: Path, source: string, value: Typed): Planned {
  const parent = path.slice(0, -1)
  if (nodeAt(parsed, parent)?.via !== null) return refused('alias')
  const typed = changedAt(parsed.typed, path, () => value)
  const edits = insertEntry(parsed, parent, path.at(-1) as Key, [], source)
  return typed === null ? refused('no-such-place') : prove(parsed, { edits, typed })
}

function create(parsed: Parsed, path: Path, source: string, value: Typed, before?: Key): Planned {
  if (path.some((step) => step === null)) return refused('no-such-place')
  let depth = path.length - 1
  while (depth > 0 && !parsed.nodes.has(pathKey(path.slice(0, depth)))) depth--
  const parent = path.slice(0, depth)
  const node = nodeAt(parsed, parent)
  const [key, ...rest] = path.slice(depth) as Key[]
  if (node === undefined || key === undefined) return refused('no-such-place')
  if (node.via !== null || node.style === 'alias') return refused('alias')
  const inner = rest.reduceRight<Typed>((typed, step) => wrapped(step, typed), value)
  if (node.kind === 'list')
    return key === node.children.length
      ? listInsert(parsed, node, key, nestedSource(rest, source), inner)
      : refused('no-such-place')
  const isEmpty = node.kind === 'dict' || node.scalar?.t === 'null'
  if (!isEmpty) return refused('not-a-map')
  if (node.kind === 'scalar' && key === 0) return planSetOn(parsed, parent, `[${nestedSource(rest, source)}]`)
  const typed = changedAt(parsed.typed, parent, (dict) => withEntry(dict, keyTyped(key), inner, before))
  const sibling =
    before === undefined ? undefined : ownChildren(parsed, parent).find((child) => child.path.at(-1) === before)
  if (typed === null || (before !== undefined && sibling === undefined)) return refused('no-such-place')
  const planned = prove(parsed, { edits: insertEntry(parsed, parent, key, rest, source, sibling), typed })
  const flow = flowSource(source, value)
  return planned.ok || flow === source
    ? planned
    : prove(parsed, { edits: insertEntry(parsed, parent, key, rest, flow, sibling), typed })
}

const wrapped = (step: Key, typed: Typed): Typed =>
  step === 0 ? { t: 'list', v: [typed] } : { t: 'dict', v: [[keyTyped(step), typed]] }

const nestedSource = (rest: readonly Key[], source: string): string =>
  rest.reduceRight<string>(
    (inner, step) => (step === 0 ? `[${inner}]` : `{${keySource(step, 'flow')}: ${inner}}`),
    source,
  )

/** A key as OmegaConf reads what `keySource` writes. */
function keyTyped(key: Key): Typed {
  if (typeof key === 'string') return { t: 'str', v: key }
  if (typeof key === 'boolean') return { t: 'bool', v: key }
  return Number.isInteger(key) ? { t: 'int', v: String(key) } : { t: 'float', v: floatRepr(key) }
}

/** As `planInsert` on a text already parsed. With `rest`, the value lies deeper in maps that are made on the way. */
export function planInsertOn(
  parsed: Parsed,
  parentPath: Path,
  key: Key,
  source: string,
  before?: Key,
  rest: readonly Key[] = [],
): Planned {
  const broken = unsound(parsed)
  if (broken !== null) return broken
  const value = readSource(source)
  if (value === null) return refused('source')
  const parent = nodeAt(parsed, parentPath)
  if (parent === undefined) return refused('no-such-place')
  if (parent.kind === 'list' || (parent.kind === 'scalar' && parent.scalar?.t !== 'null')) return refused('not-a-map')
  if (parsed.nodes.has(pathKey([...parentPath, key]))) return refused('key-exists')
  return create(parsed, [...parentPath, key, ...rest], source, value, before)
}

/** As `planRemove` on a text already parsed. */
export function planRemoveOn(parsed: Parsed, path: Path): Planned {
  const broken = unsound(parsed)
  if (broken !== null) return broken
  const node = nodeAt(parsed, path)
  const parent = nodeAt(parsed, path.slice(0, -1))
  if (node === undefined || parent === undefined || path.length === 0) return refused('no-such-place')
  if (node.via !== null || parent.style === 'alias') return refused('alias')
  const step = path.at(-1) as PathStep
  const typed = changedAt(parsed.typed, path.slice(0, -1), (container) => withoutEntry(container, step))
  const planned = typed === null ? refused('no-such-place') : prove(parsed, { edits: removeEntry(parsed, path), typed })
  return !planned.ok && sharesAnchor(parsed, node) ? refused('alias') : planned
}

function withoutEntry(container: Typed, step: PathStep): Typed | null {
  const index = indexAt(container, step)
  if (index < 0) return null
  if (container.t === 'list') return { t: 'list', v: container.v.toSpliced(index, 1) }
  return container.t === 'dict' ? { t: 'dict', v: container.v.toSpliced(index, 1) } : null
}

/** As `planRename` on a text already parsed. */
export function planRenameOn(parsed: Parsed, path: Path, key: Key): Planned {
  const broken = unsound(parsed)
  if (broken !== null) return broken
  const node = nodeAt(parsed, path)
  if (node === undefined || node.keySpan === null) return refused('no-such-place')
  if (node.via !== null) return refused('alias')
  if (parsed.nodes.has(pathKey([...path.slice(0, -1), key]))) return refused('key-exists')
  const step = path.at(-1) as PathStep
  const typed = changedAt(parsed.typed, path.slice(0, -1), (dict) => renamed(dict, step, keyTyped(key)))
  if (typed === null) return refused('not-a-map')
  const quote = quoteOf(parsed.text.slice(node.keySpan.from, node.keySpan.to))
  const own = typeof key === 'string' && quote !== null ? quoted(key, quote) : keySource(key)
  for (const insert of [own, keySource(key, 'flow')]) {
    const planned = prove(parsed, { edits: [{ ...node.keySpan, insert }], typed })
    if (planned.ok) return planned
  }
  return refused('unproven')
}

function renamed(dict: Typed, step: PathStep, key: Typed): Typed | null {
  if (dict.t !== 'dict' || dict.v.some(([other]) => sameTyped(other, key))) return null
  const index = indexAt(dict, step)
  const entry = dict.v[index]
  return entry === undefined ? null : { t: 'dict', v: dict.v.with(index, [key, entry[1]]) }
}

/** As `planListInsert` on a text already parsed. */
export function planListInsertOn(parsed: Parsed, path: Path, index: number, source: string): Planned {
  const broken = unsound(parsed)
  if (broken !== null) return broken
  const value = readSource(source)
  if (value === null) return refused('source')
  const list = nodeAt(parsed, path)
  if (list === undefined) return index === 0 ? planSetOn(parsed, path, `[${source}]`) : refused('no-such-place')
  if (list.scalar?.t === 'null' && index === 0) return planSetOn(parsed, path, `[${source}]`)
  return listInsert(parsed, list, index, source, value)
}

function listInsert(parsed: Parsed, list: NodeView, index: number, source: string, value: Typed): Planned {
  if (list.kind !== 'list') return refused('not-a-list')
  if (list.via !== null || list.style === 'alias') return refused('alias')
  if (index < 0 || index > list.children.length) return refused('no-such-place')
  const fitted = isInFlow(parsed, list.path) ? flowSource(source, value) : source
  const typed = changedAt(parsed.typed, list.path, (old) =>
    old.t === 'list' ? { t: 'list', v: old.v.toSpliced(index, 0, value) } : null,
  )
  return typed === null
    ? refused('not-a-list')
    : prove(parsed, { edits: insertItem(parsed, list.path, index, fitted), typed })
}

/** As `planListMove` on a text already parsed. */
export function planListMoveOn(parsed: Parsed, path: Path, from: number, to: number): Planned {
  const broken = unsound(parsed)
  if (broken !== null) return broken
  const list = nodeAt(parsed, path)
  if (list === undefined) return refused('no-such-place')
  if (list.kind !== 'list') return refused('not-a-list')
  if (list.via !== null || list.style === 'alias') return refused('alias')
  if (![from, to].every((index) => index >= 0 && index < list.children.length)) return refused('no-such-place')
  const typed = changedAt(parsed.typed, path, (old) =>
    old.t === 'list' ? { t: 'list', v: movedItem(old.v, from, to) } : null,
  )
  return typed === null ? refused('not-a-list') : prove(parsed, { edits: moveItem(parsed, path, from, to), typed })
}

const movedItem = (items: readonly Typed[], from: number, to: number): Typed[] => {
  const rest = items.toSpliced(from, 1)
  return rest.toSpliced(to, 0, items[from] as Typed)
}
