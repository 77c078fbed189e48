import type { Path } from '../path'
import { floatOf, floatRepr, sameTyped, type Typed } from '../typed'
import type { OverrideType } from './override'
import { parseOverride } from './parse-override'
import { quoteText } from './quoting'

/** Why a value or a place has no override. */
export type Inexpressible =
  | 'key' // the place cannot be named: keys with dots, blanks, non-ASCII …, keys that are no text
  | 'dict-key' // a dict inside the value has a key that Hydra's grammar has no form for
  | 'type' // bytes or a path
  | 'character' // NUL or half a surrogate pair: no command line carries it
  | 'too-deep'
  | 'too-long' // an integer beyond Python's digits

/** In place of a text that there is none of. */
interface NoForm {
  readonly reason: Inexpressible
}
const noForm = (reason: Inexpressible): NoForm => ({ reason })
const isText = (text: string | NoForm): text is string => typeof text === 'string'

const prefixes: Readonly<Record<OverrideType, string>> = { change: '', add: '+', force_add: '++', del: '~' }
const name = /^[a-zA-Z_$][\w$-]*$/
const group = /^[a-zA-Z_][\w-]*(?:\/[a-zA-Z_][\w-]*)+$/
const index = /^(?:0|[1-9]\d*)$/

/** The key of a place as Hydra writes it (`model.betas.0`), or null when it has none. Numbers are list indexes. */
export function printKey(path: Path): string | null {
  const [only] = path
  if (path.length === 1) return typeof only === 'string' && (name.test(only) || group.test(only)) ? only : null
  const parts = path.map((step) => (typeof step === 'boolean' || step === null ? '' : String(step)))
  return path.length > 0 && parts.every((part) => name.test(part) || index.test(part)) ? parts.join('.') : null
}

/**
 * The override that gives `path` exactly this value: bare where that reads back, else quoted, floats and integers as usual (`1e-8`, `0.5`).
 * `del` prints the key alone.
 */
export function printOverride(
  path: Path,
  typed: Typed,
  type: OverrideType = 'change',
): { ok: true; text: string } | { ok: false; reason: Inexpressible } {
  const key = printKey(path)
  if (key === null) return { ok: false, reason: 'key' }
  if (type === 'del') return { ok: true, text: `~${key}` }
  const value = printValue(typed)
  return value.ok ? { ok: true, text: `${prefixes[type]}${key}=${value.text}` } : value
}

/** What stands after the `=`, proven to be read back as this value. */
export function printValue(typed: Typed): { ok: true; text: string } | { ok: false; reason: Inexpressible } {
  const text = valueText(typed, true)
  if (!isText(text)) return { ok: false, reason: text.reason }
  const read = parseOverride(`k=${text}`)
  if (read.ok && read.value_type === 'element' && sameTyped(read.value as Typed, typed)) return { ok: true, text }
  return { ok: false, reason: read.ok ? 'type' : read.code === 'too-deep' ? 'too-deep' : 'type' }
}

/** The text of a value inside a list or dict (or whole), not yet proven; null with no form. */
export function literalText(typed: Typed, isWhole = false): string | null {
  const text = valueText(typed, isWhole)
  return isText(text) ? text : null
}

/** The text of a dict's key, or null. */
export function dictKeyText(key: Typed): string | null {
  const text = keyText(key)
  return isText(text) ? text : null
}

function valueText(typed: Typed, isWhole: boolean, depth = 0): string | NoForm {
  if (depth > 150) return noForm('too-deep')
  switch (typed.t) {
    case 'null':
      return 'null'
    case 'bool':
      return String(typed.v)
    case 'int':
      return typed.v.length > 4300 ? noForm('too-long') : typed.v
    case 'float':
      return floatText(floatOf(typed.v))
    case 'str':
      return stringText(typed.v, isWhole)
    case 'list':
      return joined('[]', typed.v, (item) => valueText(item, false, depth + 1))
    case 'dict':
      return joined('{}', typed.v, (entry) => entryText(entry, depth))
    default:
      return noForm('type')
  }
}

function entryText([key, item]: readonly [Typed, Typed], depth: number): string | NoForm {
  const own = keyText(key)
  const value = isText(own) ? valueText(item, false, depth + 1) : own
  return isText(value) ? `${own}:${value}` : value
}

/** The texts of several between brackets; of those without a form, the first says why. */
function joined<T>(brackets: string, items: readonly T[], textOf: (item: T) => string | NoForm): string | NoForm {
  const texts: string[] = []
  for (const item of items) {
    const text = textOf(item)
    if (!isText(text)) return text
    texts.push(text)
  }
  return `${brackets[0]}${texts.join(',')}${brackets[1]}`
}

/** A float as people write it: very small and very large ones with an exponent (`1e-5`, `1e6`), others as Python does. */
export function floatText(value: number): string {
  const repr = floatRepr(value).replace(/e([+-])0*/, (_, sign: string) => (sign === '-' ? 'e-' : 'e'))
  const size = Math.abs(value)
  if (!Number.isFinite(value) || size === 0 || (size >= 1e-3 && size < 1e5)) return repr
  const exponential = value.toExponential().replace('e+', 'e')
  return exponential.length < repr.length ? exponential : repr
}

/** Everything that can stand in a bare string without a second look; the parser decides about the rest. */
const surelyBare = /^[a-zA-Z_/][\w/.-]*$/
const words = /^(?:true|false|null|inf|nan)$/i
const unsendable = /\0|\p{Surrogate}/u

function stringText(text: string, isWhole: boolean): string | NoForm {
  if (unsendable.test(text)) return noForm('character')
  if (surelyBare.test(text) && !words.test(text)) return text
  if (text === '') return isWhole ? '' : '""'
  if (readsAs(text, isWhole, { t: 'str', v: text })) return text
  // Double quotes: on a command line the whole argument will mostly stand in single ones.
  const [double, single] = [quoteText(text, 'double'), quoteText(text, 'single')]
  return single.length < double.length ? single : double
}

function readsAs(text: string, isWhole: boolean, meant: Typed): boolean {
  const read = parseOverride(isWhole ? `k=${text}` : `k=[${text}]`)
  if (!read.ok || read.value === null) return false
  const value = read.value as Typed
  return sameTyped(value, isWhole ? meant : { t: 'list', v: [meant] })
}

const escapable = /[\\()[\]{}:=, \t]/g

function keyText(key: Typed): string | NoForm {
  if (key.t === 'str' && surelyBare.test(key.v) && !words.test(key.v)) return key.v
  const plain = key.t === 'str' ? key.v : key.t === 'list' || key.t === 'dict' ? '' : valueText(key, false)
  if (!isText(plain)) return plain
  for (const text of [plain, plain.replace(escapable, '\\$&')]) {
    const read = text.length > 10_000 ? null : parseOverride(`k={${text}:0}`)
    if (
      read?.ok &&
      read.value?.t === 'dict' &&
      read.value.v.length === 1 &&
      sameTyped(read.value.v[0]?.[0] as Typed, key)
    )
      return text
  }
  return noForm('dict-key')
}
