import { floatRepr, type TypedScalar } from '../typed'

const coreTag = 'tag:yaml.org,2002:'

// A line feed at the end is allowed as Python's `$` allows it. PyYAML's resolvers in their order, then OmegaConf's own float rule. omegaconf/_utils.py:get_yaml_loader, yaml/resolver.py
const boolRule = /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)\n?$/
const yamlFloatRule =
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\n?$/
const intRule =
  /^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)\n?$/
const nullRule = /^(?:~|null|Null|NULL|)\n?$/
const omegaFloatRule =
  /^(?:[-+]?[0-9]+(?:_[0-9]+)*\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[-+]?[0-9]+(?:_[0-9]+)*[eE][-+]?[0-9]+|\.[0-9]+(?:_[0-9]+)*(?:[eE][-+][0-9]+)?)\n?$/
const mayBeNumber = /^[-+.0-9]/

const boolTag = `${coreTag}bool`
const floatTag = `${coreTag}float`
const intTag = `${coreTag}int`
const nullTag = `${coreTag}null`
const strTag = `${coreTag}str`
const mayBeWord = /^(?:[~nN<=yYoOtTfF]|$|\n)/

/** The tag that a plain scalar has by its looks: `tag:yaml.org,2002:` and `bool`, `float`, `int`, `merge`, `null`, `value` or `str`. */
export function implicitTag(text: string): string {
  if (mayBeNumber.test(text)) {
    if (yamlFloatRule.test(text)) return floatTag
    if (intRule.test(text)) return intTag
    return omegaFloatRule.test(text) ? floatTag : strTag
  }
  if (text.length > 6 || !mayBeWord.test(text)) return strTag
  if (boolRule.test(text)) return boolTag
  if (nullRule.test(text)) return nullTag
  if (text === '<<') return `${coreTag}merge`
  return text === '=' ? `${coreTag}value` : strTag
}

/** A scalar that its tag cannot read; `error` is Python's exception class. */
export interface ScalarRefusal {
  readonly error:
    | 'ConstructorError'
    | 'ValueError'
    | 'IndexError'
    | 'KeyError'
    | 'AttributeError'
    | 'UnsupportedValueType'
  /** An integer of more digits than Python reads or prints. */
  readonly isTooLong?: true
}

/** The value of a scalar under a tag (whole URI), or why OmegaConf refuses it. */
export function constructScalar(text: string, tag: string): TypedScalar | ScalarRefusal {
  switch (tag) {
    case strTag:
      return { t: 'str', v: text }
    case nullTag:
      return { t: 'null' }
    case boolTag:
      return boolOf(text)
    case intTag:
      return intOf(text)
    case floatTag:
      return floatOfText(text)
    case `${coreTag}binary`:
      return binaryOf(text)
    case `${coreTag}timestamp`:
      return { error: isTimestamp(text) ? 'UnsupportedValueType' : 'AttributeError' }
    default:
      return { error: 'ConstructorError' }
  }
}

/** A plain scalar as OmegaConf reads it; `<<` and `=` as values are refused. */
export const readScalar = (text: string): TypedScalar | ScalarRefusal => constructScalar(text, implicitTag(text))

export const isRefused = (read: TypedScalar | ScalarRefusal): read is ScalarRefusal => 'error' in read

function boolOf(text: string): TypedScalar | ScalarRefusal {
  const lower = text.toLowerCase()
  if (['yes', 'true', 'on'].includes(lower)) return { t: 'bool', v: true }
  return ['no', 'false', 'off'].includes(lower) ? { t: 'bool', v: false } : { error: 'KeyError' }
}

const digitsOf = { 2: /^[01]+$/, 8: /^[0-7]+$/, 10: /^\d+$/, 16: /^[0-9a-fA-F]+$/ }
const prefixOf = { 2: '0b', 8: '0o', 10: '', 16: '0x' }

/**
 * Python 3.11 reads and prints no integer of more decimal digits (sys.int_info.default_max_str_digits): one that is written in another
 * base or in parts of sixty is read, and raises as soon as the config is printed.
 */
const maxDigits = 4300
const bitsOf = { 2: 1, 8: 3, 10: Math.log2(10), 16: 4 }
const maxBits = maxDigits * Math.log2(10)

/** Python's `int(text, base)` for a text without underscores, blanks around allowed; null for what it refuses. */
function pythonInt(text: string, base: 2 | 8 | 10 | 16): bigint | null | 'too-long' {
  const sign = /^[-+]/.test(text.trim()) ? text.trim().charAt(0) : ''
  const digits = text.trim().slice(sign.length)
  if (!digitsOf[base].test(digits)) return null
  if (digits.length * bitsOf[base] > maxBits) return 'too-long'
  const value = BigInt(prefixOf[base] + digits)
  return sign === '-' ? -value : value
}

function intOf(source: string): TypedScalar | ScalarRefusal {
  let text = source.replaceAll('_', '')
  if (text === '') return { error: 'IndexError' }
  const negative = text.startsWith('-')
  if (/^[-+]/.test(text)) text = text.slice(1)
  if (text === '') return { error: 'IndexError' }
  const value = magnitudeOf(text)
  if (value === 'too-long') return { error: 'ValueError', isTooLong: true }
  return value === null ? { error: 'ValueError' } : { t: 'int', v: String(negative ? -value : value) }
}

function magnitudeOf(text: string): bigint | null | 'too-long' {
  if (text === '0') return 0n
  if (text.startsWith('0b')) return pythonInt(text.slice(2), 2)
  if (text.startsWith('0x')) return pythonInt(text.slice(2), 16)
  if (text.startsWith('0')) return pythonInt(text, 8)
  if (!text.includes(':')) return pythonInt(text, 10)
  const parts = text.split(':')
  if (parts.length * Math.log2(60) > maxBits) return 'too-long'
  let value = 0n
  for (const part of parts) {
    const digit = pythonInt(part, 10)
    if (digit === null || digit === 'too-long') return digit
    value = value * 60n + digit
  }
  return value
}

const pythonFloat = /^[-+]?(?:\d+(?:\.\d*)?(?:e[-+]?\d+)?|\.\d+(?:e[-+]?\d+)?|inf(?:inity)?|nan)$/

function floatOfText(source: string): TypedScalar | ScalarRefusal {
  let text = source.replaceAll('_', '').toLowerCase()
  const sign = text.startsWith('-') ? -1 : 1
  if (/^[-+]/.test(text)) text = text.slice(1)
  if (text === '') return { error: source === '' ? 'IndexError' : 'ValueError' }
  if (text === '.inf') return { t: 'float', v: sign < 0 ? '-inf' : 'inf' }
  if (text === '.nan') return { t: 'float', v: 'nan' }
  const parts = text.split(':').map((part) => part.trim())
  if (!parts.every((part) => pythonFloat.test(part))) return { error: 'ValueError' }
  const value = parts.reduce((sum, part) => sum * 60 + floatLiteral(part), 0)
  return { t: 'float', v: floatRepr(parts.length === 1 ? sign * floatLiteral(parts[0] ?? '') : sign * value) }
}

function floatLiteral(text: string): number {
  if (text.includes('inf')) return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  return Number(text)
}

function binaryOf(text: string): TypedScalar | ScalarRefusal {
  // Python's base64 skips characters outside its alphabet and refuses wrong padding.
  for (const character of text) if ((character.codePointAt(0) ?? 0) > 127) return { error: 'ConstructorError' }
  const clean = text.replace(/[^A-Za-z0-9+/=]/g, '')
  const data = clean.replace(/=.*$/, '')
  const padding = paddingOf(clean)
  if (data.length % 4 === 1 || (data.length % 4 !== 0 && padding < 4 - (data.length % 4)))
    return { error: 'ConstructorError' }
  const padded = data + '='.repeat((4 - (data.length % 4)) % 4)
  return { t: 'bytes', v: btoa(atob(padded)) }
}

function paddingOf(text: string): number {
  let end = text.length
  while (end > 0 && text[end - 1] === '=') end--
  return text.length - end
}

const isTimestamp = (text: string): boolean =>
  /^\d{4}-\d\d?-\d\d?(?:(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?)?$/.test(text)
