import { reasonFacts } from '../../config/check/interpolations'
import type { Facts } from '../../core/issue'
import {
  planRemoveWithReferences,
  planRenameWithReferences,
  planUnlink,
  type ReferencePlan,
} from '../../core/omegaconf/plan-references'
import type { Parsed, Refusal } from '../../core/parsed'
import { type Path, pathKey } from '../../core/path'
import { quoteOfFile, textSource } from '../../core/yaml/scalar'
import { setField } from '../edits'
import type { Store } from '../store'

const now = (store: Store): { parsed: Parsed; env: Readonly<Record<string, string>> } => {
  const { doc, env } = store.getState()
  return { parsed: doc.parsed, env }
}

/** Makes a plan of several places as one step that undo takes back. */
function dispatchPlan(store: Store, { planned }: ReferencePlan): Refusal | null {
  if (!planned.ok) return planned.refusal
  store.dispatch({ edits: planned.edits, origin: 'form' }, planned.after)
  return null
}

/** What renaming a key with its references would do; see `planRenameWithReferences`. */
export function renamePlan(store: Store, path: Path, key: string): ReferencePlan {
  const { parsed, env } = now(store)
  return planRenameWithReferences(parsed, path, key, { env })
}
export const renameWithReferences = (store: Store, path: Path, key: string): Refusal | null =>
  dispatchPlan(store, renamePlan(store, path, key))

/** What removing a place would do when what refers to it gets its present value; see `planRemoveWithReferences`. */
export function removePlan(store: Store, path: Path): ReferencePlan {
  const { parsed, env } = now(store)
  return planRemoveWithReferences(parsed, path, { env })
}
export const removeWithReferences = (store: Store, path: Path): Refusal | null =>
  dispatchPlan(store, removePlan(store, path))

/** The value at a path becomes a reference to the key written `written`. */
export function link(store: Store, path: Path, written: string): Refusal | null {
  const { parsed } = now(store)
  const node = parsed.nodes.get(pathKey(path))
  const before = node === undefined ? '' : parsed.text.slice(node.valueSpan.from, node.valueSpan.to)
  return setField(store, path, textSource(`\${${written}}`, before, 'block', quoteOfFile(parsed)))
}

/** The reference at a path becomes the value that it has; null, or why not: the facts of a sentence when it has none. */
export function unlink(store: Store, path: Path): { refusal: Refusal } | { facts: Facts } | null {
  const { parsed, env } = now(store)
  const planned = planUnlink(parsed, path, { env })
  if ('failure' in planned) return { facts: reasonFacts(parsed, planned.failure.reason) }
  if (!planned.ok) return { refusal: planned.refusal }
  store.dispatch({ edits: planned.edits, origin: 'form' }, planned.after)
  return null
}
