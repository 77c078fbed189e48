import type { Facts, Fix, Issue, Level } from '../../core/issue'
import { referencesTo } from '../../core/omegaconf/references'
import type { NodeView, Parsed } from '../../core/parsed'
import { childKey, type PathKey, type PathStep, pathKey } from '../../core/path'
import type { Typed } from '../../core/typed'
import { handsKeysOn, notTakenBy } from '../context/choice'
import { childSpecsIn, hydraKeys, isRefusedByClass, specBelowOf } from '../context/specs-in'
import { valueFix } from '../fixes/value-fix'
import { checkValue } from '../schema/check-value'
import { familyOf } from '../schema/family'
import type { Family, FieldMeta, FieldSpec } from '../schema/field'
import { nearest } from '../schema/nearest'
import { readingOf } from '../schema/reading'
import { renamedTo } from '../schema/renamed'
import { specAt, specBelow } from '../schema/specs'
import { isStructured } from '../schema/structured'
import { type Builder, builderOf, shortName } from '../schema/targets/targets'
import { checkTarget, missingParameters, refusedParameter } from './check-target'
import { moveFix, placeElsewhere } from './misplaced'

interface Walk {
  readonly parsed: Parsed
  /** The text as it was most likely meant, which says what optimizers, classes … are chosen. */
  readonly meant: Parsed
  readonly family: Family | null
  readonly found: Issue[]
}

/** What the schema alone says of the values of a text: keys that do not belong, types, bounds, closed sets, parameters of classes. */
export function checkSchema(parsed: Parsed, family: Family | null = familyOf(parsed), meant = parsed): Issue[] {
  const root = specAt([])
  const walk: Walk = { parsed, meant, family, found: [] }
  if (root !== null) checkChildren(walk, parsed.nodes.get(''), root, '')
  return walk.found
}

function checkChildren(walk: Walk, parent: NodeView | undefined, spec: FieldSpec, key: PathKey): void {
  const { parsed, meant, found } = walk
  if (parent === undefined || parent.via !== null || parent.style === 'alias') return
  const builder = builderOf(meant, parent, spec.id)
  const misspelt = new Set<unknown>()
  for (const step of parent.children) {
    const node = parsed.nodes.get(childKey(key, step))
    if (node === undefined) continue
    if (builder !== null && builder !== 'unlisted' && isRefusedByClass(builder, spec, step)) {
      found.push(refusedParameter(node, spec, builder))
      continue
    }
    const below = specBelowOf(builder, spec, step)
    if (below !== null) checkNode(walk, node, below, childKey(key, step), spec)
    else if (parent.kind === 'dict' && namesItsKeys(meant, spec, key, builder, step)) {
      const issue = unknownKey(walk, node, spec, builder)
      misspelt.add(issue.facts.near)
      found.push(issue)
    }
  }
  if (parent.kind !== 'dict') return
  found.push(
    ...missingParameters({ ...walk, parsed: meant }, parent, spec, builder).filter(
      ({ facts }) => !misspelt.has(facts.key),
    ),
  )
}

/** True when a key that the schema does not name has no business in an object. */
function namesItsKeys(parsed: Parsed, spec: FieldSpec, key: PathKey, builder: Builder, step: PathStep): boolean {
  if (builder === 'unlisted' || builder?.takesAny === true || handsKeysOn(parsed, key)) return false
  if (spec.meta.ownKeys?.includes(String(step)) === true) return false
  if (builder !== null) return !hydraKeys.includes(step)
  const isFree = spec.meta.unknownKeys === 'free' || spec.accepts.some((it) => it.kind === 'dict' && it.free !== null)
  return !isFree && spec.accepts.some((it) => it.kind === 'dict' && it.fields.length > 0)
}

function checkNode(walk: Walk, node: NodeView, spec: FieldSpec, key: PathKey, parent: FieldSpec): void {
  const { parsed, meant, found } = walk
  const { deprecated } = spec.meta
  const chosen = deprecated?.removed === true ? null : notTakenBy(meant, spec)
  if (chosen !== null) {
    found.push(notApplicable(node, spec, parent, chosen))
    return
  }
  if (deprecated !== undefined) found.push(deprecatedKey(parsed, node, deprecated))
  if (deprecated?.removed === true) return
  const isUnused = spec.meta.unused === true && deprecated === undefined && !isReferredTo(parsed, node)
  const problem = isUnused && !isStructured(spec) ? null : valueProblem(parsed, node, spec)
  if (problem !== null || isUnused) {
    found.push(problem ?? unusedKey(node))
    return
  }
  found.push(...checkTarget(parsed, node, spec))
  checkChildren(walk, node, spec, key)
}

function valueProblem({ text }: Parsed, node: NodeView, spec: FieldSpec): Issue | null {
  const problem = checkValue(spec, typedOf(node))
  if (problem === null) return null
  const fix = valueFix(spec, node, problem, text)
  const source = text.slice(node.valueSpan.from, node.valueSpan.to)
  const misleads = node.style === 'plain' && node.scalar !== null && readingOf(source, node.scalar) !== null
  return {
    code: problem.code,
    path: node.path,
    span: node.style === 'empty' ? (node.keySpan ?? node.valueSpan) : node.valueSpan,
    level: 'error',
    facts: misleads ? { ...problem.facts, source } : problem.facts,
    ...(fix === null ? {} : { fix }),
  }
}

/** A node's type for a check of itself; what a list or dict contains is checked at its own place. */
function typedOf(node: NodeView): Typed {
  if (node.scalar !== null) return node.scalar
  if (node.kind === 'dict') return { t: 'dict', v: [] }
  return { t: 'list', v: node.children.map(() => ({ t: 'null' })) }
}

const levelOf = (spec: FieldSpec): Level => (spec.meta.unknownKeys === 'error' ? 'error' : 'warning')

/** In a map of more keys nobody has misspelt one: it is no NeMo config, and guessing would take seconds. */
const mostGuessed = 300

/** A key that the schema does not name here: perhaps misspelt, perhaps right in another section. */
function unknownKey({ parsed, meant, family }: Walk, node: NodeView, parent: FieldSpec, builder: Builder): Issue {
  const key = String(node.path.at(-1))
  const parentKey = pathKey(node.path.slice(0, -1))
  const isGuessed = (parsed.nodes.get(parentKey)?.children.length ?? 0) <= mostGuessed
  const specs = isGuessed ? childSpecsIn(meant, node.path.slice(0, -1)) : []
  const siblings = specs.map(({ pattern }) => pattern.at(-1) ?? '')
  const absent = siblings.filter((name) => !parsed.nodes.has(childKey(parentKey, name)))
  const slip = renamedTo(parent.id, key) ?? nearest(key, absent, 1) ?? nearest(key, siblings, 1)
  const place = slip === null && isGuessed ? placeElsewhere(parsed, node, family) : null
  const near = slip ?? (place === null ? (nearest(key, absent) ?? nearest(key, siblings)) : null)
  const target: Facts = builder !== null && builder !== 'unlisted' ? { class: shortName(builder.name) } : {}
  const fix = place !== null ? moveFix(parsed, node, place) : unknownFix(parsed, node, parent, near)
  return {
    code: 'unknown-key',
    path: node.path,
    span: node.keySpan,
    level: levelOf(parent),
    facts: { key, ...(near === null ? {} : { near }), ...(place === null ? {} : { place: place.id }), ...target },
    ...(fix === null ? {} : { fix }),
  }
}

/** The key by its right name; without one, or when the value does not fit there, a key that stops the run goes. */
function unknownFix(parsed: Parsed, node: NodeView, parent: FieldSpec, near: string | null): Fix | null {
  const removal: Fix = { kind: 'remove', path: node.path }
  if (near === null) return levelOf(parent) === 'error' ? removal : null
  const isRenamed = renamedTo(parent.id, String(node.path.at(-1))) === near
  return isRenamed && !fitsAt(node, parent, near) ? removal : renameFix(parsed, node, near)
}

/** True when the value that a key has could stand at the one that took its place. */
function fitsAt(node: NodeView, parent: FieldSpec, key: string): boolean {
  const spec = specBelow(parent, key)
  return spec !== null && checkValue(spec, typedOf(node)) === null
}

/** Renames a key unless the other one is there already. */
const renameFix = (parsed: Parsed, node: NodeView, key: string): Fix | null =>
  parsed.nodes.has(pathKey([...node.path.slice(0, -1), key])) ? null : { kind: 'rename', path: node.path, key }

/** A parameter of another optimizer, schedule or sampler: an error where the code refuses it, else it is not read. */
function notApplicable(node: NodeView, spec: FieldSpec, parent: FieldSpec, name: string): Issue {
  return {
    code: 'not-applicable',
    path: node.path,
    span: node.keySpan,
    level: parent.meta.unknownKeys === 'error' && spec.meta.when?.tolerated !== true ? 'error' : 'info',
    facts: { key: String(node.path.at(-1)), name, names: spec.meta.when?.names ?? [] },
    fix: { kind: 'remove', path: node.path },
  }
}

const isReferredTo = (parsed: Parsed, { path }: NodeView): boolean => referencesTo(parsed, path).length > 0

const unusedKey = (node: NodeView): Issue => ({
  code: 'unused-key',
  path: node.path,
  span: node.keySpan,
  level: 'info',
  facts: { key: String(node.path.at(-1)) },
  fix: { kind: 'remove', path: node.path },
})

/** Nothing is lost with it. */
const isNull = ({ scalar }: NodeView): boolean => scalar?.t === 'null'

function deprecatedKey(
  parsed: Parsed,
  node: NodeView,
  { since, replacement, removed }: NonNullable<FieldMeta['deprecated']>,
): Issue {
  const successor = replacement === undefined ? null : specAt(replacement.split('.'))
  const fits = successor !== null && (node.scalar === null || checkValue(successor, node.scalar) === null)
  return {
    code: removed ? 'removed-key' : 'deprecated-key',
    path: node.path,
    span: node.keySpan,
    level: removed ? 'error' : 'warning',
    facts: {
      key: String(node.path.at(-1)),
      since: since ?? null,
      ...(replacement === undefined ? {} : { replacement }),
    },
    fix: (fits && !isNull(node) ? moveFix(parsed, node, successor) : null) ?? { kind: 'remove', path: node.path },
  }
}
