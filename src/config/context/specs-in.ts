import type { NodeView, Parsed } from '../../core/parsed'
import { childKey, type Path, type PathKey, type PathStep, pathKey } from '../../core/path'
import type { FieldSpec } from '../schema/field'
import { specAt, specBelow } from '../schema/specs'
import { narrowed } from '../schema/targets/narrow'
import type { TargetClass } from '../schema/targets/target-class'
import { type Builder, builderOf } from '../schema/targets/targets'

/** Keys that Hydra takes out of an object before it builds it. hydra:hydra/_internal/instantiate/_instantiate2.py */
export const hydraKeys: readonly PathStep[] = ['_args_', '_convert_', '_recursive_', '_partial_']

const isClass = (builder: Builder): builder is TargetClass => builder !== null && builder !== 'unlisted'

const builderAt = (parsed: Parsed, node: NodeView | undefined, spec: FieldSpec): Builder =>
  node === undefined ? null : builderOf(parsed, node, spec.id)

/**
 * The spec one step below `spec`, as the class that builds the object at `node` takes it; a key that the class does not take keeps its
 * plain spec. NeMo merges a map `params` into its parent, so there the same keys are known. nemo/utils/model_utils.py:480
 */
function specBelowIn(parsed: Parsed, node: NodeView | undefined, spec: FieldSpec, step: PathStep): FieldSpec | null {
  return specBelowOf(builderAt(parsed, node, spec), spec, step)
}

/** As `specBelowIn`, of an object whose builder is known. */
export function specBelowOf(builder: Builder, spec: FieldSpec, step: PathStep): FieldSpec | null {
  const plain = specBelow(spec, step)
  if (!isClass(builder)) return plain
  const own = narrowed(spec, builder)
  return specBelow(own, step) ?? plain ?? (step === 'params' && mergesParams(spec) ? paramsOf(own) : null)
}

/** NeMo merges `params` inside `model`, but not in what lists contain. */
const mergesParams = (spec: FieldSpec): boolean => spec.pattern[0] === 'model' && !spec.pattern.includes('*')

const paramsSpecs = new WeakMap<FieldSpec, FieldSpec>()
function paramsOf(own: FieldSpec): FieldSpec {
  let params = paramsSpecs.get(own)
  if (params === undefined) {
    const accepts = own.accepts.map((accept) =>
      accept.kind === 'dict'
        ? { ...accept, fields: accept.fields.filter(({ pattern }) => pattern.at(-1) !== '_target_') }
        : accept,
    )
    params = { pattern: [...own.pattern, 'params'], id: `${own.id}.params`, meta: own.meta, accepts }
    paramsSpecs.set(own, params)
  }
  return params
}

/** As `specAt`, but of the classes that the text names. */
export function specIn(parsed: Parsed, path: Path): FieldSpec | null {
  let spec = specAt([])
  let key: PathKey = ''
  for (const step of path) {
    if (spec === null) return null
    spec = specBelowIn(parsed, parsed.nodes.get(key), spec, step)
    key = childKey(key, step)
  }
  return spec
}

/** The named parameters inside a place in the schema's order; of an object that a class builds only those that the class takes. */
export function childSpecsIn(parsed: Parsed, path: Path): readonly FieldSpec[] {
  const spec = specIn(parsed, path)
  const builder = spec === null ? null : builderAt(parsed, parsed.nodes.get(pathKey(path)), spec)
  if (spec === null) return []
  if (builder === null) return childrenOf(spec)
  if (builder === 'unlisted') return childrenOf(spec).filter(({ pattern }) => pattern.at(-1) === '_target_')
  const own = narrowed(spec, builder)
  const inParams = specBelow(own, 'params')
  return childrenOf(own).filter(
    ({ pattern }) => inParams === null || specBelow(inParams, pattern.at(-1) ?? '') === null,
  )
}

const childrenOf = (spec: FieldSpec): readonly FieldSpec[] =>
  spec.accepts.flatMap((accept) => (accept.kind === 'dict' ? accept.fields : []))

/** True when the class that builds an object refuses a key that the schema knows there for other classes. */
export const isRefusedByClass = (builder: Builder, spec: FieldSpec, step: PathStep): boolean =>
  isClass(builder) &&
  builder.takesAny !== true &&
  specBelow(spec, step) !== null &&
  specBelow(narrowed(spec, builder), step) === null

/** The keys of the object at `path` that its class refuses. */
export function refusedByClass(parsed: Parsed, path: Path): Path[] {
  const node = parsed.nodes.get(pathKey(path))
  const spec = specIn(parsed, path)
  if (node === undefined || spec === null) return []
  const builder = builderAt(parsed, node, spec)
  return node.children.filter((step) => isRefusedByClass(builder, spec, step)).map((step) => [...path, step])
}
