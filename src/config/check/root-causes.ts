import type { Fact, Issue } from '../../core/issue'
import { printReference, referencesAt } from '../../core/omegaconf/references'
import type { Parsed } from '../../core/parsed'
import { childKey, type Path, type PathKey, pathKey } from '../../core/path'
import type { MisnamedKey } from './misnamed-keys'

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
  const causes = firstByPlace(issues.filter((issue) => issue.level === 'error' && isGap(parsed, issue)))
  const firsts = firstByPlace(issues)
  const byMeant = firstByPlace(misnamed, ({ meant }) => meant)
  const meant = issues.flatMap(({ code, facts: { near } }) =>
    code === 'interpolation' && near !== undefined ? [near] : [],
  )
  const references = new Set(meant)
  const suffering = new Map<Issue, Path[]>()
  const isDue = (issue: Issue): boolean => {
    if (issue.code === 'unused-key') return references.size > 0 && isMeantByReference(parsed, issue, references)
    const lacked = absentTarget(parsed, issue)
    const misnaming = lacked === null ? undefined : firstAround(byMeant, keysTo(lacked))
    const cause =
      misnaming === undefined ? causeOf(parsed, causes, issue, lacked) : firsts.get(pathKey(misnaming.path))?.item
    if (cause === undefined) return false
    const sufferers = suffering.get(cause)
    if (sufferers === undefined) suffering.set(cause, [issue.path])
    else sufferers.push(issue.path)
    return true
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

/** Items by their places, of several at one place the first; `rank` is where in the list it stands. */
type ByPlace<T> = ReadonlyMap<PathKey, { readonly item: T; readonly rank: number }>

function firstByPlace<T extends { readonly path: Path }>(
  items: readonly T[],
  placeOf: (item: T) => Path = ({ path }) => path,
): ByPlace<T> {
  const found = new Map<PathKey, { readonly item: T; readonly rank: number }>()
  for (const [rank, item] of items.entries()) {
    const key = pathKey(placeOf(item))
    if (!found.has(key)) found.set(key, { item, rank })
  }
  return found
}

/** The keys of a place and of all around it, the root first. */
function keysTo(path: Path): PathKey[] {
  const keys: PathKey[] = ['']
  for (const step of path) keys.push(childKey(keys.at(-1) ?? '', step))
  return keys
}

/** The item that stands first in its list of those at one of the keys. */
function firstAround<T>(items: ByPlace<T>, keys: readonly PathKey[]): T | undefined {
  let first: { readonly item: T; readonly rank: number } | undefined
  for (const key of keys) {
    const found = items.get(key)
    if (found !== undefined && (first === undefined || found.rank < first.rank)) first = found
  }
  return first?.item
}

/** The gap that an issue only follows from: around the absent place `lacked` that a reference leads to, or around its own, which is absent. */
function causeOf(
  parsed: Parsed,
  causes: ByPlace<Issue>,
  { code, path, level }: Issue,
  lacked: Path | null,
): Issue | undefined {
  if (code === 'interpolation') return lacked === null ? undefined : firstAround(causes, keysTo(lacked))
  const keys = keysTo(path)
  if (parsed.nodes.has(keys.at(-1) ?? '')) return undefined
  return firstAround(causes, level === 'error' ? keys.slice(0, -1) : keys)
}

/** The absent place that leaves a reference without a value. */
function absentTarget(parsed: Parsed, { code, path, facts }: Issue): Path | null {
  if (code !== 'interpolation' || !absentReasons.has(facts.reason)) return null
  return referencesAt(parsed, pathKey(path)).find(({ absent }) => absent !== null)?.absent ?? null
}
const absentReasons: ReadonlySet<unknown> = new Set(['key-not-found', 'not-a-container', 'not-an-index'])

const isMeantByReference = (parsed: Parsed, { path }: Issue, meant: ReadonlySet<Fact>): boolean => {
  const written = printReference(path, (parent) => parsed.nodes.get(pathKey(parent))?.kind === 'list')
  return written !== null && meant.has(written)
}

const sayingOf = ({ code, path }: Issue): string => `${code} ${pathKey(path)}`

/**
 * The misnamed keys without which the run stops are errors. `asWritten`: what is said while a text is not taken as it was meant; of it, each
 * error that is not said otherwise is blamed on the keys of its place, else on all.
 */
export function blamedOnNames(
  issues: readonly Issue[],
  misnamed: readonly MisnamedKey[],
  asWritten: readonly Issue[],
): Issue[] {
  const said = new Set(issues.map(sayingOf))
  const unmet = asWritten.filter((issue) => issue.level === 'error' && !said.has(sayingOf(issue)))
  const needed = neededOf(misnamed, unmet)
  const named = firstByPlace(misnamed)
  return issues.map((issue) => {
    const key = issue.code === 'unknown-key' ? named.get(pathKey(issue.path))?.item : undefined
    return issue.level === 'error' || key === undefined || !needed.has(key)
      ? issue
      : { ...issue, level: 'error', facts: { ...issue.facts, needed: true } }
  })
}

/** The keys that are to blame for errors: those meant for a place around or inside that of an error; all, when one has none such. */
function neededOf(misnamed: readonly MisnamedKey[], unmet: readonly Issue[]): ReadonlySet<MisnamedKey> {
  const at = new Map<PathKey, MisnamedKey[]>()
  const inside = new Map<PathKey, MisnamedKey[]>()
  for (const key of misnamed) {
    const keys = keysTo(key.meant)
    addTo(at, keys.at(-1) ?? '', key)
    for (const around of keys) addTo(inside, around, key)
  }
  const needed = new Set<MisnamedKey>()
  const places = new Map(unmet.map(({ path }) => [pathKey(path), path]))
  for (const [place, path] of places) {
    const blamed = [...(inside.get(place) ?? []), ...keysTo(path).flatMap((around) => at.get(around) ?? [])]
    for (const key of blamed.length === 0 ? misnamed : blamed) needed.add(key)
    if (needed.size === misnamed.length) break
  }
  return needed
}

function addTo<T>(map: Map<PathKey, T[]>, key: PathKey, item: T): void {
  const items = map.get(key)
  if (items === undefined) map.set(key, [item])
  else items.push(item)
}
