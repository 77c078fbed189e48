import { sectionOf } from '../../config/schema/specs'
import { isFillIn } from '../../config/view/fill-in'
import type { Issue, Level } from '../../core/issue'
import type { AppState, Focus, Store } from '../store'
import { otherId } from './form-tree'
import { spanOfPlace } from './place'

/** What an issue means for a launch. */
export type ProblemKind = 'failing' | 'fill-in' | 'look' | 'note'

export function kindOfIssue(issue: Issue): ProblemKind {
  // Whether a text that is not read would launch is not known.
  if (issue.code === 'text-too-large') return 'look'
  if (issue.level === 'error') return isFillIn(issue) ? 'fill-in' : 'failing'
  return issue.level === 'warning' ? 'look' : 'note'
}

export type ProblemCounts = Readonly<Record<ProblemKind, number>>

const countsOf = new WeakMap<readonly Issue[], ProblemCounts>()

/** How many issues there are of each kind; the same object for the same issues. */
export function problemCounts({ issues }: AppState): ProblemCounts {
  let counts = countsOf.get(issues)
  if (counts === undefined) {
    const made = { failing: 0, 'fill-in': 0, look: 0, note: 0 }
    for (const issue of issues) made[kindOfIssue(issue)]++
    counts = made
    countsOf.set(issues, counts)
  }
  return counts
}

export const sameProblemCounts = (a: ProblemCounts, b: ProblemCounts): boolean =>
  a.failing === b.failing && a['fill-in'] === b['fill-in'] && a.look === b.look && a.note === b.note

export const sectionOfIssue = ({ path }: Issue): string => sectionOf(path) ?? otherId

const ranks: Readonly<Record<Level, number>> = { error: 0, warning: 1, info: 2 }

/**
 * The issue after (or before) the one that is shown, else the one at the next place after the user's, around the end of the text; errors
 * and warnings only while there are any, null when there is none.
 */
export function nextIssue(state: AppState, step: 1 | -1): Issue | null {
  const grave = state.issues.filter(({ level }) => ranks[level] < ranks.info)
  const walked = grave.length > 0 ? grave : state.issues
  const shown = state.focus?.issue === undefined ? -1 : walked.indexOf(state.focus.issue)
  if (shown >= 0) return walked.at((shown + step) % walked.length) ?? null
  const at = offsetOf(state) ?? (step === 1 ? -1 : Number.POSITIVE_INFINITY)
  const startOf = ({ span }: Issue) => span?.from ?? 0
  const ahead =
    step === 1 ? walked.find((issue) => startOf(issue) > at) : walked.findLast((issue) => startOf(issue) < at)
  return ahead ?? (step === 1 ? walked[0] : walked.at(-1)) ?? null
}

function offsetOf({ focus, doc }: AppState): number | null {
  if (focus === null) return null
  return focus.offset ?? spanOfPlace(doc.parsed, focus.path)?.to ?? null
}

/** Sends the user to an issue's place, in the form and in the text; `keyboard` as in Focus. */
export function showIssue(store: Store, issue: Issue, keyboard?: Focus['keyboard']): void {
  const { path, span } = issue
  store.setFocus({
    ...{ path, issue, from: 'app', reveal: true },
    ...(span === null ? {} : { offset: span.from }),
    ...(keyboard === undefined ? {} : { keyboard }),
  })
}
