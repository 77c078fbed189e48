import { floatOf, floatRepr } from '../typed'
import { isContainer, type ListValue, type Value } from './config-node'
import { resolutionError } from './failure'

/** Characters or items beyond which a product is refused instead of computed. */
const maxSize = 100_000
/** The same for digits; Python prints no more than 4,300. */
const maxDigits = 5_000

const asInt = (value: Value): bigint | null => {
  if (isContainer(value)) return null
  if (value.t === 'int') return BigInt(value.v)
  return value.t === 'bool' ? BigInt(value.v) : null
}
const asNumber = (value: Value): number | null => {
  const int = asInt(value)
  if (int !== null) return Number(int)
  return !isContainer(value) && value.t === 'float' ? floatOf(value.v) : null
}
const isFloat = (value: Value): boolean => !isContainer(value) && value.t === 'float'
const intOf = (v: bigint): Value => ({ t: 'int', v: v.toString() })

function floatOperation(a: Value, b: Value, operate: (x: number, y: number) => number): Value | null {
  if (!isFloat(a) && !isFloat(b)) return null
  const [x, y] = [asNumber(a), asNumber(b)]
  if (x === null || y === null) return null
  const overflows = (value: Value, number: number) => !isFloat(value) && !Number.isFinite(number)
  if (overflows(a, x) || overflows(b, y)) throw resolutionError({ code: 'too-large' })
  return { t: 'float', v: floatRepr(operate(x, y)) }
}

const operands = (name: string) => resolutionError({ code: 'operands', name })

/** Python's `a * b`. nemo/core/classes/modelPT.py registers it as `multiply`. */
export function multiply(a: Value, b: Value): Value {
  const [x, y] = [asInt(a), asInt(b)]
  if (x !== null && y !== null) {
    if (x.toString().length + y.toString().length > maxDigits) throw resolutionError({ code: 'too-large' })
    return intOf(x * y)
  }
  const product = floatOperation(a, b, (p, q) => p * q)
  if (product !== null) return product
  if (y !== null) return repeat(a, y)
  if (x !== null) return repeat(b, x)
  throw operands('multiply')
}

function repeat(value: Value, times: bigint): Value {
  if (isContainer(value) || (value.t !== 'str' && value.t !== 'list')) throw operands('multiply')
  const count = times < 0n ? 0 : Number(times)
  if (count * value.v.length > maxSize) throw resolutionError({ code: 'too-large' })
  if (value.t === 'str') return { t: 'str', v: value.v.repeat(count) }
  return { t: 'list', v: Array.from({ length: value.v.length === 0 ? 0 : count }, () => value.v).flat() }
}

/** Python's `a + b`; `itemsOf` gives the resolved items of a list of the config. NeMo registers it as `sum`. */
export function add(a: Value, b: Value, itemsOf: (list: Value) => ListValue | null): Value {
  const [x, y] = [asInt(a), asInt(b)]
  if (x !== null && y !== null) return intOf(x + y)
  const sum = floatOperation(a, b, (p, q) => p + q)
  if (sum !== null) return sum
  if (!isContainer(a) && !isContainer(b) && a.t === 'str' && b.t === 'str') {
    if (a.v.length + b.v.length > maxSize) throw resolutionError({ code: 'too-large' })
    return { t: 'str', v: a.v + b.v }
  }
  const [left, right] = [itemsOf(a), itemsOf(b)]
  if (left === null || right === null) throw operands('sum')
  if (left.v.length + right.v.length > maxSize) throw resolutionError({ code: 'too-large' })
  return { t: 'list', v: [...left.v, ...right.v] }
}
