import type { Fix, Issue } from '../../core/issue'
import { once } from '../../core/once'
import type { NodeView, Parsed } from '../../core/parsed'
import { pathKey, samePath } from '../../core/path'
import { notTakenBy } from '../context/choice'
import { checkValue } from '../schema/check-value'
import type { Family, FieldSpec } from '../schema/field'
import { allSpecs, specAt } from '../schema/specs'

/** The parameters that are read and stand at one place only, by their last step. */
const namesakes = once((): ReadonlyMap<string, readonly FieldSpec[]> => {
  const byKey = new Map<string, FieldSpec[]>()
  for (const spec of allSpecs()) {
    const { pattern, meta } = spec
    if (pattern.includes('*') || meta.unused === true || meta.deprecated !== undefined) continue
    byKey.set(pattern.at(-1) ?? '', [...(byKey.get(pattern.at(-1) ?? '') ?? []), spec])
  }
  return byKey
})

/**
 * Where a key belongs that its own section does not know: the place of that name in this kind of config, best one that is still free in
 * a section that is there and needs it, near and not deep. Null when none is, or when several are as good.
 */
export function placeElsewhere(parsed: Parsed, node: NodeView, family: Family | null): FieldSpec | null {
  const ranked = (namesakes().get(String(node.path.at(-1))) ?? [])
    .filter((spec) => isRead(spec, family) && takes(parsed, node, spec))
    .map((spec) => ({ spec, rank: rankOf(parsed, node, spec) }))
    .sort((a, b) => b.rank - a.rank)
  const [best, next] = ranked
  return best === undefined || best.rank === next?.rank ? null : best.spec
}

function rankOf(parsed: Parsed, node: NodeView, spec: FieldSpec): number {
  const isFree = !parsed.nodes.has(pathKey(spec.pattern))
  const isAround = parsed.nodes.has(pathKey(spec.pattern.slice(0, -1)))
  const isMissed = isFree && isAround && spec.meta.required === true
  const shared = sharedLength(spec, node)
  return (isFree ? 400 : 0) + (isAround ? 200 : 0) + (isMissed ? 100 : 0) + (shared - spec.pattern.length) * 10 + shared
}

const isRead = ({ meta: { families } }: FieldSpec, family: Family | null): boolean =>
  family === null || families === undefined || families.includes(family)

/** True when the value that stands in the text could stand there. */
function takes(parsed: Parsed, node: NodeView, spec: FieldSpec): boolean {
  if (notTakenBy(parsed, spec) !== null) return false
  if (node.scalar !== null) return checkValue(spec, node.scalar) === null
  return spec.accepts.some(({ kind }) => kind === node.kind)
}

/** How many steps from the root two places have in common. */
function sharedLength({ pattern }: FieldSpec, { path }: NodeView): number {
  const length = pattern.findIndex((step, i) => path[i] !== step)
  return length < 0 ? pattern.length : length
}

/**
 * Takes a key with its value to where it belongs: a rename beside, else written there and removed here. Null when something stands
 * there already, or when the value is written over several lines.
 */
export function moveFix(parsed: Parsed, node: NodeView, { pattern }: FieldSpec): Fix | null {
  if (parsed.nodes.has(pathKey(pattern))) return null
  if (samePath(pattern.slice(0, -1), node.path.slice(0, -1)))
    return { kind: 'rename', path: node.path, key: pattern.at(-1) ?? '' }
  const source = parsed.text.slice(node.valueSpan.from, node.valueSpan.to)
  if (source === '' || source.includes('\n') || node.style === 'block' || node.style === 'alias') return null
  return {
    kind: 'all',
    fixes: [
      { kind: 'set', path: pattern, source },
      { kind: 'remove', path: node.path },
    ],
  }
}

/**
 * A key in a section that does not know it, while exactly one place is said to lack a key of that name which its value fits, belongs there:
 * both are one issue.
 */
export function withMissedPlaces(parsed: Parsed, issues: readonly Issue[]): readonly Issue[] {
  const missed = absentByKey(parsed, issues)
  if (missed.size === 0) return issues
  const joined = new Map<Issue, Issue>()
  const gone = new Set<Issue>()
  for (const issue of issues) {
    const node = parsed.nodes.get(pathKey(issue.path))
    if (issue.code !== 'unknown-key' || issue.facts.near !== undefined || node === undefined) continue
    const about = missed.get(String(issue.facts.key)) ?? []
    const spec = onlySpecOf(about)
    if (spec === null || !takes(parsed, node, spec)) continue
    const isNeeded = about.some(({ level }) => level === 'error')
    joined.set(issue, movedTo(parsed, issue, { node, spec, isNeeded }))
    for (const one of about) gone.add(one)
    missed.delete(String(issue.facts.key))
  }
  return joined.size === 0 ? issues : issues.filter((one) => !gone.has(one)).map((one) => joined.get(one) ?? one)
}

/** The parameter that all of these issues are about, null when they are about several places or it is known by no one place. */
function onlySpecOf([first, ...others]: readonly Issue[]): FieldSpec | null {
  if (first === undefined || others.some(({ path }) => !samePath(path, first.path))) return null
  const spec = specAt(first.path)
  return spec === null || spec.pattern.includes('*') ? null : spec
}

/** The issues about absent places by the names of these. */
function absentByKey(parsed: Parsed, issues: readonly Issue[]): Map<string, Issue[]> {
  const found = new Map<string, Issue[]>()
  for (const issue of issues) {
    const key = issue.path.at(-1)
    if (typeof key !== 'string' || parsed.nodes.has(pathKey(issue.path))) continue
    const alike = found.get(key)
    if (alike === undefined) found.set(key, [issue])
    else alike.push(issue)
  }
  return found
}

/** A key that the run needs, or can do without, at the place of a spec. */
interface Misplaced {
  readonly node: NodeView
  readonly spec: FieldSpec
  readonly isNeeded: boolean
}

function movedTo(parsed: Parsed, issue: Issue, { node, spec, isNeeded }: Misplaced): Issue {
  const { fix: _, ...rest } = issue
  const fix = moveFix(parsed, node, spec)
  return {
    ...rest,
    level: isNeeded ? 'error' : issue.level,
    facts: { ...issue.facts, place: spec.id, ...(isNeeded ? { needed: true } : {}) },
    ...(fix === null ? {} : { fix }),
  }
}
