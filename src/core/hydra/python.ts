import { floatOf, floatRepr } from '../typed'
import type { OverrideValue } from './override'

/** A number in Python's sense, in which booleans are 0 and 1. */
export type PythonNumber = Extract<OverrideValue, { t: 'int' | 'float' | 'bool' }>

const isNumber = (value: OverrideValue): value is PythonNumber =>
  value.t === 'int' || value.t === 'float' || value.t === 'bool'
const doubleOf = (value: PythonNumber): number => (value.t === 'float' ? floatOf(value.v) : Number(value.v))
const wholeOf = (value: PythonNumber): bigint => BigInt(value.t === 'bool' ? Number(value.v) : value.v)
const int = (value: bigint): OverrideValue => ({ t: 'int', v: String(value) })
const float = (value: number): OverrideValue => ({ t: 'float', v: floatRepr(value) })

/** Python's `int(x)`; null where it raises. */
export function toInt(value: OverrideValue): OverrideValue | null {
  if (value.t === 'str') {
    const text = value.v.trim()
    if (text.length > 4300 || !/^[+-]?\d+(?:_\d+)*$/.test(text)) return null
    return int(BigInt(text.replaceAll(/[_+]/g, '').replace('-', '')) * (text.startsWith('-') ? -1n : 1n))
  }
  if (value.t === 'float') {
    const double = floatOf(value.v)
    return Number.isFinite(double) ? int(BigInt(Math.trunc(double))) : null
  }
  return isNumber(value) ? int(wholeOf(value)) : null
}

const floatWord =
  /^[+-]?(?:(?:\d+(?:_\d+)*(?:\.(?:\d+(?:_\d+)*)?)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+(?:_\d+)*)?|inf(?:inity)?|nan)$/i

/** Python's `float(x)`; null where it raises. */
export function toFloat(value: OverrideValue): OverrideValue | null {
  if (value.t === 'str') {
    const text = value.v.trim().toLowerCase()
    if (!floatWord.test(text)) return null
    const bare = text.replaceAll('_', '').replace(/inf(?:inity)?$/, 'Infinity')
    return float(bare.endsWith('nan') ? Number.NaN : Number(bare))
  }
  if (!isNumber(value)) return null
  const double = doubleOf(value)
  return value.t === 'int' && !Number.isFinite(double) ? null : float(double)
}

/** Hydra's `str()`: booleans in lower case. */
export function toStr(value: OverrideValue): OverrideValue | null {
  return value.t === 'str' || isNumber(value) ? { t: 'str', v: String(value.v) } : null
}

/** Hydra's `bool()`: of texts only `true` and `false`. */
export function toBool(value: OverrideValue): OverrideValue | null {
  if (value.t === 'null') return { t: 'bool', v: false }
  if (isNumber(value)) return { t: 'bool', v: doubleOf(value) !== 0 }
  if (value.t !== 'str' || !/^(?:true|false)$/i.test(value.v)) return null
  return { t: 'bool', v: value.v.toLowerCase() === 'true' }
}

/** Below, equal or above as Python's `<` sees it; null when it raises. */
export function compare(a: OverrideValue, b: OverrideValue): number | null {
  if (isNumber(a) && isNumber(b)) {
    if (a.t !== 'float' && b.t !== 'float') return order(wholeOf(a), wholeOf(b))
    return order(doubleOf(a), doubleOf(b))
  }
  if (a.t === 'str' && b.t === 'str') {
    if (a.quote === undefined && b.quote === undefined) return order(a.v, b.v)
    return a.quote === b.quote && a.v === b.v ? 0 : null
  }
  return a.t === 'list' && b.t === 'list' ? compareLists(a.v, b.v) : null
}

const order = <T extends bigint | number | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)

function compareLists(a: readonly OverrideValue[], b: readonly OverrideValue[]): number | null {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const sign = compare(a[i] as OverrideValue, b[i] as OverrideValue)
    if (sign !== 0) return sign
  }
  return order(a.length, b.length)
}

/** `a + b`, an int of ints, else a float. */
export function total(a: PythonNumber, b: PythonNumber): PythonNumber {
  const isFloat = a.t === 'float' || b.t === 'float'
  return (isFloat ? float(doubleOf(a) + doubleOf(b)) : int(wholeOf(a) + wholeOf(b))) as PythonNumber
}

export const negated = (a: PythonNumber): PythonNumber =>
  (a.t === 'float' ? float(-doubleOf(a)) : int(-wholeOf(a))) as PythonNumber

export const difference = (a: PythonNumber, b: PythonNumber): PythonNumber => total(a, negated(b))

export const magnitude = (a: PythonNumber): PythonNumber =>
  doubleOf(a) < 0 ? negated(a) : total(a, { t: 'int', v: '0' })
