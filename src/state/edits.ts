import { planField, planFix } from '../config/fixes/fix'
import type { FileInfo, Origin } from '../core/document/doc'
import { diffText } from '../core/document/text-diff'
import type { Fix } from '../core/issue'
import type { Parsed, Refusal } from '../core/parsed'
import type { Path } from '../core/path'
import { planInsertOn, planListInsertOn, planListMoveOn, planRemoveOn, planRenameOn } from '../core/yaml/plan'
import type { Planned } from '../core/yaml/plan-proof'
import type { Store } from './store'

type Key = string | number | boolean

/** Changes of one place that come in a row are undone together when they name the same group. */
interface How {
  readonly origin?: Origin
  readonly group?: string
}

function dispatchPlan(store: Store, planned: Planned, { origin = 'form', group }: How = {}): Refusal | null {
  if (!planned.ok) return planned.refusal
  store.dispatch({ edits: planned.edits, origin, ...(group === undefined ? {} : { group }) }, planned.after)
  return null
}

const parsedOf = (store: Store): Parsed => store.getState().doc.parsed

/** The value at a path becomes `source`; a path that is absent is inserted where the schema's order has it. Null, or why not. */
export function setField(store: Store, path: Path, source: string, how?: How): Refusal | null {
  return dispatchPlan(store, planField(parsedOf(store), path, source), how)
}

export const removeField = (store: Store, path: Path, how?: How): Refusal | null =>
  dispatchPlan(store, planRemoveOn(parsedOf(store), path), how)

export const renameKey = (store: Store, path: Path, key: Key, how?: How): Refusal | null =>
  dispatchPlan(store, planRenameOn(parsedOf(store), path, key), how)

export const insertItem = (store: Store, path: Path, index: number, source: string): Refusal | null =>
  dispatchPlan(store, planListInsertOn(parsedOf(store), path, index, source))

export const moveItem = (store: Store, path: Path, from: number, to: number): Refusal | null =>
  dispatchPlan(store, planListMoveOn(parsedOf(store), path, from, to))

/** A new key of a map, at its end. */
export const insertKey = (store: Store, parent: Path, key: Key, source: string): Refusal | null =>
  dispatchPlan(store, planInsertOn(parsedOf(store), parent, { key, source }))

/** Makes a one-click repair, as one step that undo takes back. */
export function applyFix(store: Store, fix: Fix): Refusal | null {
  const parsed = parsedOf(store)
  return dispatchPlan(store, planFix(parsed, fix), { origin: 'fix' })
}

/** The whole text becomes another one, by the smallest edits between them. `after` is that text already parsed, where the caller has it. */
export function replaceText(
  store: Store,
  text: string,
  change: { origin: Origin; file?: FileInfo },
  after?: Parsed,
): void {
  store.dispatch({ edits: diffText(store.getState().doc.text, text), ...change }, after)
}
