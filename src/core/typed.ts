import type { PathStep } from './path'

/** A value with its Python type kept, in the encoding of the oracle files: ints as digits of any size, floats as Python's `repr`. */
export type Typed =
  | { t: 'null' }
  | { t: 'bool'; v: boolean }
  | { t: 'int'; v: string }
  | { t: 'float'; v: string }
  | { t: 'str'; v: string }
  | { t: 'bytes'; v: string }
  | { t: 'path'; v: string }
  | { t: 'list'; v: Typed[] }
  | { t: 'dict'; v: [Typed, Typed][] }

export type TypedScalar = Exclude<Typed, { t: 'list' } | { t: 'dict' }>

export const typedStr = (v: string): Typed => ({ t: 'str', v })

/** The JavaScript number of a Python float `repr` (`inf`, `-inf`, `nan`, `1e-08`). */
export function floatOf(repr: string): number {
  if (repr === 'inf') return Number.POSITIVE_INFINITY
  if (repr === '-inf') return Number.NEGATIVE_INFINITY
  return repr === 'nan' ? Number.NaN : Number(repr)
}

/** Python's `repr` of a double: `1.0`, `1e-08`, `1e+16`, `inf`, `nan`. */
export function floatRepr(value: number): string {
  if (Number.isNaN(value)) return 'nan'
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf'
  if (Object.is(value, -0)) return '-0.0'
  const [mantissa = '', exponentText = '0'] = value.toExponential().split('e')
  const exponent = Number(exponentText)
  if (exponent >= -4 && exponent < 16) {
    const plain = String(value)
    return plain.includes('.') ? plain : `${plain}.0`
  }
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`
}

/** What stands where a value has to be given: `???`. */
export const isMissingValue = (value: { readonly t: string; readonly v?: unknown } | null | undefined): boolean =>
  value?.t === 'str' && value.v === '???'

/** True when the value is known only once the config is composed: `???`, or a string with a reference. */
export const isDeferred = (typed: Typed): boolean => typed.t === 'str' && (typed.v === '???' || typed.v.includes('${'))

/** The step that a dict key is in a path. */
export function stepOfKey(key: Typed): string | number | boolean {
  if (key.t === 'int') return Number(key.v)
  if (key.t === 'float') return floatOf(key.v)
  return key.t === 'null' || key.t === 'list' || key.t === 'dict' ? '' : key.v
}

/** Equal values of equal types, dicts with their keys in the same order; NaN equals itself. */
export function sameTyped(a: Typed, b: Typed): boolean {
  if (a === b) return true
  switch (a.t) {
    case 'null':
      return b.t === 'null'
    case 'float':
      return b.t === 'float' && Object.is(floatOf(a.v), floatOf(b.v))
    case 'list':
      return b.t === 'list' && a.v.length === b.v.length && a.v.every((item, i) => sameTyped(item, b.v[i] as Typed))
    case 'dict':
      return b.t === 'dict' && a.v.length === b.v.length && sameEntries(a.v, b.v)
    default:
      return a.t === b.t && a.v === b.v
  }
}

function sameEntries(a: [Typed, Typed][], b: [Typed, Typed][]): boolean {
  return a.every(([key, value], i) => {
    const other = b[i]
    return other !== undefined && sameTyped(key, other[0]) && sameTyped(value, other[1])
  })
}

/** The entry of a dict or list at a step, -1 when there is none. */
export function indexAt(typed: Typed, step: PathStep): number {
  if (typed.t === 'list')
    return typeof step === 'number' && Number.isInteger(step) && step >= 0 && step < typed.v.length ? step : -1
  return typed.t === 'dict' ? typed.v.findIndex(([key]) => isStep(key, step)) : -1
}

function isStep(key: Typed, step: PathStep): boolean {
  if (key.t === 'int') return Number(key.v) === step
  if (key.t === 'float') return Object.is(floatOf(key.v), step)
  return key.t !== 'null' && key.v === step
}

/** A value tree with the node at a path replaced by what `change` makes of it; null when the path does not exist. */
export function changedAt(
  typed: Typed,
  path: readonly PathStep[],
  change: (node: Typed) => Typed | null,
): Typed | null {
  const [step, ...rest] = path
  if (step === undefined) return change(typed)
  const index = indexAt(typed, step)
  if (index < 0) return null
  if (typed.t === 'list') {
    const item = changedAt(typed.v[index] as Typed, rest, change)
    return item === null ? null : { t: 'list', v: typed.v.with(index, item) }
  }
  if (typed.t !== 'dict') return null
  const [key, value] = typed.v[index] as [Typed, Typed]
  const next = changedAt(value, rest, change)
  return next === null ? null : { t: 'dict', v: typed.v.with(index, [key, next]) }
}

/** The value at a path, undefined when there is none. */
export function valueAt(typed: Typed, path: readonly PathStep[]): Typed | undefined {
  let at: Typed | undefined = typed
  for (const step of path) {
    const entry: Typed | [Typed, Typed] | undefined =
      at?.t === 'list' || at?.t === 'dict' ? at.v[indexAt(at, step)] : undefined
    at = Array.isArray(entry) ? entry[1] : entry
  }
  return at
}

/** A dict with an entry put before another (or at its end). */
export function withEntry(dict: Typed, key: Typed, value: Typed, before?: PathStep): Typed | null {
  if (dict.t !== 'dict') return dict.t === 'null' ? { t: 'dict', v: [[key, value]] } : null
  const at = before === undefined ? dict.v.length : indexAt(dict, before)
  return at < 0 ? null : { t: 'dict', v: dict.v.toSpliced(at, 0, [key, value]) }
}

const pythonKey = (key: Typed): string =>
  key.t === 'bool' ? (key.v ? 'True' : 'False') : key.t === 'null' || key.t === 'list' || key.t === 'dict' ? '' : key.v

/** A value as plain JavaScript; dicts without a prototype, so that `__proto__` is a key like any other. */
export function plainOf(typed: Typed): unknown {
  if (typed.t === 'list') return typed.v.map(plainOf)
  if (typed.t !== 'dict') return plainScalar(typed)
  const plain: Record<string, unknown> = Object.create(null)
  for (const [key, value] of typed.v) plain[pythonKey(key)] = plainOf(value)
  return plain
}

/** A scalar as plain JavaScript; integers beyond 2^53 stay exact as bigint. */
function plainScalar(scalar: TypedScalar): string | number | bigint | boolean | null {
  if (scalar.t === 'null') return null
  if (scalar.t === 'int') return Number.isSafeInteger(Number(scalar.v)) ? Number(scalar.v) : BigInt(scalar.v)
  return scalar.t === 'float' ? floatOf(scalar.v) : scalar.v
}
