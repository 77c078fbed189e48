import type { Parsed, Refusal } from '../parsed'
import type { PathStep } from '../path'
import { applyEdits, type Edit, type Span } from '../text'
import { floatOf, type Typed } from '../typed'
import { parse } from './parse'

/** A plan together with the text it leads to, already parsed. */
export type Planned = { ok: true; edits: Edit[]; after: Parsed } | { ok: false; refusal: Refusal }

export const refused = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal })

/** What is meant: the edits and the values after them; these may depend on what the text then says (where a merge brings a key back). */
export interface Intent {
  readonly edits: readonly Edit[]
  readonly typed: Meant
}
export type Meant = Typed | ((after: Parsed) => Typed | null)

/** The plan, if the text after the edits has exactly the values that are meant and every comment outside of what was deleted. */
export function prove(before: Parsed, { edits, typed }: Intent): Planned {
  const kept = edits.filter((edit) => edit.to > edit.from || edit.insert !== '')
  const after = parse(applyEdits(before.text, kept))
  if (!after.sound) return refused('unproven')
  const meant = typeof typed === 'function' ? typed(after) : typed
  if (meant === null || !sameTyped(after.typed, meant)) return refused('unproven')
  return keepsComments(before, after, kept) ? { ok: true, edits: kept, after } : refused('unproven')
}

/** Comments that an edit takes out are gone, or written again by an edit; all others are there, and no new ones. */
function keepsComments(before: Parsed, after: Parsed, edits: readonly Edit[]): boolean {
  const counts = new Map<string, number>()
  const count = ({ text }: Parsed, { from, to }: Span, by: number) => {
    const comment = text.slice(from, to)
    counts.set(comment, (counts.get(comment) ?? 0) + by)
  }
  const isTaken = ({ from, to }: Span) => edits.some((edit) => edit.from <= from && to <= edit.to)
  for (const comment of after.comments) count(after, comment, -1)
  for (const comment of before.comments) if (!isTaken(comment)) count(before, comment, 1)
  // What is left over after the text must have been taken out before.
  for (const comment of before.comments) {
    const missing = counts.get(before.text.slice(comment.from, comment.to)) ?? 0
    if (isTaken(comment) && missing < 0) count(before, comment, 1)
  }
  return [...counts.values()].every((left) => left === 0)
}

/** The first of several ways that is proven. */
export function provenFirst(before: Parsed, typed: Meant, ways: Iterable<readonly Edit[]>): Planned {
  const tried = new Set<string>()
  for (const edits of ways) {
    const same = JSON.stringify(edits)
    if (tried.has(same)) continue
    tried.add(same)
    const planned = prove(before, { edits, typed })
    if (planned.ok) return planned
  }
  return refused('unproven')
}

export function sameTyped(a: Typed, b: Typed): boolean {
  if (a === b) return true
  switch (a.t) {
    case 'null':
      return b.t === 'null'
    case 'float':
      return b.t === 'float' && Object.is(floatOf(a.v), floatOf(b.v))
    case 'list':
      return b.t === 'list' && a.v.length === b.v.length && a.v.every((item, i) => sameTyped(item, b.v[i] as Typed))
    case 'dict':
      return b.t === 'dict' && a.v.length === b.v.length && sameEntries(a.v, b.v)
    default:
      return a.t === b.t && a.v === b.v
  }
}

function sameEntries(a: [Typed, Typed][], b: [Typed, Typed][]): boolean {
  return a.every(([key, value], i) => {
    const other = b[i]
    return other !== undefined && sameTyped(key, other[0]) && sameTyped(value, other[1])
  })
}

/** The entry of a dict or list at a step, -1 when there is none. */
export function indexAt(typed: Typed, step: PathStep): number {
  if (typed.t === 'list')
    return typeof step === 'number' && Number.isInteger(step) && step >= 0 && step < typed.v.length ? step : -1
  return typed.t === 'dict' ? typed.v.findIndex(([key]) => isStep(key, step)) : -1
}

function isStep(key: Typed, step: PathStep): boolean {
  if (key.t === 'int') return Number(key.v) === step
  if (key.t === 'float') return Object.is(floatOf(key.v), step)
  return key.t !== 'null' && key.v === step
}

/** A value tree with the node at a path replaced by what `change` makes of it; null when the path does not exist. */
export function changedAt(
  typed: Typed,
  path: readonly PathStep[],
  change: (node: Typed) => Typed | null,
): Typed | null {
  const [step, ...rest] = path
  if (step === undefined) return change(typed)
  const index = indexAt(typed, step)
  if (index < 0) return null
  if (typed.t === 'list') {
    const item = changedAt(typed.v[index] as Typed, rest, change)
    return item === null ? null : { t: 'list', v: typed.v.with(index, item) }
  }
  if (typed.t !== 'dict') return null
  const [key, value] = typed.v[index] as [Typed, Typed]
  const next = changedAt(value, rest, change)
  return next === null ? null : { t: 'dict', v: typed.v.with(index, [key, next]) }
}

/** The value at a path, undefined when there is none. */
export function valueAt(typed: Typed, path: readonly PathStep[]): Typed | undefined {
  let at: Typed | undefined = typed
  for (const step of path) {
    const entry: Typed | [Typed, Typed] | undefined =
      at?.t === 'list' || at?.t === 'dict' ? at.v[indexAt(at, step)] : undefined
    at = Array.isArray(entry) ? entry[1] : entry
  }
  return at
}

/** A dict with an entry put before another (or at its end). */
export function withEntry(dict: Typed, key: Typed, value: Typed, before?: PathStep): Typed | null {
  if (dict.t !== 'dict') return dict.t === 'null' ? { t: 'dict', v: [[key, value]] } : null
  const at = before === undefined ? dict.v.length : indexAt(dict, before)
  return at < 0 ? null : { t: 'dict', v: dict.v.toSpliced(at, 0, [key, value]) }
}
