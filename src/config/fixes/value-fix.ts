import type { Fix } from '../../core/issue'
import type { NodeView } from '../../core/parsed'
import type { Typed, TypedScalar } from '../../core/typed'
import { isRefused, readScalar } from '../../core/yaml/read-scalar'
import { quoted, scalarSource } from '../../core/yaml/scalar'
import { checkValue, type ValueProblem } from '../schema/check-value'
import type { FieldSpec, NumberAccept } from '../schema/field'
import { lookOf } from '../schema/reading'

/** The repair of a refused value, where only one suggests itself; what it writes is accepted. */
export function valueFix(spec: FieldSpec, node: NodeView, problem: ValueProblem, text: string): Fix | null {
  if (problem.code === 'null') return nullFix(spec, node)
  const unmarked = markFix(spec, node, text)
  if (unmarked !== null) return unmarked
  const source = sourceInstead(spec, node, problem, text)
  return source === null ? null : { kind: 'set', path: node.path, source }
}

/**
 * `! "5"`: the mark takes the quotes away, so that it is the number. The repair removes it where the text fits, else the quotes too. Null
 * for any other value.
 */
export function markFix(spec: FieldSpec | null, { style, scalar, valueSpan }: NodeView, text: string): Fix | null {
  if (scalar === null || scalar.t === 'str' || (style !== 'single' && style !== 'double')) return null
  const from = markBefore(text, valueSpan.from)
  if (from === null) return null
  const inner = text.slice(valueSpan.from + 1, valueSpan.to - 1)
  const isText = spec === null || checkValue(spec, { t: 'str', v: inner }) === null
  const edit = isText
    ? { from, to: valueSpan.from, insert: '' }
    : { from, to: valueSpan.to, insert: scalarSource(scalar) }
  return { kind: 'edits', edits: [edit] }
}

/** Where a `!` stands that only blanks and line ends separate from an offset; null when there is none. */
function markBefore(text: string, offset: number): number | null {
  let at = offset - 1
  while (at >= 0 && /\s/.test(text.charAt(at))) at--
  return at >= 0 && at < offset - 1 && text[at] === '!' ? at : null
}

/** What NeMo takes when the key is absent, written out; a key without a known default goes, unless it must be there. */
function nullFix({ meta }: FieldSpec, { path }: NodeView): Fix | null {
  const { default: fallback, required } = meta
  if (typeof fallback === 'boolean' || typeof fallback === 'string' || typeof fallback === 'number')
    return { kind: 'set', path, source: literalSource(fallback) }
  return required === true ? null : { kind: 'remove', path }
}

/** The source of a default as the schema has it. */
export const literalSource = (value: boolean | string | number): string => scalarSource(typedOf(value))

const typedOf = (value: boolean | string | number): Typed =>
  typeof value === 'boolean'
    ? { t: 'bool', v: value }
    : typeof value === 'string'
      ? { t: 'str', v: value }
      : { t: Number.isInteger(value) ? 'int' : 'float', v: String(value) }

function sourceInstead(spec: FieldSpec, node: NodeView, { code, facts }: ValueProblem, text: string): string | null {
  if (code === 'enum') return typeof facts.near === 'string' ? enumSource(spec, facts.near) : null
  const { scalar } = node
  if (scalar === null) return null
  if (code === 'range') return clamped(spec, scalar)
  return code === 'type' ? retyped(spec, scalar, text.slice(node.valueSpan.from, node.valueSpan.to)) : null
}

/** The source of a member of a closed set, quoted when it is a text that would be read as something else. */
function enumSource({ accepts }: FieldSpec, name: string): string {
  const members = accepts.flatMap((accept) => (accept.kind === 'enum' ? accept.values : []))
  return literalSource(members.find((member) => String(member) === name) ?? name)
}

/** A whole number beyond a bound becomes the bound. */
function clamped({ accepts }: FieldSpec, scalar: TypedScalar): string | null {
  const int = accepts.find((accept): accept is NumberAccept => accept.kind === 'int')
  if (scalar.t !== 'int' || int === undefined) return null
  const bound = int.min !== undefined && Number(scalar.v) < int.min ? int.min : int.max
  return bound === undefined ? null : String(bound)
}

/** What a text would be without its quotes, or as it was meant, where that fits. */
function readFromText(scalar: TypedScalar & { t: 'str' }, fits: (typed: Typed) => boolean): string | null {
  const text = scalar.v.trim()
  const meant = lookOf(text)?.meant ?? null
  if (meant !== null && fits(meant)) return scalarSource(meant)
  const read = readScalar(text)
  return !isRefused(read) && read.t !== 'str' && read.t !== 'null' && fits(read) ? text : null
}

/** The same written as another type: `"1"` as 1, `3.0` as 3, `.5e3` as 500.0, `1:30` as text, `a` as the list of it. */
function retyped(spec: FieldSpec, scalar: TypedScalar, source: string): string | null {
  const fits = (typed: Typed) => checkValue(spec, typed) === null
  const read = scalar.t === 'str' ? readFromText(scalar, fits) : null
  if (read !== null) return read
  if (scalar.t === 'float' && /^-?\d+\.0$/.test(scalar.v)) {
    const int: Typed = { t: 'int', v: scalar.v.slice(0, -2) }
    if (fits(int)) return int.v
  }
  if (scalar.t !== 'str' && scalar.t !== 'null' && fits({ t: 'str', v: source })) return quoted(source, 'single')
  const list: Typed = { t: 'list', v: [scalar] }
  const item = spec.accepts.find((accept) => accept.kind === 'list')?.item
  return item !== undefined && fits(list) && checkValue(item, scalar) === null ? scalarSource(list) : null
}
