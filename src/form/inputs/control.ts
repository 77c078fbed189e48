import { isTextual, optionsOf } from '../../config/context/options'
import type { FieldSpec } from '../../config/schema/field'
import { readSource } from '../../core/yaml/plan-value'
import { textSource } from '../../core/yaml/scalar'
import type { FieldView } from '../../state/views/field-view'

/**
 * How a value is edited. `text`: the decoded string, quotes and escapes are ours; `source`: the scalar's own spelling, so that `1e-4`
 * stays `1e-4`; `choice` and `pair` likewise with help; `switch` only while the value is a boolean or nothing.
 */
export type Control = 'switch' | 'text' | 'source' | 'choice' | 'pair'

const pairPattern = /^\s*(?:\d+\s*)?,\s*(?:\d+\s*)?$/

/** The control for what stands at a place now. */
export function controlOf(spec: FieldSpec | null, view: FieldView): Control {
  if (spec === null || spec.accepts.length === 0) return controlOfValue(view)
  const kinds = spec.accepts.map((accept) => accept.kind).filter((kind) => kind !== 'null')
  const { scalar } = view
  if (kinds.every((kind) => kind === 'bool') && (scalar === null || scalar.t === 'bool' || scalar.t === 'null'))
    return 'switch'
  if (
    spec.meta.control === 'pair' &&
    (scalar === null || scalar.t === 'null' || (scalar.t === 'str' && pairPattern.test(scalar.v)))
  )
    return 'pair'
  if (optionsOf(spec).length > 0) return 'choice'
  return isTextual(spec) && (scalar === null || scalar.t === 'str' || scalar.t === 'null') ? 'text' : 'source'
}

const controlOfValue = ({ scalar }: FieldView): Control =>
  scalar?.t === 'bool' ? 'switch' : scalar?.t === 'str' ? 'text' : 'source'

/** What a control shows of a value. A value inside a text field that is no string shows its source. */
export function shownOf(control: Control, view: FieldView, textual: boolean): string {
  const { scalar, source } = view
  if (scalar === null || scalar.t === 'null') return ''
  if (scalar.t === 'str' && (control === 'text' || control === 'pair' || (control === 'choice' && textual)))
    return scalar.v
  return source
}

/** The source that typed text stands for; the same text always gives the same source. Nothing typed is null, or an empty string where null is no value. */
export function sourceOfTyped(control: Control, typed: string, view: FieldView, spec: FieldSpec | null): string {
  const textual = spec === null ? control === 'text' : isTextual(spec)
  if (typed === '' && (!textual || spec === null || spec.accepts.some((accept) => accept.kind === 'null')))
    return spec === null && textual ? "''" : 'null'
  if (textual) return textSource(typed, view.source)
  const source = typed.trim()
  if (source === '') return 'null'
  return readSource(source) === null ? textSource(typed) : source
}
