import type { Span } from '../text'
import { Cursor, isBlank, isBreak, isBreakOrEnd, isWordCharacter } from './cursor'
import { type Scanned, scanBlock, scanPlain, scanQuoted } from './scan-scalar'
import { scanHandle, scanTag, scanUri, type Tag } from './scan-tag'
import { YamlError } from './yaml-error'

export type TokenKind =
  | 'end'
  | 'directive'
  | 'document-start'
  | 'document-end'
  | 'block-seq'
  | 'block-map'
  | 'block-end'
  | '['
  | ']'
  | '{'
  | '}'
  | ','
  | '-'
  | '?'
  | ':'
  | 'alias'
  | 'anchor'
  | 'tag'
  | 'scalar'

export interface Token {
  readonly kind: TokenKind
  /** UTF-16 offsets of the token's source. */
  readonly from: number
  readonly to: number
  /** A scalar's decoded text; the name of an alias or anchor; a directive's name. */
  readonly value: string
  readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded'
  readonly tag: Tag | null
  /** A directive's words. */
  readonly words: readonly string[]
}

/** A place that turns out to be a key if a `:` follows on the same line. */
interface PossibleKey {
  readonly token: number
  readonly required: boolean
  readonly at: number
  readonly line: number
  readonly column: number
}

const noWords: readonly string[] = []

/**
 * The tokens of a text as PyYAML's scanner sees them, one after the other. Why not the scanner of the `yaml` package: it reads YAML 1.2
 * (tabs as white space, `?` in flow scalars, only CR and LF as line breaks, quotes and brackets at column 0 refused): it disagrees
 * with OmegaConf on 139 of the oracle's 1,368 texts whether they load at all.
 */
export class Scanner {
  private readonly cursor: Cursor
  private readonly tokens: Token[] = []
  /** The first token, once nothing behind it can change it any more. */
  private ready: Token | null = null
  private taken = 0
  private done = false
  private flowLevel = 0
  private indent = -1
  private readonly indents: number[] = []
  private allowSimpleKey = true
  private possibleKeys: (PossibleKey | undefined)[] = []

  constructor(text: string) {
    this.cursor = new Cursor(text)
  }

  get comments(): readonly Span[] {
    return this.cursor.comments
  }

  peek(): Token {
    if (this.ready !== null) return this.ready
    while (this.needsMore()) this.fetch()
    this.ready = this.tokens[0] as Token
    return this.ready
  }

  next(): Token {
    const token = this.peek()
    this.tokens.shift()
    this.ready = null
    this.taken++
    return token
  }

  private needsMore(): boolean {
    if (this.done) return false
    if (this.tokens.length === 0) return true
    this.dropStaleKeys()
    for (const key of this.possibleKeys) if (key !== undefined && key.token === this.taken) return true
    return false
  }

  private push(kind: TokenKind, from: number, to: number, at = this.tokens.length): void {
    const token: Token = { kind, from, to, value: '', style: 'plain', tag: null, words: noWords }
    if (at === this.tokens.length) this.tokens.push(token)
    else this.tokens.splice(at, 0, token)
  }

  private fetch(): void {
    this.skipToToken()
    this.dropStaleKeys()
    const { cursor } = this
    this.unwind(cursor.column)
    const c = cursor.peek()
    if (c > 63 && c !== 91 && c !== 93 && c !== 123 && c !== 125 && c < 127 && c !== 124 && c !== 96 && c !== 64)
      return this.fetchPlain()
    if (c === 0 && cursor.at >= cursor.text.length) return this.fetchEnd()
    if (c === 37 && cursor.column === 0) return this.fetchDirective()
    if (cursor.atDocumentMark()) return this.fetchDocumentMark(c)
    switch (c) {
      case 91:
        return this.fetchFlowStart('[')
      case 123:
        return this.fetchFlowStart('{')
      case 93:
        return this.fetchFlowEnd(']')
      case 125:
        return this.fetchFlowEnd('}')
      case 44:
        return this.fetchFlowEntry()
      case 42:
        return this.fetchName('alias')
      case 38:
        return this.fetchName('anchor')
      case 33:
        return this.fetchTag()
      case 39:
        return this.fetchQuoted('single')
      case 34:
        return this.fetchQuoted('double')
    }
    this.fetchOther(c)
  }

  /** A token whose first sign may begin a plain scalar too. */
  private fetchOther(c: number): void {
    const { cursor } = this
    if (c === 45 && isBlank(cursor.peek(1))) return this.fetchDash()
    if (c === 63 && (this.flowLevel !== 0 || isBlank(cursor.peek(1)))) return this.fetchQuestion()
    if (c === 58 && (this.flowLevel !== 0 || isBlank(cursor.peek(1)))) return this.fetchColon()
    if ((c === 124 || c === 62) && this.flowLevel === 0) return this.fetchBlock(c === 124 ? 'literal' : 'folded')
    if (this.startsPlain(c)) return this.fetchPlain()
    throw c === 9
      ? new YamlError('yaml-tab', 'ScannerError', cursor.at)
      : new YamlError('yaml-bad-start', 'ScannerError', cursor.at, { character: String.fromCharCode(c) })
  }

  private startsPlain(c: number): boolean {
    if (c === 45) return !isBlank(this.cursor.peek(1))
    if (c === 63 || c === 58) return this.flowLevel === 0 && !isBlank(this.cursor.peek(1))
    return !isBlank(c) && !',[]{}#&*!|>\'"%@`'.includes(String.fromCharCode(c))
  }

  private skipToToken(): void {
    const { cursor } = this
    for (;;) {
      cursor.skipSpaces()
      if (cursor.peek() === 35) cursor.skipComment()
      if (!isBreak(cursor.peek())) return
      cursor.lineBreak()
      if (this.flowLevel === 0) this.allowSimpleKey = true
    }
  }

  private dropStaleKeys(): void {
    for (let level = 0; level < this.possibleKeys.length; level++) {
      const key = this.possibleKeys[level]
      if (key === undefined || (key.line === this.cursor.line && this.cursor.at - key.at <= 1024)) continue
      if (key.required) throw this.noColon(key)
      this.possibleKeys[level] = undefined
    }
  }

  private noColon(key: PossibleKey): YamlError {
    return new YamlError('yaml-no-colon', 'ScannerError', this.cursor.at, { startedAt: key.at })
  }

  private saveKey(): void {
    const { cursor } = this
    const required = this.flowLevel === 0 && this.indent === cursor.column
    if (!this.allowSimpleKey) return
    this.removeKey()
    const token = this.taken + this.tokens.length
    this.possibleKeys[this.flowLevel] = { token, required, at: cursor.at, line: cursor.line, column: cursor.column }
  }

  private removeKey(): void {
    const key = this.possibleKeys[this.flowLevel]
    if (key?.required) throw this.noColon(key)
    this.possibleKeys[this.flowLevel] = undefined
  }

  private unwind(column: number): void {
    if (this.flowLevel !== 0) return
    while (this.indent > column) {
      this.indent = this.indents.pop() ?? -1
      this.push('block-end', this.cursor.at, this.cursor.at)
    }
  }

  private addIndent(column: number): boolean {
    if (this.indent >= column) return false
    this.indents.push(this.indent)
    this.indent = column
    return true
  }

  private fetchEnd(): void {
    this.unwind(-1)
    this.removeKey()
    this.allowSimpleKey = false
    this.possibleKeys = []
    this.push('end', this.cursor.at, this.cursor.at)
    this.done = true
  }

  private fetchDocumentMark(c: number): void {
    this.unwind(-1)
    this.removeKey()
    this.allowSimpleKey = false
    const from = this.cursor.at
    this.cursor.skip(3)
    this.push(c === 45 ? 'document-start' : 'document-end', from, this.cursor.at)
  }

  private fetchFlowStart(kind: '[' | '{'): void {
    this.saveKey()
    this.flowLevel++
    this.allowSimpleKey = true
    this.pushIndicator(kind)
  }

  private fetchFlowEnd(kind: ']' | '}'): void {
    this.removeKey()
    this.flowLevel--
    this.allowSimpleKey = false
    this.pushIndicator(kind)
  }

  private fetchFlowEntry(): void {
    this.allowSimpleKey = true
    this.removeKey()
    this.pushIndicator(',')
  }

  private pushIndicator(kind: TokenKind): void {
    const from = this.cursor.at
    this.cursor.skip(1)
    this.push(kind, from, this.cursor.at)
  }

  private fetchDash(): void {
    if (this.flowLevel === 0) {
      if (!this.allowSimpleKey) throw new YamlError('yaml-dash-here', 'ScannerError', this.cursor.at)
      if (this.addIndent(this.cursor.column)) this.push('block-seq', this.cursor.at, this.cursor.at)
    }
    this.allowSimpleKey = true
    this.removeKey()
    this.pushIndicator('-')
  }

  private fetchQuestion(): void {
    if (this.flowLevel === 0) {
      if (!this.allowSimpleKey) throw new YamlError('yaml-question-here', 'ScannerError', this.cursor.at)
      if (this.addIndent(this.cursor.column)) this.push('block-map', this.cursor.at, this.cursor.at)
    }
    this.allowSimpleKey = this.flowLevel === 0
    this.removeKey()
    this.pushIndicator('?')
  }

  private fetchColon(): void {
    const key = this.possibleKeys[this.flowLevel]
    if (key !== undefined) {
      this.possibleKeys[this.flowLevel] = undefined
      const index = key.token - this.taken
      this.push('?', key.at, key.at, index)
      if (this.flowLevel === 0 && this.addIndent(key.column)) this.push('block-map', key.at, key.at, index)
      this.allowSimpleKey = false
    } else {
      if (this.flowLevel === 0) {
        if (!this.allowSimpleKey) throw new YamlError('yaml-colon-here', 'ScannerError', this.cursor.at)
        if (this.addIndent(this.cursor.column)) this.push('block-map', this.cursor.at, this.cursor.at)
      }
      this.allowSimpleKey = this.flowLevel === 0
      this.removeKey()
    }
    this.pushIndicator(':')
  }

  private fetchName(kind: 'alias' | 'anchor'): void {
    this.saveKey()
    this.allowSimpleKey = false
    const { cursor } = this
    const from = cursor.at
    cursor.skip(1)
    while (isWordCharacter(cursor.peek())) cursor.skip(1)
    const c = cursor.peek()
    if (cursor.at === from + 1 || !(isBlank(c) || '?:,]}%@`'.includes(String.fromCharCode(c))))
      throw new YamlError('yaml-name', 'ScannerError', cursor.at)
    const value = cursor.text.slice(from + 1, cursor.at)
    this.tokens.push({ kind, from, to: cursor.at, value, style: 'plain', tag: null, words: noWords })
  }

  private fetchTag(): void {
    this.saveKey()
    this.allowSimpleKey = false
    const from = this.cursor.at
    const tag = scanTag(this.cursor)
    this.tokens.push({ kind: 'tag', from, to: this.cursor.at, value: '', style: 'plain', tag, words: noWords })
  }

  private fetchBlock(style: 'literal' | 'folded'): void {
    this.allowSimpleKey = true
    this.removeKey()
    const from = this.cursor.at
    this.pushScalar(from, style, scanBlock(this.cursor, this.indent))
  }

  private fetchQuoted(style: 'single' | 'double'): void {
    this.saveKey()
    this.allowSimpleKey = false
    const from = this.cursor.at
    this.pushScalar(from, style, scanQuoted(this.cursor))
  }

  private fetchPlain(): void {
    this.saveKey()
    const from = this.cursor.at
    const scanned = scanPlain(this.cursor, this.indent + 1, this.flowLevel !== 0)
    this.allowSimpleKey = scanned.brokeLine
    this.pushScalar(from, 'plain', scanned)
  }

  private pushScalar(from: number, style: Token['style'], { value, end }: Scanned): void {
    this.tokens.push({ kind: 'scalar', from, to: end, value, style, tag: null, words: noWords })
  }

  private fetchDirective(): void {
    this.unwind(-1)
    this.removeKey()
    this.allowSimpleKey = false
    const { cursor } = this
    const from = cursor.at
    cursor.skip(1)
    while (isWordCharacter(cursor.peek())) cursor.skip(1)
    const value = cursor.text.slice(from + 1, cursor.at)
    if (value === '' || !(cursor.peek() === 32 || isBreakOrEnd(cursor.peek()))) throw directiveError(cursor)
    const words = this.directiveWords(value)
    const to = cursor.at
    cursor.skipSpaces()
    if (cursor.peek() === 35) cursor.skipComment()
    if (!isBreakOrEnd(cursor.peek())) throw directiveError(cursor)
    this.tokens.push({ kind: 'directive', from, to, value, style: 'plain', tag: null, words })
  }

  private directiveWords(name: string): readonly string[] {
    const { cursor } = this
    if (name === 'YAML') {
      cursor.skipSpaces()
      const version = /^(\d+)\.(\d+)(?=[ \r\n\x85\u2028\u2029]|$)/.exec(cursor.text.slice(cursor.at, cursor.at + 40))
      if (version === null) throw directiveError(cursor)
      cursor.skip(version[0].length)
      return [version[1] ?? '', version[2] ?? '']
    }
    if (name === 'TAG') {
      cursor.skipSpaces()
      const handle = scanHandle(cursor)
      if (cursor.peek() !== 32) throw directiveError(cursor)
      cursor.skipSpaces()
      return [handle, scanUri(cursor)]
    }
    cursor.skipToLineEnd()
    return noWords
  }
}

const directiveError = (cursor: Cursor): YamlError => new YamlError('yaml-directive', 'ScannerError', cursor.at)
