import type { Issue } from '../../core/issue'
import { type PathKey, pathKey } from '../../core/path'

/**
 * What the rules found beside what was found before them, with one issue where both speak of one place: the rule's, which knows more, unless
 * the schema's is graver.
 */
export function onePerPlace(before: readonly Issue[], ruled: readonly Issue[]): Issue[] {
  const worst = worstOf(ruled)
  const ownOf = firstByPlace(before)
  return [
    ...before.filter((issue) => !isToldBetter(issue, worst)),
    ...ruled.map((issue) => inPlaceOf(issue, ownOf.get(pathKey(issue.path)))),
  ]
}

/** What the schema says first of each value or key at its own place. */
function firstByPlace(schema: readonly Issue[]): ReadonlyMap<PathKey, Issue> {
  const first = new Map<PathKey, Issue>()
  for (const issue of schema) {
    const key = pathKey(issue.path)
    if (ofSchema.has(issue.code) && !first.has(key)) first.set(key, issue)
  }
  return first
}

/**
 * What a rule says in place of the schema marks what the schema would, `own`, and repairs a slip of spelling or of place as it would.
 */
function inPlaceOf(issue: Issue, own: Issue | undefined): Issue {
  if (own === undefined) return issue
  const { facts, span, fix } = own
  const isSlip = facts.near !== undefined || (facts.place !== undefined && issue.variant === undefined)
  return isSlip ? { ...issue, span, facts: { ...facts, ...issue.facts }, ...(fix && { fix }) } : { ...issue, span }
}

/** What the schema says of a value or key at its own place. */
const ofSchema: ReadonlySet<string> = new Set([
  ...['type', 'enum', 'range', 'pattern', 'length', 'null'],
  ...['unknown-key', 'unused-key', 'deprecated-key', 'removed-key', 'not-applicable', 'class-status'],
])
const rank = { info: 0, warning: 1, error: 2 } as const

/** How grave the gravest issue at each place is. */
function worstOf(issues: readonly Issue[]): ReadonlyMap<PathKey, number> {
  const worst = new Map<PathKey, number>()
  for (const { path, level } of issues) {
    const key = pathKey(path)
    worst.set(key, Math.max(worst.get(key) ?? 0, rank[level]))
  }
  return worst
}

/** What a rule says of a place goes before what the schema says of it alone, unless that is worse. `ruled`: as `worstOf` the rules' issues. */
function isToldBetter({ code, path, level }: Issue, ruled: ReadonlyMap<PathKey, number>): boolean {
  const worst = ofSchema.has(code) ? ruled.get(pathKey(path)) : undefined
  return worst !== undefined && (code === 'unknown-key' || worst >= rank[level])
}
