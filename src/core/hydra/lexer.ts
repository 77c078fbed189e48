import { primitiveTokens } from '../omegaconf/grammar'
import { OverrideSyntax } from './override'

export type TokenType =
  | 'equal'
  | 'tilde'
  | 'plus'
  | 'at'
  | 'slash'
  | 'key' // like an id, with `$`
  | 'path' // with dots
  | '('
  | ')'
  | '['
  | ']'
  | '{'
  | '}'
  | 'comma'
  | 'colon'
  | 'quoted'
  | 'interpolation'
  | 'id'
  | 'null'
  | 'bool'
  | 'int'
  | 'float'
  | 'char'
  | 'escape'
  | 'space'
  | 'end'

export interface Token {
  readonly type: TokenType
  readonly text: string
  readonly from: number
}

const segment = String.raw`(?:[a-zA-Z_$][\w$-]*|0|[1-9](?:_?\d)*)`
const pathToken = new RegExp(String.raw`${segment}(?:\.${segment})+`, 'y')
const keyToken = /[a-zA-Z_$][\w$-]*/y
const idOnly = /^[a-zA-Z_][\w-]*$/
const blanks = /[ \t]*/y

const keySigns: Readonly<Record<string, TokenType>> = {
  '~': 'tilde',
  '+': 'plus',
  '@': 'at',
  ':': 'colon',
  '/': 'slash',
}
/** Signs of a value; those of `padded` take the blanks behind them along, those of `led` the ones before. */
const signs: Readonly<Record<string, TokenType>> = {
  '(': '(',
  ')': ')',
  '[': '[',
  ']': ']',
  '{': '{',
  '}': '}',
  ',': 'comma',
  ':': 'colon',
  '=': 'equal',
}
const padded = '([{,:='
const led = '()]},:='

/** The tokens of one argument, cut as they are asked for. hydra/grammar/OverrideLexer.g4 */
export class Lexer {
  private at = 0
  private isValue = false
  private readonly ahead: Token[] = []
  /** No closing brace stands behind this offset. */
  private noBraceFrom = Number.POSITIVE_INFINITY

  constructor(readonly source: string) {}

  peek(distance = 0): Token {
    while (this.ahead.length <= distance) this.ahead.push(this.cut())
    return this.ahead[distance] as Token
  }

  next(): Token {
    const token = this.peek()
    this.ahead.shift()
    return token
  }

  private cut(): Token {
    const from = this.at
    if (from >= this.source.length) return { type: 'end', text: '', from }
    const [type, length] = this.isValue ? this.valueToken() : this.keyModeToken()
    this.at += length
    return { type, text: this.source.slice(from, this.at), from }
  }

  private match(token: RegExp, at = this.at): number {
    token.lastIndex = at
    return token.exec(this.source)?.[0].length ?? 0
  }

  private keyModeToken(): [TokenType, number] {
    const c = this.source[this.at] ?? ''
    if (c === '=') {
      this.isValue = true
      return ['equal', 1 + this.match(blanks, this.at + 1)]
    }
    const sign = Object.hasOwn(keySigns, c) ? keySigns[c] : undefined
    if (sign !== undefined) return [sign, 1]
    const path = this.match(pathToken)
    if (path > 0) return ['path', path]
    const key = this.match(keyToken)
    if (key > 0) return [idOnly.test(this.source.slice(this.at, this.at + key)) ? 'id' : 'key', key]
    const behind = this.source[this.at + this.match(blanks)]
    if (/[ \t]/.test(c) && behind === '=') throw new OverrideSyntax('blank-before-equals', this.at)
    throw this.character()
  }

  private character(): OverrideSyntax {
    const character = String.fromCodePoint(this.source.codePointAt(this.at) ?? 0)
    return new OverrideSyntax('character', this.at, { character })
  }

  private valueToken(): [TokenType, number] {
    const lead = this.match(blanks)
    const c = this.source[this.at + lead] ?? ''
    const sign = Object.hasOwn(signs, c) ? signs[c] : undefined
    if (sign !== undefined && (lead === 0 || led.includes(c)))
      return [sign, lead + 1 + (padded.includes(c) ? this.match(blanks, this.at + lead + 1) : 0)]
    if (lead > 0) return ['space', lead]
    if (c === '"' || c === "'") return ['quoted', this.quotedLength(c)]
    const interpolation = c === '$' ? this.interpolationLength() : 0
    return interpolation > 0 ? ['interpolation', interpolation] : this.primitive()
  }

  /** Up to the first such quote with an even number of backslashes before it. */
  private quotedLength(quote: string): number {
    let backslashes = 0
    for (let i = this.at + 1; i < this.source.length; i++) {
      const c = this.source[i]
      if (c === quote && backslashes % 2 === 0) return i + 1 - this.at
      backslashes = c === '\\' ? backslashes + 1 : 0
    }
    throw new OverrideSyntax('open-quote', this.at)
  }

  /** `${`, anything, and the first `}`. */
  private interpolationLength(): number {
    if (this.source[this.at + 1] !== '{' || this.at >= this.noBraceFrom) return 0
    const end = this.source.indexOf('}', this.at + 2)
    if (end < 0) this.noBraceFrom = this.at
    return end <= this.at + 2 ? 0 : end + 1 - this.at
  }

  private primitive(): [TokenType, number] {
    let best: [TokenType, number] = ['end', 0]
    for (const [type, token] of tokensAt(this.source.charCodeAt(this.at))) {
      const length = this.match(token)
      if (length > best[1]) best = [type, length]
    }
    if (best[1] === 0) throw this.character()
    return best
  }
}

type Primitive = (typeof primitiveTokens)[number]
const only = (...types: Primitive[0][]): readonly Primitive[] =>
  primitiveTokens.filter(([type]) => types.includes(type))
const [words, numbers, others] = [
  only('float', 'bool', 'null', 'id'),
  only('float', 'int', 'char'),
  only('char', 'escape'),
]

/** The tokens that can begin with a character, in the order in which equally long ones win. */
function tokensAt(code: number): readonly Primitive[] {
  if (code === 95 || (code > 64 && code < 91) || (code > 96 && code < 123)) return words
  return (code > 47 && code < 58) || (code > 42 && code < 47) ? numbers : others
}
