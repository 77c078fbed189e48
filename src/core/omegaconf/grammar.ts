/** `${a.b}`, `${.x[0]}`: a reference to another key. `dots` counts the leading dots, 0 for an absolute one. */
export interface NodeInterpolation {
  readonly kind: 'node'
  readonly dots: number
  readonly keys: readonly Key[]
  readonly from: number
  readonly to: number
}
/** One key of a reference: written out, or itself an interpolation; `from` and `to` exclude brackets and dots. */
export interface Key {
  readonly name: string | Interpolation
  readonly from: number
  readonly to: number
}
/** `${resolver:arg, …}`. */
export interface ResolverInterpolation {
  readonly kind: 'resolver'
  readonly name: readonly (string | Interpolation)[]
  readonly args: readonly Element[]
  readonly from: number
  readonly to: number
}
export type Interpolation = NodeInterpolation | ResolverInterpolation
/** Text with interpolations in it; escapes decoded. */
export type Text = readonly (string | Interpolation)[]

export type PrimitiveToken = {
  readonly type: 'id' | 'null' | 'bool' | 'int' | 'float' | 'char' | 'escape' | 'space'
  readonly text: string
}
/** An argument of a resolver; `empty` is what stands between two commas. `from`: where its text begins, behind a quote. */
export type Element =
  | { readonly kind: 'primitive'; readonly parts: readonly (PrimitiveToken | Interpolation)[]; readonly from: number }
  | { readonly kind: 'quoted'; readonly text: Text; readonly from: number }
  | { readonly kind: 'list'; readonly items: readonly Element[] }
  | { readonly kind: 'dict'; readonly entries: readonly (readonly [readonly PrimitiveToken[], Element])[] }
  | { readonly kind: 'empty' }

/** Where a string stops being readable as OmegaConf text. */
export interface GrammarProblem {
  readonly offset: number
  readonly error: 'GrammarParseError'
}

class GrammarError extends Error {
  constructor(readonly offset: number) {
    super('GrammarParseError')
  }
}

const maxDepth = 100

type ReadText = { readonly ok: true; readonly text: Text } | { readonly ok: false; readonly problem: GrammarProblem }

/** What was read recently, by the string that it follows from alone: the same few are asked for at every change of a text. */
const recent = new Map<string, ReadText>()
const mostRecent = 1000
const longestKept = 1000

/** The parts of a string that holds `${`, or where its grammar breaks. omegaconf/grammar/OmegaConfGrammarParser.g4 */
export function parseInterpolation(value: string): ReadText {
  const known = recent.get(value)
  if (known !== undefined) return known
  const read = readText(value)
  if (recent.size >= mostRecent) recent.clear()
  if (value.length <= longestKept) recent.set(value, read)
  return read
}

function readText(value: string): ReadText {
  try {
    return { ok: true, text: new Grammar(value).configValue() }
  } catch (error) {
    if (error instanceof GrammarError)
      return { ok: false, problem: { offset: error.offset, error: 'GrammarParseError' } }
    throw error
  }
}

/** A whole string as one resolver argument (`oc.decode`, command-line values), or where its grammar breaks. */
export function parseElement(value: string): { ok: true; element: Element } | { ok: false; problem: GrammarProblem } {
  try {
    return { ok: true, element: new Grammar(value).singleElement() }
  } catch (error) {
    if (error instanceof GrammarError)
      return { ok: false, problem: { offset: error.offset, error: 'GrammarParseError' } }
    throw error
  }
}

// What OmegaConf takes for well-formed at a glance; some of it fails only when it is read. omegaconf/grammar_parser.py
const key = String.raw`(?:[$\w]+|\[[$\w]+\])`
const node = String.raw`\$\{\s*\.*${key}(?:\.${key.slice(3, -1)})*\s*\}`
const id = String.raw`[a-zA-Z_][\w\-]*`
const argument = String.raw`[a-zA-Z_0-9/\-+.$%*@?|]+`
// Blanks have one place each to be matched at, so that no text makes it try twice.
const resolver = String.raw`\$\{\s*(?:${id}(?:\.${id})*\s*)?:\s*(?:${argument}(?:\s*,\s*${argument})*\s*)?\}`
const around = String.raw`(?:[^$]|\$(?!\{))*`
const simple = new RegExp(`^${around}(?:(?:${node}|${resolver})${around})+$`)

/** What OmegaConf checks of a string value when a file is loaded; null when it passes. */
export function checkInterpolation(value: string): GrammarProblem | null {
  if (!value.includes('${') || (value.length < 10_000 && simple.test(value))) return null
  const parsed = parseInterpolation(value)
  return parsed.ok ? null : parsed.problem
}

const number = String.raw`(?:0|[1-9](?:_?\d)*)`
const fraction = String.raw`\.\d(?:_?\d)*`
const pointFloat = `(?:${number}?${fraction}|${number}\\.)`
const floatToken = new RegExp(
  `[+-]?(?:(?:${number}|${pointFloat})[eE][+-]?\\d(?:_?\\d)*|${pointFloat}|[Ii][Nn][Ff]|[Nn][Aa][Nn])`,
  'y',
)
const intToken = new RegExp(`[+-]?${number}`, 'y')
const boolToken = /[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]/y
const nullToken = /[Nn][Uu][Ll][Ll]/y
const charToken = /[/\-\\+.$%*@?|]/y
const idToken = /[a-zA-Z_][a-zA-Z0-9_-]*/y
const escapeToken = /(?:\\[\\()[\]{}:=, \t])+/y
const spaceToken = /[ \t]+/y
const keyToken = /[^\\${}()[\]:. \t'"]+/y

/** In the lexer's order: of two equally long tokens the first wins. */
export const primitiveTokens: readonly (readonly [PrimitiveToken['type'], RegExp])[] = [
  ['float', floatToken],
  ['int', intToken],
  ['bool', boolToken],
  ['null', nullToken],
  ['char', charToken],
  ['id', idToken],
  ['escape', escapeToken],
  ['space', spaceToken],
]

class Grammar {
  private at = 0
  private depth = 0
  /** What stands at each `${` that was read; a name may be read twice, to see whether it is a resolver's. */
  private readonly read = new Map<number, Interpolation | GrammarError>()

  constructor(private readonly source: string) {}

  configValue(): Text {
    const text = this.text('')
    if (this.at < this.source.length || text.length === 0) throw this.error()
    return text
  }

  singleElement(): Element {
    this.spaces()
    const element = this.element()
    this.spaces()
    if (this.at < this.source.length) throw this.error()
    return element
  }

  private error(): GrammarError {
    return new GrammarError(this.at)
  }

  private nested<T>(read: () => T): T {
    if (++this.depth > maxDepth) throw this.error()
    const result = read()
    this.depth--
    return result
  }

  private match(token: RegExp): string | null {
    token.lastIndex = this.at
    return token.exec(this.source)?.[0] ?? null
  }

  private spaces(): void {
    this.at += this.match(spaceToken)?.length ?? 0
  }

  private peekAfterSpaces(): string {
    return this.source[this.at + (this.match(spaceToken)?.length ?? 0)] ?? ''
  }

  /** Passes `mark` with blanks around it, as the lexer swallows them. */
  private take(mark: string): boolean {
    if (this.peekAfterSpaces() !== mark) return false
    this.spaces()
    this.at++
    this.spaces()
    return true
  }

  /** Text up to the end, or to the closing `quote`. A backslash counts only before `${` and before that quote. */
  private text(quote: string): Text {
    const parts: (string | Interpolation)[] = []
    let plain = ''
    while (this.at < this.source.length && !(quote !== '' && this.source[this.at] === quote)) {
      const c = this.source[this.at] ?? ''
      if (c === '\\') plain += this.backslashes(quote)
      else if (this.source.startsWith('${', this.at)) {
        if (plain !== '') parts.push(plain)
        plain = ''
        parts.push(this.nested(() => this.interpolation()))
      } else {
        plain += c
        this.at++
      }
    }
    if (plain !== '') parts.push(plain)
    return parts
  }

  private backslashes(quote: string): string {
    const run = this.match(/\\+/y)?.length ?? 0
    this.at += run
    const special = this.source.startsWith('${', this.at)
      ? '${'
      : quote !== '' && this.source[this.at] === quote
        ? quote
        : ''
    if (special === '') return '\\'.repeat(run)
    if (run % 2 === 0) return '\\'.repeat(run / 2)
    this.at += special.length
    return '\\'.repeat((run - 1) / 2) + special
  }

  private interpolation(): Interpolation {
    const from = this.at
    const known = this.read.get(from)
    if (known instanceof GrammarError) throw known
    if (known === undefined) return this.interpolationAnew(from)
    this.at = known.to
    return known
  }

  private interpolationAnew(from: number): Interpolation {
    try {
      this.at += 2
      this.spaces()
      const found = this.isResolver() ? this.resolver(from) : this.reference(from)
      this.read.set(from, found)
      return found
    } catch (error) {
      if (error instanceof GrammarError) this.read.set(from, error)
      throw error
    }
  }

  /** Looks ahead for `name:` where a key path would go on with a dot, a bracket or the end. */
  private isResolver(): boolean {
    const { at, depth } = this
    try {
      this.resolverName()
      return this.peekAfterSpaces() === ':'
    } catch (error) {
      if (error instanceof GrammarError) return false
      throw error
    } finally {
      this.at = at
      this.depth = depth
    }
  }

  private resolverName(): (string | Interpolation)[] {
    const name: (string | Interpolation)[] = []
    do {
      if (name.length > 0) {
        this.at++
        name.push('.')
      }
      if (this.source.startsWith('${', this.at)) name.push(this.nested(() => this.interpolation()))
      else {
        const id = this.match(idToken)
        if (id === null || (this.match(keyToken)?.length ?? 0) > id.length) throw this.error()
        this.at += id.length
        name.push(id)
      }
    } while (this.source[this.at] === '.')
    return name
  }

  private resolver(from: number): ResolverInterpolation {
    const name = this.resolverName()
    this.take(':')
    const args = this.peekAfterSpaces() === '}' ? [] : this.sequence('}')
    if (!this.closeBrace()) throw this.error()
    return { kind: 'resolver', name, args, from, to: this.at }
  }

  /** `}` with blanks before it but none after. */
  private closeBrace(): boolean {
    if (this.peekAfterSpaces() !== '}') return false
    this.spaces()
    this.at++
    return true
  }

  private reference(from: number): NodeInterpolation {
    let dots = 0
    while (this.source[this.at] === '.') {
      dots++
      this.at++
    }
    const keys = [this.source[this.at] === '[' ? this.bracketKey() : this.key()]
    for (;;) {
      const c = this.source[this.at]
      if (c === '[') keys.push(this.bracketKey())
      else if (c === '.') {
        this.at++
        keys.push(this.key())
      } else break
    }
    if (!this.closeBrace()) throw this.error()
    return { kind: 'node', dots, keys, from, to: this.at }
  }

  private bracketKey(): Key {
    this.at++
    const key = this.key()
    if (this.source[this.at] !== ']') throw this.error()
    this.at++
    return key
  }

  private key(): Key {
    const from = this.at
    if (this.source.startsWith('${', this.at)) {
      const name = this.nested(() => this.interpolation())
      return { name, from, to: this.at }
    }
    const name = this.match(keyToken)
    if (name === null) throw this.error()
    this.at += name.length
    return { name, from, to: this.at }
  }

  /** Elements between commas; one that is missing is `empty`. */
  private sequence(close: string): Element[] {
    const items: Element[] = []
    let afterComma = true
    for (;;) {
      const next = this.peekAfterSpaces()
      const isEnd = next === close || next === ''
      if (isEnd) return afterComma && items.length > 0 ? [...items, { kind: 'empty' }] : items
      if (next === ',') {
        if (afterComma) items.push({ kind: 'empty' })
        this.take(',')
        afterComma = true
        continue
      }
      if (!afterComma) throw this.error()
      items.push(this.nested(() => this.element()))
      afterComma = false
    }
  }

  private element(): Element {
    const c = this.source[this.at] ?? ''
    if (c === '[') return this.list()
    if (c === '{') return this.dict()
    if (c === "'" || c === '"') return this.quoted(c)
    const from = this.at
    return { kind: 'primitive', parts: this.primitive(), from }
  }

  private list(): Element {
    this.at++
    this.spaces()
    const items = this.peekAfterSpaces() === ']' ? [] : this.sequence(']')
    this.spaces()
    if (this.source[this.at] !== ']') throw this.error()
    this.at++
    return { kind: 'list', items }
  }

  private dict(): Element {
    this.at++
    this.spaces()
    const entries: (readonly [readonly PrimitiveToken[], Element])[] = []
    while (!this.closeBrace()) {
      if (entries.length > 0 && !this.take(',')) throw this.error()
      const name = this.dictKey()
      if (!this.take(':')) throw this.error()
      entries.push([name, this.nested(() => this.element())])
    }
    return { kind: 'dict', entries }
  }

  private dictKey(): PrimitiveToken[] {
    const parts: PrimitiveToken[] = []
    for (;;) {
      const token = this.primitiveToken()
      if (token === null || (token.type === 'space' && ':'.includes(this.peekAfterSpaces()))) break
      this.at += token.text.length
      parts.push(token)
    }
    if (parts.length === 0) throw this.error()
    return parts
  }

  private quoted(quote: string): Element {
    const from = ++this.at
    const text = this.text(quote)
    if (this.source[this.at] !== quote) throw this.error()
    this.at++
    return { kind: 'quoted', text, from }
  }

  private primitive(): (PrimitiveToken | Interpolation)[] {
    const parts: (PrimitiveToken | Interpolation)[] = []
    for (;;) {
      if (this.source.startsWith('${', this.at)) {
        parts.push(this.nested(() => this.interpolation()))
        continue
      }
      const colon = this.match(/[ \t]*:[ \t]*/y)
      if (colon !== null) {
        parts.push({ type: 'char', text: colon })
        this.at += colon.length
        continue
      }
      const token = this.primitiveToken()
      if (token === null || (token.type === 'space' && ['', ',', ']', '}'].includes(this.peekAfterSpaces()))) break
      parts.push(token)
      this.at += token.text.length
    }
    if (parts.length === 0) throw this.error()
    return parts
  }

  private primitiveToken(): PrimitiveToken | null {
    let best: PrimitiveToken | null = null
    for (const [type, token] of primitiveTokens) {
      const text = this.match(token)
      if (text !== null && text.length > (best?.text.length ?? 0)) best = { type, text }
    }
    return best
  }
}
