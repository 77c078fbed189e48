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

export const typedNull: Typed = { t: 'null' }
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
