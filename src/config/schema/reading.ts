import { floatRepr, type TypedScalar } from '../../core/typed'

/** Why a plain scalar is not what it looks like to a reader of YAML 1.2 or Python. */
type ReadingKind =
  | 'switch' // `on`, `off`, `yes`, `no`: true or false
  | 'octal' // `017`: 15
  | 'sixty' // `1:30`: 90
  | 'underscore' // `1_000`: 1000
  | 'infinite' // `1e400`: inf
  | 'number' // `.5e3`, `08`, `0o17`, `1e-`: text
  | 'word' // `y`, `tRUE`: text
  | 'null' // `None`, `nil`: text
  | 'date' // `2024-01-31`: text

export interface Reading {
  readonly kind: ReadingKind
  /** The value that was likely meant; null when only the user knows. */
  readonly meant: TypedScalar | null
}

const mayMislead = /^(?:[-+.\d]|.{1,9}$)/

/** What misleads in the source of a plain scalar that is read as `scalar`; null when it is read as it looks. */
export function readingOf(source: string, scalar: TypedScalar): Reading | null {
  if (!mayMislead.test(source)) return null
  switch (scalar.t) {
    case 'bool':
      return /^(?:true|false)$/i.test(source) ? null : { kind: 'switch', meant: scalar }
    case 'int':
      return ofInt(source, scalar)
    case 'float':
      return ofFloat(source, scalar)
    case 'str':
      return ofText(source)
    default:
      return null
  }
}

function ofInt(source: string, scalar: TypedScalar & { t: 'int' }): Reading | null {
  if (source.includes(':')) return { kind: 'sixty', meant: scalar }
  const [, sign = '', digits] = /^([-+]?)0([0-7_]+)$/.exec(source) ?? []
  if (digits !== undefined) {
    const decimal = BigInt(digits.replaceAll('_', '') || '0')
    const meant = `${sign === '-' && decimal !== 0n ? '-' : ''}${decimal}`
    if (meant !== scalar.v) return { kind: 'octal', meant: { t: 'int', v: meant } }
  }
  return source.includes('_') ? { kind: 'underscore', meant: scalar } : null
}

function ofFloat(source: string, scalar: TypedScalar & { t: 'float' }): Reading | null {
  if (source.includes(':')) return { kind: 'sixty', meant: scalar }
  if (/inf$/.test(scalar.v) && !/inf/i.test(source)) return { kind: 'infinite', meant: scalar }
  return source.includes('_') ? { kind: 'underscore', meant: scalar } : null
}

const yes = /^(?:y|t|yes|true|on)$/i
const no = /^(?:n|f|no|false|off)$/i
const nothing = /^(?:none|nil|null|undefined)$/i
const decimal = /^[-+]?(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][-+]?\d*)?$/
const grouped = /^[-+]?\d{1,3}(?:,\d{3})+$/
const day = /^\d{4}-\d\d?-\d\d?(?:[Tt ].*)?$/

function ofText(text: string): Reading | null {
  if (yes.test(text)) return { kind: 'word', meant: { t: 'bool', v: true } }
  if (no.test(text)) return { kind: 'word', meant: { t: 'bool', v: false } }
  if (nothing.test(text)) return { kind: 'null', meant: { t: 'null' } }
  if (day.test(text)) return { kind: 'date', meant: null }
  const [, sign = '', word] = /^([-+]?)(inf(?:inity)?|nan)$/i.exec(text) ?? []
  if (word !== undefined) return { kind: 'number', meant: { t: 'float', v: wordOf(sign, word) } }
  const [, minus = '', octal] = /^([-+]?)0o([0-7]+)$/i.exec(text) ?? []
  if (octal !== undefined)
    return { kind: 'number', meant: octal.length > longestInt ? null : whole(minus, BigInt(`0o${octal}`)) }
  return decimal.test(text) || grouped.test(text)
    ? { kind: 'number', meant: numberOf(text.replace(/[_,]/g, '')) }
    : null
}

const wordOf = (sign: string, word: string): string =>
  word.toLowerCase() === 'nan' ? 'nan' : sign === '-' ? '-inf' : 'inf'

const whole = (sign: string, value: bigint): TypedScalar => ({
  t: 'int',
  v: `${sign === '-' && value !== 0n ? '-' : ''}${value}`,
})

/** Python reads no longer integer from a text. sys.int_info.default_max_str_digits */
const longestInt = 4300

/** Null for an exponent without digits, and for more digits than a whole number can have. */
function numberOf(text: string): TypedScalar | null {
  const [, sign = '', digits] = /^([-+]?)(\d+)$/.exec(text) ?? []
  if (digits !== undefined) return digits.length > longestInt ? null : whole(sign, BigInt(digits))
  const value = Number(text)
  return Number.isFinite(value) ? { t: 'float', v: floatRepr(value) } : null
}
