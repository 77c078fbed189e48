import { childSpecs } from '../config/specs'
import type { FileInfo, Origin } from '../core/doc'
import type { Fix } from '../core/issue'
import type { Parsed, Refusal } from '../core/parsed'
import { type Path, pathKey } from '../core/path'
import { applyEdits, diffText } from '../core/text'
import { parse } from '../core/yaml/parse'
import {
  planInsertOn,
  planListInsertOn,
  planListMoveOn,
  planRemoveOn,
  planRenameOn,
  planSetOn,
} from '../core/yaml/plan'
import type { Planned } from '../core/yaml/plan-proof'
import type { Store } from './store'

type Key = string | number | boolean

/** Changes of one place that come in a row are undone together when they name the same group. */
interface How {
  readonly origin?: Origin
  readonly group?: string
}

function carryOut(store: Store, planned: Planned, { origin = 'form', group }: How = {}): Refusal | null {
  if (!planned.ok) return planned.refusal
  store.dispatch({ edits: planned.edits, origin, ...(group === undefined ? {} : { group }) }, planned.after)
  return null
}

const parsedOf = (store: Store): Parsed => store.getState().doc.parsed

/** The value at a path becomes `source`; a path that is absent is inserted where the schema's order has it. Null, or why not. */
export function setField(store: Store, path: Path, source: string, how?: How): Refusal | null {
  return carryOut(store, planField(parsedOf(store), path, source), how)
}

/** The plan behind `setField`. */
export function planField(parsed: Parsed, path: Path, source: string): Planned {
  if (parsed.nodes.has(pathKey(path))) return planSetOn(parsed, path, source)
  let depth = path.length - 1
  while (depth > 0 && !parsed.nodes.has(pathKey(path.slice(0, depth)))) depth--
  const parent = path.slice(0, depth)
  const [key, ...rest] = path.slice(depth) as Key[]
  if (key === undefined || parsed.nodes.get(pathKey(parent))?.kind !== 'dict') return planSetOn(parsed, path, source)
  return planInsertOn(parsed, parent, key, source, neighbour(parsed, parent, key), rest)
}

/** The present key that a new one goes in front of: what follows the last key that the schema names before it. */
function neighbour(parsed: Parsed, parent: Path, key: Key): Key | undefined {
  const order = childSpecs(parent).map((spec) => spec.pattern.at(-1))
  const own = order.indexOf(String(key))
  const present = parsed.nodes.get(pathKey(parent))?.children ?? []
  if (own < 0 || present.length === 0) return undefined
  for (let i = own - 1; i >= 0; i--) {
    const at = present.indexOf(order[i] ?? '')
    if (at >= 0) return present[at + 1]
  }
  return present.find((step) => order.indexOf(String(step)) > own)
}

export const removeField = (store: Store, path: Path, how?: How): Refusal | null =>
  carryOut(store, planRemoveOn(parsedOf(store), path), how)

export const renameKey = (store: Store, path: Path, key: Key, how?: How): Refusal | null =>
  carryOut(store, planRenameOn(parsedOf(store), path, key), how)

export const insertItem = (store: Store, path: Path, index: number, source: string): Refusal | null =>
  carryOut(store, planListInsertOn(parsedOf(store), path, index, source))

export const moveItem = (store: Store, path: Path, from: number, to: number): Refusal | null =>
  carryOut(store, planListMoveOn(parsedOf(store), path, from, to))

/** A new key of a map, at its end. */
export const insertKey = (store: Store, parent: Path, key: Key, source: string): Refusal | null =>
  carryOut(store, planInsertOn(parsedOf(store), parent, key, source))

/** Makes a one-click repair, as one step that undo takes back. */
export function applyFix(store: Store, fix: Fix): Refusal | null {
  const parsed = parsedOf(store)
  return carryOut(store, planFix(parsed, fix), { origin: 'fix' })
}

function planFix(parsed: Parsed, fix: Fix): Planned {
  switch (fix.kind) {
    case 'set':
      return planField(parsed, fix.path, fix.source)
    case 'remove':
      return planRemoveOn(parsed, fix.path)
    case 'rename':
      return planRenameOn(parsed, fix.path, fix.key)
    case 'edits': {
      const edits = [...fix.edits]
      return { ok: true, edits, after: parse(applyEdits(parsed.text, edits)) }
    }
  }
}

/** The whole text becomes another one, by the smallest edits between them. */
export function replaceText(store: Store, text: string, change: { origin: Origin; file?: FileInfo }): void {
  store.dispatch({ edits: diffText(store.getState().doc.text, text), ...change })
}
