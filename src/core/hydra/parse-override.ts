import { floatRepr, type Typed } from '../typed'
import { evaluate } from './functions'
import { Lexer, type Token, type TokenType } from './lexer'
import {
  isSweep,
  type Override,
  type OverrideError,
  OverrideSyntax,
  type OverrideType,
  type OverrideValue,
  plainValue,
  type ValueType,
} from './override'
import { unquote } from './quoting'

/** How deep lists, dicts and calls may nest; somewhere beyond it Python runs out of stack. */
const maxDepth = 200
/** Python refuses to read longer integers. */
const maxDigits = 4300

/** One command-line argument after the shell, as Hydra 1.3.2 reads it, or where and why it is none. Never throws. */
export function parseOverride(arg: string): ({ ok: true } & Override) | ({ ok: false } & OverrideError) {
  const read = readOverride(arg)
  return read.ok && read.value !== null ? { ...read, value: plainValue(read.value) } : read
}

/** As `parseOverride`, but strings in the value remember their quotes. */
export function readOverride(arg: string): ({ ok: true } & Override) | ({ ok: false } & OverrideError) {
  try {
    return { ok: true, ...new Parser(arg).override() }
  } catch (error) {
    if (!(error instanceof OverrideSyntax)) throw error
    const { code, position, facts } = error
    return {
      ok: false,
      error: code === 'number-too-long' ? 'ValueError' : 'OverrideParseException',
      code,
      position,
      facts,
    }
  }
}

const keyPart: ReadonlySet<TokenType> = new Set(['id', 'null', 'bool', 'int', 'float', 'char', 'escape', 'space'])
const primitivePart: ReadonlySet<TokenType> = new Set([...keyPart, 'interpolation', 'colon'])

/** hydra/grammar/OverrideParser.g4, hydra/core/override_parser/overrides_visitor.py */
class Parser {
  private readonly tokens: Lexer
  private depth = 0
  /** Where a `${` stands that has another one inside: bare, it ends at the inner brace. */
  private nested: number | null = null

  constructor(source: string) {
    this.tokens = new Lexer(source)
  }

  override(): Override {
    const type = this.type()
    const key = this.packageOrGroup()
    const pack = this.take('at') ? this.package() : null
    if (type === 'del' && this.isNext('end'))
      return { type, key, package: pack, value_type: null, sweep: false, value: null }
    if (!this.take('equal')) throw this.noEquals()
    const value: OverrideValue = this.isNext('end') ? { t: 'str', v: '' } : this.value()
    if (!this.isNext('end')) throw this.unexpected()
    const value_type = typeOf(value)
    const quoted = value.t === 'str' && value.quote !== undefined ? { quoted: value.quote } : {}
    return { type, key, package: pack, value_type, sweep: value_type !== 'element', value, ...quoted }
  }

  private isNext(type: TokenType, distance = 0): boolean {
    return this.tokens.peek(distance).type === type
  }

  private take(type: TokenType): Token | null {
    return this.isNext(type) ? this.tokens.next() : null
  }

  private type(): OverrideType {
    if (this.take('tilde')) return 'del'
    if (!this.take('plus')) return 'change'
    return this.take('plus') ? 'force_add' : 'add'
  }

  private packageOrGroup(): string {
    if (!this.isNext('id') || !this.isNext('slash', 1)) return this.package()
    let group = this.tokens.next().text
    while (this.take('slash')) {
      const part = this.take('id')
      if (part === null) throw this.badKey()
      group += `/${part.text}`
    }
    return group
  }

  /** May be empty: the package `_global_`, or, for a key, nothing at all. */
  private package(): string {
    return (this.take('id') ?? this.take('key') ?? this.take('path'))?.text ?? ''
  }

  private badKey(): OverrideSyntax {
    const { from, text } = this.tokens.peek()
    return new OverrideSyntax('key', from, { text })
  }

  private noEquals(): OverrideSyntax {
    return this.isNext('end') ? new OverrideSyntax('no-equals', this.tokens.peek().from) : this.badKey()
  }

  /** Something stands where the value, or a bracket, should have ended. */
  private unexpected(): OverrideSyntax {
    const { type, from, text } = this.tokens.peek()
    return type === '}' && this.nested !== null
      ? new OverrideSyntax('nested-interpolation', this.nested)
      : new OverrideSyntax('unexpected', from, { text: text.trim() })
  }

  private value(): OverrideValue {
    const first = this.element()
    if (!this.isNext('comma')) return first
    const items = [first]
    while (this.take('comma')) items.push(this.element())
    return { t: 'choice_sweep', v: items, simple_form: true, shuffle: false }
  }

  private element(): OverrideValue {
    if (++this.depth > maxDepth) throw new OverrideSyntax('too-deep', this.tokens.peek().from)
    const value = this.elementAt(this.tokens.peek())
    this.depth--
    return value
  }

  private elementAt({ type, from }: Token): OverrideValue {
    if (type === 'quoted') return unquote(this.tokens.next().text)
    if (type === '[') return { t: 'list', v: this.sequence(']', () => this.element()) }
    if (type === '{') return { t: 'dict', v: pythonDict(this.sequence('}', () => this.pair())) }
    if (type === 'id' && this.isNext('(', 1)) return this.call(from)
    const parts = this.parts(primitivePart)
    if (parts.length === 0) throw this.missing()
    return primitive(parts)
  }

  private missing(): OverrideSyntax {
    const { type, from } = this.tokens.peek()
    return new OverrideSyntax(type === 'end' ? 'unclosed' : 'missing-value', from)
  }

  private parts(allowed: ReadonlySet<TokenType>): Token[] {
    const parts: Token[] = []
    while (allowed.has(this.tokens.peek().type)) parts.push(this.tokens.next())
    const nested = parts.find(({ type, text }) => type === 'interpolation' && text.includes('${', 2))
    this.nested ??= nested?.from ?? null
    return parts
  }

  /** What stands between the bracket that is next and its `close`, separated by commas. */
  private sequence<T>(close: TokenType, read: () => T): T[] {
    this.tokens.next()
    const items: T[] = []
    if (this.take(close)) return items
    do items.push(read())
    while (this.take('comma'))
    if (!this.take(close)) throw this.unclosed(close)
    return items
  }

  private unclosed(expected: string): OverrideSyntax {
    const { type, from } = this.tokens.peek()
    return type === 'end' ? new OverrideSyntax('unclosed', from, { expected }) : this.unexpected()
  }

  private pair(): [Typed, OverrideValue] {
    const parts = this.parts(keyPart)
    if (parts.length === 0) throw this.missing()
    const key = primitive(parts)
    if (!this.take('colon')) throw this.unclosed(':')
    return [key as Typed, this.element()]
  }

  private call(from: number): OverrideValue {
    const name = this.tokens.next().text
    const named = new Map<string, OverrideValue>()
    const positional: OverrideValue[] = []
    this.sequence(')', () => {
      const { text } = this.tokens.peek()
      const isNamed = this.isNext('id') && this.isNext('equal', 1)
      if (isNamed) {
        this.tokens.next()
        this.tokens.next()
      } else if (named.size > 0) throw new OverrideSyntax('function', from, { name })
      const value = this.element()
      if (isNamed) named.set(text, value)
      else positional.push(value)
    })
    return evaluate({ name, positional, named, from })
  }
}

function typeOf(value: OverrideValue): ValueType {
  if (!isSweep(value)) return 'element'
  if (value.t === 'glob') return 'glob_choice_sweep'
  return value.t === 'choice_sweep' && value.simple_form ? 'simple_choice_sweep' : value.t
}

/** A dict keeps the first of equal keys and the last of their values; 1, 1.0 and true are equal. */
function pythonDict(pairs: readonly [Typed, OverrideValue][]): [Typed, OverrideValue][] {
  const byKey = new Map<string, [Typed, OverrideValue]>()
  for (const [key, value] of pairs) {
    const same = keyIdentity(key)
    byKey.set(same, [byKey.get(same)?.[0] ?? key, value])
  }
  return [...byKey.values()]
}

/** Equal for keys that are one key in Python. */
export function keyIdentity(key: Typed): string {
  if (key.t === 'int' || key.t === 'float') return `n${Number(key.v) + 0}`
  if (key.t === 'bool') return `n${Number(key.v)}`
  return key.t === 'null' || key.t === 'list' || key.t === 'dict' ? key.t : `${key.t}:${key.v}`
}

const unescaped = ({ type, text }: Token): string => (type === 'escape' ? text.replace(/\\(.)/g, '$1') : text)

function primitive(parts: readonly Token[]): OverrideValue {
  const start = parts[0]?.type === 'space' ? 1 : 0
  const end = parts.at(-1)?.type === 'space' ? -1 : undefined
  const tokens = parts.slice(start, end)
  const only = tokens.length === 1 ? tokens[0] : undefined
  if (only !== undefined) return single(only)
  if (tokens.length === 0) throw new OverrideSyntax('missing-value', parts[0]?.from ?? 0)
  return { t: 'str', v: tokens.map(unescaped).join('') }
}

function single(token: Token): OverrideValue {
  const { type, text, from } = token
  if (type === 'null') return { t: 'null' }
  if (type === 'bool') return { t: 'bool', v: /^t/i.test(text) }
  if (type === 'float') return { t: 'float', v: floatRepr(floatIn(text)) }
  if (type !== 'int') return { t: 'str', v: unescaped(token) }
  const digits = text.replaceAll(/[_+]/g, '')
  if (digits.length > maxDigits) throw new OverrideSyntax('number-too-long', from)
  return { t: 'int', v: digits === '-0' ? '0' : digits }
}

function floatIn(text: string): number {
  const bare = text.replaceAll('_', '').toLowerCase()
  if (bare.endsWith('nan')) return Number.NaN
  if (bare.endsWith('inf')) return bare.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  return Number(bare)
}
