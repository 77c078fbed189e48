import { pathKey } from '../../../core/path'
import { planInsertOn } from '../../../core/yaml/plan'
import { specIn } from '../../context/specs-in'
import type { FieldSpec } from '../../schema/field'
import { nearest } from '../../schema/nearest'
import { allSpecs } from '../../schema/specs'
import { classAt, isNeverBuilt, shortName, targetsAt } from '../../schema/targets/targets'
import { type Config, type Kind, splice } from './mutation.test-support'
import { afterOf, knownPlaces, pick, slip, sourceOf } from './mutation-places.test-support'

/** A source that a place takes. */
function fittingSource({ accepts, meta }: FieldSpec): string {
  const fallback = meta.default ?? meta.suggest?.[0]
  if (typeof fallback === 'number' || typeof fallback === 'boolean' || typeof fallback === 'string')
    return JSON.stringify(fallback)
  const [first] = accepts
  if (first === undefined) return '1'
  switch (first.kind) {
    case 'enum':
      return String(first.values[0])
    case 'int':
    case 'float':
      return String(first.min ?? (first.exclusiveMin === undefined ? 1 : first.exclusiveMin + 0.5))
    case 'list':
      return first.length === 2 ? '[0.5, 0.6]' : '[1]'
    default:
      return { null: 'null', bool: 'true', string: 'text', dict: '{}' }[first.kind]
  }
}

const specs = allSpecs()

/** The parameters of the schema at one place that are absent there though the object around them is there. */
const absentSpecs = ({ parsed }: Config): FieldSpec[] =>
  specs.filter(({ pattern }) => {
    const parent = parsed.nodes.get(pathKey(pattern.slice(0, -1)))
    return !pattern.includes('*') && parent?.kind === 'dict' && !parsed.nodes.has(pathKey(pattern))
  })

export const removedKey: Kind = (config) => {
  const { parsed } = config
  return absentSpecs(config)
    .filter(({ meta }) => meta.deprecated?.removed === true)
    .map(({ pattern }) => () => {
      const text = afterOf(planInsertOn(parsed, pattern.slice(0, -1), { key: pattern.at(-1) ?? '', source: 'null' }))
      if (text === null) return null
      return {
        text,
        path: pattern,
        covers: 'key',
        codes: ['removed-key'],
        level: 'error',
        restores: 'bytes',
        touched: [],
      }
    })
}

export const parameterOfAnother: Kind = (config) => {
  const { parsed } = config
  return absentSpecs(config)
    .filter(({ meta: { when } }) => {
      const scalar = parsed.nodes.get(pathKey(when?.key.split('.') ?? ['']))?.scalar
      return when !== undefined && scalar?.t === 'str' && !when.names.includes(scalar.v) && !scalar.v.includes('$')
    })
    .map((spec) => () => {
      const text = afterOf(
        planInsertOn(parsed, spec.pattern.slice(0, -1), {
          key: spec.pattern.at(-1) ?? '',
          source: fittingSource(spec),
        }),
      )
      if (text === null) return null
      return {
        text,
        path: spec.pattern,
        covers: 'key',
        codes: ['not-applicable'],
        restores: 'bytes',
        touched: [],
      }
    })
}

export const wrongParameter: Kind = (config) => {
  const { parsed } = config
  return knownPlaces(config)
    .filter(({ node, spec }) => {
      const target = classAt(parsed, node.path)
      return target !== null && target.takesAny !== true && !isNeverBuilt(parsed, spec.id)
    })
    .map(({ node, spec }) => (random) => {
      const own = Object.keys(classAt(parsed, node.path)?.parameters ?? {})
      const others = targetsAt(spec.id).flatMap(({ parameters }) => Object.keys(parameters))
      const key = pick([...others.filter((other) => !own.includes(other)), 'zzqqzz_vvwwvv'], random) ?? ''
      if (nearest(key, own, 1) !== null || specIn(parsed, [...node.path, 'params', key]) !== null) return null
      const text = afterOf(planInsertOn(parsed, node.path, { key, source: '1' }))
      if (text === null) return null
      return {
        text,
        path: [...node.path, key],
        covers: 'key',
        codes: ['unknown-key', 'unknown-class-parameter'],
        level: 'error',
        restores: 'bytes',
        touched: [],
      }
    })
}

export const unknownClass: Kind = (config) => {
  const { parsed } = config
  return knownPlaces(config)
    .filter(
      ({ node, key }) =>
        key === '_target_' && node.scalar?.t === 'str' && classAt(parsed, node.path.slice(0, -1)) !== null,
    )
    .map(({ node, spec, parent }) => (random) => {
      const name = node.scalar?.t === 'str' ? node.scalar.v : ''
      const short = shortName(name)
      const miss = slip(short, random)
      if (classAt(parsed, parent.path)?.name !== name) return null
      return {
        text: splice(
          parsed.text,
          node.valueSpan,
          sourceOf(parsed, node).replace(new RegExp(`${short}(?=['"]?$)`), miss),
        ),
        path: node.path,
        covers: 'value',
        codes: ['class-unlisted', 'enum'],
        near: spec.accepts.some(({ kind }) => kind === 'enum') ? name : short,
        restores: 'bytes',
        touched: [parent.path],
      }
    })
}
