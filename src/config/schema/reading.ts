import { floatRepr, sameTyped, type TypedScalar } from '../../core/typed'
import type { SecondReader } from '../../core/yaml12/second-reader'

/** In what a program that reads YAML 1.2 goes another way than OmegaConf. */
type Difference =
  | 'switch' // `on`, `off`, `yes`, `no`: true or false there, text elsewhere
  | 'octal' // `017`: 15, 17 elsewhere
  | 'sixty' // `1:30`: 90, text elsewhere
  | 'underscore' // `1_000`: 1000, text elsewhere
  | 'base' // `0b101`, `-0x1f`: 5 and -31, text elsewhere
  | 'text' // `.5e3`, `08`, `0o17`: text, a number elsewhere

/** What a plain scalar looks like to a reader of Python, though every program reads it otherwise. */
type Look =
  | 'infinite' // `1e400`: inf
  | 'number' // `1e-`, `10,000`, `inf`: text
  | 'word' // `y`, `tRUE`: text
  | 'null' // `None`, `nil`: text
  | 'date' // `2024-01-31`: text

export interface Reading {
  readonly kind: Difference | Look
  /** The value that was likely meant; null when only the user knows. */
  readonly meant: TypedScalar | null
  /** What a program that reads YAML 1.2 makes of it, where that is something else. */
  readonly elsewhere?: TypedScalar
}

const mayMislead = /^(?:[-+.\d]|.{1,9}$)/

/** Python reads no longer integer from a text. sys.int_info.default_max_str_digits */
const longestInt = 4300

/** What misleads in the source of a plain scalar that OmegaConf reads as `scalar`; null when all read it as it looks. */
export function readingOf(source: string, scalar: TypedScalar, readElsewhere: SecondReader): Reading | null {
  if (!mayMislead.test(source)) return null
  const elsewhere = source.length > longestInt ? scalar : readElsewhere(source)
  const isSame = elsewhere.t === 'str' ? scalar.t === 'str' : sameTyped(elsewhere, scalar)
  if (!isSame) return { ...differenceOf(source, scalar, elsewhere), elsewhere }
  if (scalar.t === 'str') return lookOf(source)
  return isBeyondFloat(source, scalar) ? { kind: 'infinite', meant: scalar } : null
}

function differenceOf(source: string, scalar: TypedScalar, elsewhere: TypedScalar): Reading {
  if (scalar.t === 'str') return { kind: 'text', meant: elsewhere }
  if (scalar.t === 'bool') return { kind: 'switch', meant: scalar }
  if (elsewhere.t !== 'str') return { kind: 'octal', meant: elsewhere }
  if (source.includes(':')) return { kind: 'sixty', meant: scalar }
  return { kind: source.includes('_') ? 'underscore' : 'base', meant: scalar }
}

const isBeyondFloat = (source: string, scalar: TypedScalar): boolean =>
  scalar.t === 'float' && scalar.v.endsWith('inf') && !/inf/i.test(source)

/** How every program writes such a value. */
const usual =
  /^(?:true|false|~|null||[-+]?(?:0+|[1-9]\d*|(?:\d+\.\d*|\.\d+|\d+(?=e))(?:e[-+]?\d+)?|\.inf|\.nan)|0x[\da-f]+)$/i

/** True for the source of a plain scalar whose value one would not tell from its looks. */
export const looksOtherwise = (source: string, scalar: TypedScalar): boolean =>
  mayMislead.test(source) &&
  (scalar.t === 'str' ? lookOf(source) !== null : !usual.test(source) || isBeyondFloat(source, scalar))

const yes = /^(?:y|t|yes|true|on)$/i
const no = /^(?:n|f|no|false|off)$/i
const nothing = /^(?:none|nil|null|undefined)$/i
const decimal = /^[-+]?(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][-+]?\d*)?$/
const grouped = /^[-+]?\d{1,3}(?:,\d{3})+$/
const day = /^\d{4}-\d\d?-\d\d?(?:[Tt ].*)?$/

/** What a text looks like that OmegaConf reads as text. */
export function lookOf(text: string): Reading | null {
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

/** Null for an exponent without digits, and for more digits than a whole number can have. */
function numberOf(text: string): TypedScalar | null {
  const [, sign = '', digits] = /^([-+]?)(\d+)$/.exec(text) ?? []
  if (digits !== undefined) return digits.length > longestInt ? null : whole(sign, BigInt(digits))
  const value = Number(text)
  return Number.isFinite(value) ? { t: 'float', v: floatRepr(value) } : null
}
