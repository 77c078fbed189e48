import type { Parsed, Refusal } from '../parsed'
import { applyEdits, type Edit, type Span } from '../text'
import { sameTyped, type Typed } from '../typed'
import { parseYaml } from './parse'

/** A plan together with the text it leads to, already parsed. */
export type Planned = { ok: true; edits: Edit[]; after: Parsed } | { ok: false; refusal: Refusal }

export const refused = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal })

/** What is meant: the edits and the values after them; these may depend on what the text then says (where a merge brings a key back). */
export interface Intent {
  readonly edits: readonly Edit[]
  readonly typed: Expected
}
export type Expected = Typed | ((after: Parsed) => Typed | null)

/** The plan, if the text after the edits has exactly the values that are meant and every comment outside of what was deleted. */
export function prove(before: Parsed, { edits, typed }: Intent): Planned {
  const kept = edits.filter((edit) => edit.to > edit.from || edit.insert !== '')
  const after = parseYaml(applyEdits(before.text, kept), before.check)
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
export function provenFirst(before: Parsed, typed: Expected, ways: Iterable<readonly Edit[]>): Planned {
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
