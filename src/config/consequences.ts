import type { Fact, Issue } from '../core/issue'
import { printReference, referencesIn } from '../core/omegaconf/references'
import type { Parsed } from '../core/parsed'
import { isWithin, type Path, pathKey, samePath } from '../core/path'
import type { MisnamedKey } from './as-meant'

/**
 * One cause, one issue. Leaves out what only follows from another error: that something refers to a place which is said to be missing or
 * broken, that a place inside it is missing too, that nothing refers any more to what a misspelt reference meant. Who suffers is added to
 * the places of the cause.
 */
export function withoutConsequences(
  parsed: Parsed,
  issues: readonly Issue[],
  misnamed: readonly MisnamedKey[],
): Issue[] {
  const causes = issues.filter((issue) => issue.level === 'error' && isGap(parsed, issue))
  const meant = issues.flatMap(({ code, facts: { near } }) =>
    code === 'interpolation' && near !== undefined ? [near] : [],
  )
  const suffering = new Map<Issue, Path[]>()
  const isDue = (issue: Issue): boolean => {
    if (issue.code === 'unused-key') return meant.length > 0 && isMeantByReference(parsed, issue, meant)
    const lacked = absentTarget(parsed, issue)
    const misnaming = lacked === null ? undefined : misnamed.find(({ meant }) => isWithin(lacked, meant))
    const cause =
      misnaming === undefined
        ? causes.find((other) => other !== issue && isCauseOf(parsed, other, issue, lacked))
        : issues.find(({ path }) => samePath(path, misnaming.path))
    if (cause !== undefined) suffering.set(cause, [...(suffering.get(cause) ?? []), issue.path])
    return cause !== undefined
  }
  return issues
    .filter((issue) => !isDue(issue))
    .map((issue) => {
      const places = suffering.get(issue)
      return places === undefined ? issue : { ...issue, places: [...(issue.places ?? []), ...places] }
    })
}

/** True for an issue about a place that is absent, or where something of another kind than its section stands. */
function isGap(parsed: Parsed, { code, path }: Issue): boolean {
  const node = parsed.nodes.get(pathKey(path))
  return code !== 'interpolation' && (node === undefined || node.kind === 'scalar' || code === 'type')
}

/** `lacked`: the absent place that a reference leads to. */
function isCauseOf(parsed: Parsed, cause: Issue, { code, path, level }: Issue, lacked: Path | null): boolean {
  if (code === 'interpolation') return lacked !== null && isWithin(lacked, cause.path)
  const isAbsent = (place: Path) => !parsed.nodes.has(pathKey(place))
  const isBelow = (place: Path) => isAbsent(place) && place.length > cause.path.length && isWithin(place, cause.path)
  if (isBelow(path)) return true
  return level !== 'error' && samePath(path, cause.path) && isAbsent(path)
}

/** The absent place that leaves a reference without a value. */
function absentTarget(parsed: Parsed, { code, path, facts }: Issue): Path | null {
  if (code !== 'interpolation' || !absentReasons.has(facts.reason)) return null
  return (
    referencesIn(parsed).find(({ holder, absent }) => absent !== null && samePath(holder.path, path))?.absent ?? null
  )
}
const absentReasons: ReadonlySet<unknown> = new Set(['key-not-found', 'not-a-container', 'not-an-index'])

const isMeantByReference = (parsed: Parsed, { path }: Issue, meant: readonly Fact[]): boolean => {
  const written = printReference(path, (parent) => parsed.nodes.get(pathKey(parent))?.kind === 'list')
  return written !== null && meant.includes(written)
}

const isSame = (a: Issue, b: Issue): boolean => a.code === b.code && samePath(a.path, b.path)

/**
 * The misnamed keys without which the run stops are errors. `asWritten`: what is said while a text is not taken as it was meant; of it, each
 * error that is not said otherwise is blamed on the keys of its place, else on all.
 */
export function blamedOnNames(
  issues: readonly Issue[],
  misnamed: readonly MisnamedKey[],
  asWritten: readonly Issue[],
): Issue[] {
  const unmet = asWritten.filter((issue) => issue.level === 'error' && !issues.some((other) => isSame(other, issue)))
  const isNeeded = (key: MisnamedKey): boolean =>
    unmet.some(({ path }) => {
      const isOf = ({ meant }: MisnamedKey) => isWithin(path, meant) || isWithin(meant, path)
      return isOf(key) || !misnamed.some(isOf)
    })
  return issues.map((issue) => {
    const key = issue.code === 'unknown-key' ? misnamed.find(({ path }) => samePath(path, issue.path)) : undefined
    return issue.level === 'error' || key === undefined || !isNeeded(key)
      ? issue
      : { ...issue, level: 'error', facts: { ...issue.facts, needed: true } }
  })
}
