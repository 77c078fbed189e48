import type { Facts, Fix, Issue } from '../../core/issue'
import type { Failure, Reason } from '../../core/omegaconf/failure'
import { referencesAt, referencesIn } from '../../core/omegaconf/references'
import type { Resolution } from '../../core/omegaconf/resolve'
import type { NodeView, Parsed } from '../../core/parsed'
import { type Path, type PathKey, pathKey, printPath, samePath } from '../../core/path'
import type { Span } from '../../core/text'
import { sourceSpanOf } from '../../core/yaml/source-span'
import { isComposed } from '../view/composed'
import { NearReferences } from './near-reference'

/** Registered by Hydra when it starts a script, so their values are not known before. hydra:hydra/core/utils.py:setup_globals */
const launchResolvers: readonly string[] = ['hydra', 'now', 'python_version']

interface Failed extends Failure {
  readonly path: Path
  readonly node: NodeView
}

/**
 * What of a config's interpolations has no value, one issue a cause: `interpolation` (error) where reading it raises at launch,
 * `unresolved-here` (info) where only the launch can tell (a variable that is not set here, a resolver or key that Hydra brings). What
 * refers to such a place is listed in `places`, not reported again; a reference to a `???` is no issue of its own.
 */
export function interpolationIssues(parsed: Parsed, resolution: Resolution): Issue[] {
  const failures = resolution.failures()
  if (failures.size === 0) return []
  const causes = new Map<string, Failed[]>()
  const dependents = new Map<PathKey, Path[]>()
  const absentOf = absentTargets(parsed)
  const badSyntax = new Set(
    parsed.problems.filter(({ code }) => code === 'interpolation-syntax').map(({ path }) => pathKey(path)),
  )
  const cycles = new Map<PathKey, PathKey>()
  for (const [key, failure] of failures) {
    const node = parsed.nodes.get(key)
    const at = failure.at === null ? key : pathKey(failure.at)
    if (at !== key && failures.has(at) && !isTooMuch(failure)) append(dependents, at, failure.path)
    else if (node !== undefined && !isSaidElsewhere(failure, badSyntax.has(key))) {
      const failed = { ...failure, node }
      const cycle = failure.reason.code === 'cycle' ? cycleOf(parsed, failure.path, cycles) : null
      append(causes, cycle ?? causeOf(failed, absentOf.get(node.valueSpan.from)), failed)
    }
  }
  const near = new NearReferences(parsed)
  return [...causes.values()].flatMap(([first, ...others]) => {
    const needed = [first, ...others].flatMap((failed) =>
      failed === undefined ? [] : (dependents.get(pathKey(failed.path)) ?? []),
    )
    const places = [...others.map(({ path }) => path), ...needed]
    return first === undefined ? [] : [issueOf(parsed, near, { cause: first, places, alike: others })]
  })
}

function append<K, T>(map: Map<K, T[]>, key: K, item: T): void {
  const items = map.get(key)
  if (items === undefined) map.set(key, [item])
  else items.push(item)
}

/** `???` is listed as such, a malformed string by the reader. */
const isSaidElsewhere = ({ reason }: Failure, isBadSyntax: boolean): boolean =>
  reason.code === 'missing' || (reason.code === 'grammar' && isBadSyntax)

/** What is absent, by the offsets of the values that refer to it. */
function absentTargets(parsed: Parsed): ReadonlyMap<number, PathKey> {
  const found = new Map<number, PathKey>()
  for (const { referrer, absent } of referencesIn(parsed)) {
    const at = referrer.valueSpan.from
    if (absent !== null) found.set(at, `${found.has(at) ? at : ''}${pathKey(absent)}`)
  }
  return found
}

/**
 * The same for failures that one change fixes: of one variable, of one absent place, of one text reached through aliases, of what is too
 * much as a whole.
 */
function causeOf({ reason, node, within }: Failed, absent: PathKey | undefined): string {
  if (reason.code === 'no-variable') return `variable ${reason.name}`
  if (reason.code === 'key-not-found' && absent !== undefined) return `absent ${absent}`
  return isTooMuch({ reason }) ? 'too much' : `${node.valueSpan.from} ${within?.from}`
}

/** Where such a chain ends says nothing of where it is at fault. */
const isTooMuch = ({ reason }: Pick<Failure, 'reason'>): boolean =>
  reason.code === 'too-deep' || reason.code === 'too-large'

/** The same text for all places of one cycle; null when references do not lead back. `cycles`: those found before, by their places. */
function cycleOf(parsed: Parsed, path: Path, cycles: Map<PathKey, PathKey>): string | null {
  const key = pathKey(path)
  const known = cycles.get(key)
  if (known !== undefined) return `cycle ${known}`
  const way = cycleFrom(parsed, path)
  if (way.length === 0) return null
  for (const place of [path, ...way]) if (!cycles.has(pathKey(place))) cycles.set(pathKey(place), key)
  return `cycle ${key}`
}

/** The places on the shortest way by references from a place back to itself. */
function cycleFrom(parsed: Parsed, start: Path): Path[] {
  const startKey = pathKey(start)
  const cameFrom = new Map<PathKey, { readonly path: Path; readonly from: PathKey }>()
  const reached = new Set<PathKey>([startKey])
  for (const key of reached)
    for (const { steps } of referencesAt(parsed, key))
      for (const { path } of steps) {
        const next = pathKey(path)
        if (next === startKey) return wayTo(key, cameFrom)
        if (reached.has(next)) continue
        reached.add(next)
        cameFrom.set(next, { path, from: key })
      }
  return []
}

function wayTo(key: PathKey, cameFrom: ReadonlyMap<PathKey, { readonly path: Path; readonly from: PathKey }>): Path[] {
  const way: Path[] = []
  for (let at = cameFrom.get(key); at !== undefined; at = cameFrom.get(at.from)) way.push(at.path)
  return way.reverse()
}

/** Where an expression without a value stands, what it says, and what was probably meant. */
function expressionOf(parsed: Parsed, references: NearReferences, { path, node, at, within: given, reason }: Failed) {
  const within = at !== null && samePath(at, path) ? given : null
  const span = within === null ? null : sourceSpanOf(parsed, node, within)
  const value = node.scalar?.t === 'str' ? node.scalar.v : ''
  const expression = within === null ? value : value.slice(within.from, within.to)
  const isNamed = reason.code === 'key-not-found' && within !== null && !isComposed(parsed)
  const near = isNamed ? references.of(path, expression) : null
  const fix = near === null || span === null ? null : replacementFix(parsed, node, span, near)
  return { span, expression, near, fix }
}

/** Why values are not known: what fails, all that has no value because of it, and what fails for the same reason. */
interface Unresolved {
  readonly cause: Failed
  readonly places: readonly Path[]
  readonly alike: readonly Failed[]
}

function issueOf(parsed: Parsed, references: NearReferences, { cause, places, alike }: Unresolved): Issue {
  const { path, node } = cause
  const { span, expression, near, fix } = expressionOf(parsed, references, cause)
  const reason = reasonFacts(parsed, cause.reason)
  const isOpen = isOpenReason(reason)
  const through = cause.reason.code === 'cycle' ? cycleFrom(parsed, path).map(printPath) : []
  const named = new Set(through)
  const others = places.map(printPath).filter((place) => !named.has(place))
  const fixes = [fix, ...alike.map((other) => expressionOf(parsed, references, other).fix)].filter((it) => it !== null)
  return {
    code: isOpen ? 'unresolved-here' : 'interpolation',
    path,
    span: span ?? node.valueSpan,
    level: isOpen ? 'info' : 'error',
    facts: { expression, ...reason, through, ...(near === null ? {} : { near }), places: others },
    ...(fix === null ? {} : { fix: fixes.length === 1 ? fix : { kind: 'all', fixes } }),
    ...(places.length === 0 ? {} : { places }),
  }
}

/** Another expression in the value's own spelling; null for a value on several lines. */
function replacementFix({ text }: Parsed, { path, valueSpan, style }: NodeView, span: Span, near: string): Fix | null {
  const source = text.slice(valueSpan.from, span.from) + near + text.slice(span.to, valueSpan.to)
  return style === 'literal' || style === 'folded' || source.includes('\n') ? null : { kind: 'set', path, source }
}

/** A reason as the facts of its sentence; what Hydra brings at launch is no mistake. */
export function reasonFacts(parsed: Parsed, { code, ...facts }: Reason): Facts & { readonly reason: string } {
  if (code === 'unknown-resolver' && 'name' in facts && launchResolvers.includes(facts.name))
    return { reason: 'at-launch', ...facts }
  if (code === 'key-not-found' && isComposed(parsed)) return { reason: 'composed', ...facts }
  return { reason: code, ...facts }
}

/** True when only the launch can tell the value, so that nothing is wrong yet. */
export const isOpenReason = ({ reason }: Facts): boolean =>
  reason === 'no-variable' || reason === 'missing' || reason === 'at-launch' || reason === 'composed'
