import { planFix } from '../../config/fixes/fix'
import { planSuppression } from '../../config/fixes/plan-suppression'
import { repairOf } from '../../config/fixes/repair-syntax'
import type { Issue } from '../../core/issue'
import type { Refusal } from '../../core/parsed'
import { samePath } from '../../core/path'
import { composeEdits, type Edit } from '../../core/text'
import { applyFix } from '../edits'
import type { AppState, Store } from '../store'

/** An issue that was shown, as the check finds it now; null when it is gone. */
const nowOf = ({ issues }: AppState, shown: Issue): Issue | null =>
  issues.find((issue) => issue === shown) ??
  issues.find(({ code, path }) => code === shown.code && samePath(path, shown.path)) ??
  null

/** Makes the repair of an issue that is shown, planned for the text of now. Null, or why not; nothing where the issue is gone. */
export function repairIssue(store: Store, shown: Issue): Refusal | null {
  const state = store.getState()
  const issue = nowOf(state, shown)
  const fix = issue === null ? null : repairOf(state.doc.parsed, issue)
  return fix === null ? null : applyFix(store, fix)
}

/** Makes the repairs of several issues as one step, from the end of the text on; those that cannot be made are left. How many were made. */
export function fixAll(store: Store, shown: readonly Issue[]): number {
  const state = store.getState()
  const { parsed } = state.doc
  const issues = shown.flatMap((one) => nowOf(state, one) ?? [])
  let after = parsed
  let edits: Edit[] = []
  let made = 0
  for (const issue of [...issues].sort((a, b) => (b.span?.from ?? 0) - (a.span?.from ?? 0))) {
    const fix = repairOf(parsed, issue)
    const planned = fix === null ? null : planFix(after, fix)
    if (planned === null || !planned.ok) continue
    edits = composeEdits(edits, planned.edits)
    after = planned.after
    made++
  }
  if (made > 0) store.dispatch({ edits, origin: 'fix' }, after)
  return made
}

/** Suppresses an issue by a comment in the text. Null, or why not. */
export function suppressIssue(store: Store, issue: Issue): Refusal | null {
  const planned = planSuppression(store.getState().doc.parsed, issue)
  if (!planned.ok) return planned.refusal
  store.dispatch({ edits: planned.edits, origin: 'fix' }, planned.after)
  return null
}
