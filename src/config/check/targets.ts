import type { Issue } from '../../core/issue'
import type { NodeView, Parsed } from '../../core/parsed'
import { childKey, pathKey } from '../../core/path'
import { isDeferred } from '../../core/typed'
import type { Family, FieldSpec } from '../schema/field'
import { nearest } from '../schema/nearest'
import { specBelow } from '../schema/specs'
import { requiredOf, type TargetClass } from '../schema/targets/target-class'
import { type Builder, isNeverBuilt, movedTo, placeOfTarget, shortName, targetsAt } from '../schema/targets/targets'
import type { Names } from './keys'
import type { Place } from './places'

/**
 * What is wrong with the classes of `_target_` and their parameters. `keys`: the issues of keys; what a misspelt key was meant for is not
 * missing.
 */
export function targetIssues(
  { parsed, intended, family }: Names,
  places: readonly Place[],
  keys: readonly Issue[],
): Issue[] {
  const misspelt = new Set(
    keys.flatMap(({ path, facts: { near } }) =>
      typeof near === 'string' ? [pathKey([...path.slice(0, -1), near])] : [],
    ),
  )
  return places.flatMap((place) => {
    if (place.kind === 'refused') return refusedParameter(place.node, place.parent, place.builder)
    if (
      place.kind === 'known' &&
      place.problem === null &&
      !place.isUnused &&
      place.spec.meta.deprecated?.removed !== true
    )
      return checkTarget(parsed, place.node, place.spec)
    if (place.kind !== 'map') return []
    const { node, spec, builder } = place
    return missingParameters({ parsed: intended, family }, node, spec, builder).filter(
      ({ facts }) => !misspelt.has(pathKey([...node.path, String(facts.key)])),
    )
  })
}

/** A key that the schema knows here for other classes only. */
function refusedParameter(node: NodeView, parent: FieldSpec, target: TargetClass): Issue {
  const key = String(node.path.at(-1))
  const takers = targetsAt(parent.id).filter(({ parameters }) => Object.hasOwn(parameters, key))
  const own = nearest(key, Object.keys(target.parameters), 1)
  return {
    code: 'unknown-class-parameter',
    path: node.path,
    span: node.keySpan,
    level: 'error',
    facts: {
      key,
      class: shortName(target.name),
      names: takers.map(({ name }) => shortName(name)),
      ...(own === null ? {} : { near: own }),
    },
    fix: own === null ? { kind: 'remove', path: node.path } : { kind: 'rename', path: node.path, key: own },
  }
}

interface Context {
  readonly parsed: Parsed
  readonly family: Family | null
}

/**
 * The parameters that an object's class needs and that it lacks. A config for inference is merged into the one of its checkpoint, so
 * there its `model` need not be whole. nemo/collections/multimodal/parts/utils.py:307
 */
function missingParameters(context: Context, node: NodeView, spec: FieldSpec, builder: Builder): Issue[] {
  const { parsed, family } = context
  if (builder === null) return missingTarget(context, node, spec)
  if (builder === 'unlisted' || (family === 'inference' && spec.pattern[0] === 'model')) return []
  const key = pathKey(node.path)
  const inside = specBelow(spec, 'params') === null ? [] : ['params']
  const isThere = (name: string) =>
    parsed.nodes.has(childKey(key, name)) || parsed.nodes.has(childKey(childKey(key, 'params'), name))
  return requiredOf(builder)
    .filter((name) => !isThere(name))
    .map((name) => ({
      code: 'missing-class-parameter',
      path: [...node.path, ...(parsed.nodes.has(childKey(key, 'params')) ? inside : []), name],
      span: parsed.nodes.get(childKey(key, '_target_'))?.keySpan ?? node.keySpan,
      level: 'error',
      facts: { key: name, class: shortName(builder.name) },
    }))
}

/** An object that a class has to build names none. `cls` and `target` are older names. nemo/core/classes/common.py:Serialization.from_config_dict */
function missingTarget({ parsed, family }: Context, node: NodeView, spec: FieldSpec): Issue[] {
  const isMerged = family === 'inference' && spec.pattern[0] === 'model'
  const isNeeded = specBelow(spec, '_target_')?.meta.required === true && targetsAt(spec.id).length > 0
  if (!isNeeded || isMerged || isNeverBuilt(parsed, spec.id)) return []
  if (['_target_', 'target', 'cls'].some((key) => parsed.nodes.has(childKey(pathKey(node.path), key)))) return []
  const path = [...node.path, '_target_']
  return [{ code: 'missing-class', path, span: node.keySpan, level: 'error', facts: { key: String(node.path.at(-1)) } }]
}

/** Whether a class fits its place: it may have moved, be meant for another place, or be known not to work. */
function checkTarget(parsed: Parsed, node: NodeView, spec: FieldSpec): Issue[] {
  if (node.scalar?.t !== 'str') return []
  const place = placeOfTarget(spec.id)
  const classes = targetsAt(place)
  if (classes.length === 0 || isDeferred(node.scalar)) return []
  const isIdle = isNeverBuilt(parsed, place)
  const name = node.scalar.v
  const issue = (code: string, level: Issue['level'], facts: Issue['facts'], source: string | null): Issue[] => [
    {
      code,
      path: node.path,
      span: node.valueSpan,
      level,
      facts: { class: shortName(name), ...facts },
      ...(source === null ? {} : { fix: { kind: 'set', path: node.path, source } }),
    },
  ]
  const now = movedTo(name)
  if (now !== null) return issue('class-moved', isIdle ? 'info' : 'error', { near: now }, now)
  if (isIdle) return []
  const listed = classes.find((target) => target.name === name)
  const status = listed?.places[place]
  if (status === 'fails' || status === 'wrong results' || status === 'no data source')
    return issue('class-status', status === 'fails' ? 'error' : 'warning', { status }, null)
  if (listed !== undefined) return []
  const near = nearClass(name, classes)
  return issue('class-unlisted', 'warning', near === null ? {} : { near: shortName(near) }, near)
}

/** The class that a misspelt import path, or a right name in a wrong module, most likely meant. */
function nearClass(name: string, classes: readonly TargetClass[]): string | null {
  const names = classes.map((target) => target.name)
  const own = nearest(shortName(name), names.map(shortName))
  return names.find((known) => shortName(known) === own) ?? nearest(name, names)
}
