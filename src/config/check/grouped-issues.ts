import type { Issue } from '../../core/issue'
import { pathKey } from '../../core/path'

/** Issues of keys that are one for all such keys of an object. */
const codes: ReadonlySet<string> = new Set(['unused-key', 'not-applicable', 'training-keys-in-inference'])

const keyOf = ({ path }: Issue): string => String(path.at(-1))

/** Keys of one object that nothing reads, or that are for another choice, as one issue at the first of them. Its fact `keys` names them. */
export function groupIssues(issues: readonly Issue[]): Issue[] {
  const groups = new Map<string, Issue[]>()
  const left: (Issue | readonly Issue[])[] = []
  for (const issue of issues) {
    const { code, level, path, facts } = issue
    const reason = codes.has(code) ? `${level} ${code} ${facts.name} ${pathKey(path.slice(0, -1))}` : null
    const group = reason === null ? undefined : groups.get(reason)
    if (group !== undefined) group.push(issue)
    else if (reason === null) left.push(issue)
    else {
      const made = [issue]
      groups.set(reason, made)
      left.push(made)
    }
  }
  return left.map((one) => (isGroup(one) ? asOne(one) : one))
}

const isGroup = (one: Issue | readonly Issue[]): one is readonly Issue[] => Array.isArray(one)

function asOne(group: readonly Issue[]): Issue {
  const [first, ...others] = group as [Issue, ...Issue[]]
  if (others.length === 0) return first
  return {
    ...first,
    facts: { ...first.facts, keys: group.map(keyOf) },
    places: others.map(({ path }) => path),
    fix: { kind: 'all', fixes: group.flatMap(({ fix }) => fix ?? []) },
  }
}
