import { referencesTo } from '../../core/omegaconf/references'
import type { NodeView, Parsed } from '../../core/parsed'
import { childKey, type PathKey, type PathStep } from '../../core/path'
import type { Typed } from '../../core/typed'
import { handsKeysOn, notTakenBy } from '../context/choice'
import { hydraKeys, isRefusedByClass, specBelowOf } from '../context/specs-in'
import { checkValue, type ValueProblem } from '../schema/check-value'
import type { FieldSpec } from '../schema/field'
import { specAt } from '../schema/specs'
import { isStructured } from '../schema/structured'
import type { TargetClass } from '../schema/targets/target-class'
import { type Builder, builderOf } from '../schema/targets/targets'

/** A place of a text as the schema sees it; what is inside one that is wrong is no place of its own. */
export type Place =
  | { readonly kind: 'unknown'; readonly node: NodeView; readonly parent: FieldSpec; readonly builder: Builder }
  | { readonly kind: 'refused'; readonly node: NodeView; readonly parent: FieldSpec; readonly builder: TargetClass }
  | {
      readonly kind: 'not-applicable'
      readonly node: NodeView
      readonly spec: FieldSpec
      readonly parent: FieldSpec
      /** The optimizer, schedule or sampler that is chosen instead. */
      readonly chosen: string
    }
  | {
      readonly kind: 'known'
      readonly node: NodeView
      readonly spec: FieldSpec
      readonly problem: ValueProblem | null
      readonly isUnused: boolean
    }
  /** A map whose keys have all been looked at. */
  | { readonly kind: 'map'; readonly node: NodeView; readonly spec: FieldSpec; readonly builder: Builder }

/**
 * The places of a text in its order. `intended` is the text as it was most likely meant, which says what optimizers, classes … are chosen.
 */
export function placesOf(parsed: Parsed, intended: Parsed): Place[] {
  const root = specAt([])
  const found: Place[] = []
  if (root !== null) addChildren({ parsed, intended, found }, parsed.nodes.get(''), root, '')
  return found
}

interface Walk {
  readonly parsed: Parsed
  readonly intended: Parsed
  readonly found: Place[]
}

function addChildren(walk: Walk, parent: NodeView | undefined, spec: FieldSpec, key: PathKey): void {
  const { parsed, intended, found } = walk
  if (parent === undefined || parent.via !== null || parent.style === 'alias') return
  const builder = builderOf(intended, parent, spec.id)
  for (const step of parent.children) {
    const node = parsed.nodes.get(childKey(key, step))
    if (node === undefined) continue
    if (builder !== null && builder !== 'unlisted' && isRefusedByClass(builder, spec, step)) {
      found.push({ kind: 'refused', node, parent: spec, builder })
      continue
    }
    const below = specBelowOf(builder, spec, step)
    if (below !== null) addPlace(walk, { node, spec: below, key: childKey(key, step), parent: spec })
    else if (parent.kind === 'dict' && namesItsKeys(intended, { spec, key, builder }, step))
      found.push({ kind: 'unknown', node, parent: spec, builder })
  }
  if (parent.kind === 'dict') found.push({ kind: 'map', node: parent, spec, builder })
}

/** An object, and what builds it. */
interface Holder {
  readonly spec: FieldSpec
  readonly key: PathKey
  readonly builder: Builder
}

/** True when a key that the schema does not name has no business in an object. */
function namesItsKeys(parsed: Parsed, { spec, key, builder }: Holder, step: PathStep): boolean {
  if (builder === 'unlisted' || builder?.takesAny === true || handsKeysOn(parsed, key)) return false
  if (spec.meta.ownKeys?.includes(String(step)) === true) return false
  if (builder !== null) return !hydraKeys.includes(step)
  const isFree = spec.meta.unknownKeys === 'free' || spec.accepts.some((it) => it.kind === 'dict' && it.free !== null)
  return !isFree && spec.accepts.some((it) => it.kind === 'dict' && it.fields.length > 0)
}

interface KnownNode {
  readonly node: NodeView
  readonly spec: FieldSpec
  readonly key: PathKey
  readonly parent: FieldSpec
}

function addPlace(walk: Walk, { node, spec, key, parent }: KnownNode): void {
  const { parsed, intended, found } = walk
  const { deprecated } = spec.meta
  const isRemoved = deprecated?.removed === true
  const chosen = isRemoved ? null : notTakenBy(intended, spec)
  if (chosen !== null) {
    found.push({ kind: 'not-applicable', node, spec, parent, chosen })
    return
  }
  const isUnused = spec.meta.unused === true && deprecated === undefined && !isReferredTo(parsed, node)
  const isJudged = !isRemoved && (!isUnused || isStructured(spec))
  const problem = isJudged ? checkValue(spec, ownTypeOf(node)) : null
  found.push({ kind: 'known', node, spec, problem, isUnused })
  if (!isRemoved && problem === null && !isUnused) addChildren(walk, node, spec, key)
}

const isReferredTo = (parsed: Parsed, { path }: NodeView): boolean => referencesTo(parsed, path).length > 0

/** A node's type for a check of itself; what a list or dict contains is checked at its own place. */
export function ownTypeOf(node: NodeView): Typed {
  if (node.scalar !== null) return node.scalar
  if (node.kind === 'dict') return { t: 'dict', v: [] }
  return { t: 'list', v: node.children.map(() => ({ t: 'null' })) }
}
