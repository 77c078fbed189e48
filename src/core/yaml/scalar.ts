import type { Parsed } from '../parsed'
import { floatOf, floatRepr, type Typed, type TypedScalar, typedStr } from '../typed'
import { implicitTag } from './read-scalar'

/** Where a source will stand: on its own in a block, or between brackets, where commas, brackets and `?` end a plain scalar. */
export type Context = 'block' | 'flow'
export type Quote = 'single' | 'double'

const strTag = 'tag:yaml.org,2002:str'
const floatTag = 'tag:yaml.org,2002:float'
/** `- `, `? `, `: `, document marks and the characters that begin something else; a key's colon; a comment; blanks at the ends. */
const blockSpecial = /^(?:[-?:](?: |$)|[,[\]{}#&*!|>'"%@`]|(?:---|\.\.\.)(?: |$))|:(?: |$)| #|^ | $/
/** Between brackets these end a plain scalar wherever they stand, `?` because PyYAML has it so; a colon cannot begin one. */
const flowSpecial = /[,[\]{}?]|^:/
/** What cannot stand in a plain scalar at all, or would not survive there: control characters, line breaks, tabs, marks that do not show. */
const unprintable = /[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u

/** True when a string can be written as it is, as value and as key, and is read back as that string. */
export const isPlainSafe = (text: string, context: Context): boolean =>
  text !== '' &&
  !unprintable.test(text) &&
  !blockSpecial.test(text) &&
  (context === 'block' || !flowSpecial.test(text)) &&
  implicitTag(text) === strTag

/** YAML source, on one line, that OmegaConf reads as exactly this value; quoted only where it must be. Lists and dicts in flow style. */
export function scalarSource(typed: Typed, context: Context = 'block', quote: Quote = 'single'): string {
  switch (typed.t) {
    case 'list':
      return `[${typed.v.map((item) => scalarSource(item, 'flow', quote)).join(', ')}]`
    case 'dict':
      return `{${typed.v.map(([key, value]) => flowPair(scalarSource(key, 'flow', quote), scalarSource(value, 'flow', quote))).join(', ')}}`
    case 'str':
      return isPlainSafe(typed.v, context) ? typed.v : quoted(typed.v, quote)
    default:
      return unquotedSource(typed)
  }
}

/** YAML wants the colon of a key without `?` within 1,024 characters. */
const longestBareKey = 1000

/** True for the source of a key that needs a `?`. */
export const needsQuestion = (key: string): boolean => key.length > longestBareKey

/** An entry between brackets, of the sources of its key and value. */
export const flowPair = (key: string, value: string): string =>
  needsQuestion(key) ? `? ${key} : ${value}` : `${key}: ${value}`

function unquotedSource(typed: Exclude<TypedScalar, { t: 'str' }>): string {
  switch (typed.t) {
    case 'null':
      return 'null'
    case 'bool':
      return String(typed.v)
    case 'int':
      return typed.v
    case 'float':
      return floatSource(typed.v)
    case 'bytes':
      return `!!binary ${typed.v === '' ? '""' : typed.v}`
    case 'path':
      return `!!python/object/apply:pathlib.Path [${scalarSource(typedStr(typed.v), 'flow')}]`
  }
}

/** A float's digits as given, unless YAML would read them as another type (`5`, `-.5`): then as Python writes that number. */
function floatSource(repr: string): string {
  const written = implicitTag(repr) === floatTag ? repr : floatRepr(floatOf(repr))
  return written.replace(/^(-?)(inf|nan)$/, '$1.$2')
}

/** A string in quotes: single where they can hold it, else double with escapes. */
export function quoted(text: string, quote: Quote): string {
  if (quote === 'single' && !unprintable.test(text)) return `'${text.replaceAll("'", "''")}'`
  let out = ''
  for (const character of text) out += escaped(character)
  return `"${out}"`
}

const named: Readonly<Record<string, string>> = {
  '\0': '\\0',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
  '\u2028': '\\L',
  '\u2029': '\\P',
  '\x85': '\\N',
}

function escaped(character: string): string {
  const name = Object.hasOwn(named, character) ? named[character] : undefined
  if (name !== undefined) return name
  if (!unprintable.test(character)) return character
  const point = character.codePointAt(0) ?? 0
  return point < 0x100 ? `\\x${hex(point, 2)}` : point < 0x10000 ? `\\u${hex(point, 4)}` : `\\U${hex(point, 8)}`
}

const hex = (point: number, digits: number): string => point.toString(16).padStart(digits, '0')

/** The style of quotes that a source has, null when it is plain or a collection. */
export const quoteOf = (source: string): Quote | null =>
  source.startsWith("'") ? 'single' : source.startsWith('"') ? 'double' : null

/** The quotes that a file has more of, single when it has none: what a new quoted string gets. */
export function quoteOfFile(parsed: Parsed): Quote {
  let balance = 0
  for (const { style } of parsed.nodes.values()) balance += style === 'double' ? 1 : style === 'single' ? -1 : 0
  return balance > 0 ? 'double' : 'single'
}

/** The source of a string typed into a text field. The quotes of the source that stood there before stay; `quote` is for a new one. */
export function textSource(text: string, before = '', context: Context = 'block', quote: Quote = 'single'): string {
  const own = quoteOf(before)
  return own === null ? scalarSource(typedStr(text), context, quote) : quoted(text, own)
}

/** The source of a key. Numbers and booleans become keys of their type, not strings. A long one `needsQuestion`. */
export function keySource(key: string | number | boolean, context: Context = 'block'): string {
  if (typeof key === 'string') return scalarSource(typedStr(key), context)
  if (typeof key === 'boolean') return String(key)
  return Number.isInteger(key) ? BigInt(key).toString() : floatSource(floatRepr(key))
}
