import { isPlainSafe } from '../../core/yaml/scalar'
import type { FieldSpec } from '../schema/field'
import { placeOfTarget, targetsAt } from '../schema/targets/targets'

/** True when every value of a parameter is a string, so that what is typed is one. */
export const isTextual = (spec: FieldSpec): boolean =>
  spec.accepts.every(
    (accept) =>
      accept.kind === 'string' ||
      accept.kind === 'null' ||
      (accept.kind === 'enum' && accept.values.every((value) => typeof value === 'string')),
  )

/** What a parameter offers to choose from, as sources: the classes that fit its place, closed sets, then usual values. */
export function optionsOf(spec: FieldSpec): string[] {
  const classes = spec.meta.control === 'class' ? targetsAt(placeOfTarget(spec.id)) : []
  if (classes.length > 0) return classes.map(({ name }) => name)
  const closed = spec.accepts.flatMap((accept) => (accept.kind === 'enum' ? accept.values : []))
  const suggested = (spec.meta.suggest ?? []).filter((value) => value !== null && typeof value !== 'object')
  const textual = isTextual(spec)
  const sources = [...closed, ...suggested].map((value) =>
    typeof value === 'string' && !textual && !isPlainSafe(value, 'block') ? `'${value}'` : String(value),
  )
  return [...new Set(sources)]
}
