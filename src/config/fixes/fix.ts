import type { Fix } from '../../core/issue'
import { parse } from '../../core/omegaconf/parse'
import { planRenameWithReferences } from '../../core/omegaconf/plan-references'
import type { Parsed } from '../../core/parsed'
import { type Path, pathKey } from '../../core/path'
import { applyEdits, composeEdits, type Edit } from '../../core/text'
import { planInsertOn, planListInsertOn, planRemoveOn, planSetOn } from '../../core/yaml/plan'
import type { Planned } from '../../core/yaml/plan-proof'
import { childSpecs } from '../schema/specs'

type Key = string | number | boolean

/** The value at a path becomes `source`; a key that is absent is inserted where the schema's order has it, an item at its index. */
export function planField(parsed: Parsed, path: Path, source: string): Planned {
  if (parsed.nodes.has(pathKey(path))) return planSetOn(parsed, path, source)
  let depth = path.length - 1
  while (depth > 0 && !parsed.nodes.has(pathKey(path.slice(0, depth)))) depth--
  const parent = path.slice(0, depth)
  const [key, ...rest] = path.slice(depth) as Key[]
  const kind = parsed.nodes.get(pathKey(parent))?.kind
  if (kind === 'list' && typeof key === 'number' && rest.length === 0)
    return planListInsertOn(parsed, parent, key, source)
  if (key === undefined || kind !== 'dict') return planSetOn(parsed, path, source)
  return planInsertOn(parsed, parent, { key, source, before: neighbour(parsed, parent, key), rest })
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

/** The edits of a one-click repair on a text. */
export function planFix(parsed: Parsed, fix: Fix): Planned {
  switch (fix.kind) {
    case 'set':
      return planField(parsed, fix.path, fix.source)
    case 'remove':
      return planRemoveOn(parsed, fix.path)
    case 'rename':
      return planRenameWithReferences(parsed, fix.path, fix.key).planned
    case 'edits': {
      const edits = [...fix.edits]
      return { ok: true, edits, after: parse(applyEdits(parsed.text, edits)) }
    }
    case 'all':
      return planAll(parsed, fix.fixes)
  }
}

/** Repairs one after the other as one list of edits; the first refusal refuses all. */
export function planAll(parsed: Parsed, fixes: readonly Fix[]): Planned {
  let after = parsed
  let edits: Edit[] = []
  for (const fix of fixes) {
    const planned = planFix(after, fix)
    if (!planned.ok) return planned
    edits = composeEdits(edits, planned.edits)
    after = planned.after
  }
  return { ok: true, edits, after }
}
