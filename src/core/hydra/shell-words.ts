import type { Span } from '../text'

/** Why a stretch of a command line does not mean what it says, or means something only the shell knows. */
export type ShellProblemCode =
  | 'open-quote' // the quote is never closed
  | 'variable' // `$NAME` of the shell; taken as written
  | 'command' // `$(…)`, `$[…]` or backquotes; taken as written
  | 'braces' // bash makes several words of it: it needs quotes
  | 'parenthesis' // a syntax error in bash: it needs quotes
  | 'redirection' // `> file`, left out
  | 'blank-after-backslash' // a line continuation that bash does not see; taken as one

export interface ShellProblem extends Span {
  readonly reason: ShellProblemCode
  readonly text: string
}
/** A word of a command line: what the program would get, and where it stands. */
export interface Word extends Span {
  readonly text: string
  /** How much of the text at its beginning was written without quotes: there `NAME=` assigns. */
  readonly bare: number
}
/** Words up to a line end, `;`, `&`, `|` …; `ends` is what ended it, empty at the end of the text. */
export interface ShellCommand {
  readonly words: readonly Word[]
  readonly ends: string
}

/** A text as bash splits it into commands and words. `variables` are those whose value is known. Never throws. */
export function readShell(
  source: string,
  variables: ReadonlyMap<string, string> = new Map(),
): { commands: readonly ShellCommand[]; problems: readonly ShellProblem[] } {
  const reader = new Reader(source, variables)
  return { commands: reader.read(), problems: reader.problems }
}

const operator = /&&|\|\||;;|\|&|[;&|]|\r?\n/y
const redirection = /(?:\d{0,3}|&)(?:>>|>\||>&|<<<|<<-?|<>|<&|>|<)/y
const blank = /[ \t\r]+/y
const comment = /#[^\n]*/y
/** A backslash at the end of its line, or with only blanks or a comment between: the last is meant so, but bash differs. */
const continuation = /\\(?:\r?\n|[ \t]+(?:#[^\n]*)?\r?\n)/y
const secondPrompt = /[ \t]*>[ \t]?/y
const nameThere = /[A-Za-z_]\w*/y

class Reader {
  readonly problems: ShellProblem[] = []
  private readonly commands: ShellCommand[] = []
  private words: Word[] = []
  private at = 0
  private text: string | null = null
  private bare = 0
  private start = 0
  /** Every line after a continuation begins with `> `: they were copied from a terminal. */
  private readonly hasPrompts: boolean

  constructor(
    private readonly source: string,
    private readonly variables: ReadonlyMap<string, string>,
  ) {
    const next = [...source.matchAll(/\\[ \t]*\r?\n([^\n]*)/g)].map((match) => match[1] ?? '')
    this.hasPrompts = next.length > 0 && next.every((line) => /^[ \t]*>(?:[ \t]|$)/.test(line))
  }

  read(): readonly ShellCommand[] {
    while (this.at < this.source.length) this.step()
    this.endCommand('')
    return this.commands
  }

  private match(pattern: RegExp, at = this.at): string {
    pattern.lastIndex = at
    return pattern.exec(this.source)?.[0] ?? ''
  }

  private problem(reason: ShellProblemCode, from: number, to: number): void {
    if (this.problems.length < 1000) this.problems.push({ reason, from, to, text: this.source.slice(from, to) })
  }

  private add(text: string, isBare: boolean): void {
    if (this.text === null) this.start = this.at
    this.text = (this.text ?? '') + text
    if (isBare && this.bare === this.text.length - text.length) this.bare = this.text.length
  }

  private endWord(): void {
    if (this.text !== null) {
      this.words.push({ text: this.text, bare: this.bare, from: this.start, to: this.at })
      if (/^[^{]*\{[^{},]*,[^{}]*\}/.test(this.text.slice(0, this.bare)) && this.text.length < 10_000)
        this.problem('braces', this.start, this.at)
    }
    this.text = null
    this.bare = 0
  }

  private endCommand(ends: string): void {
    this.endWord()
    if (this.words.length > 0) this.commands.push({ words: this.words, ends })
    this.words = []
  }

  private step(): void {
    const skipped = this.match(continuation)
    if (skipped !== '') return this.continueLine(skipped)
    const space = this.match(blank)
    if (space !== '') {
      this.endWord()
      this.at += space.length
      return
    }
    const redirected = this.redirectionHere()
    if (redirected !== '') return this.redirect(redirected)
    const sign = this.match(operator)
    if (sign !== '') {
      this.endCommand(sign.trim() === '' ? '\n' : sign)
      this.at += sign.length
      return
    }
    if (this.text === null && this.source[this.at] === '#') this.at += this.match(comment).length
    else this.character(this.source[this.at] ?? '')
  }

  /** The sign of a redirection, a number in front of it included; empty when there is none. */
  private redirectionHere(): string {
    if (this.text === null) return this.match(redirection)
    return this.text.length < 4 && /^\d+$/.test(this.text) ? this.match(redirection, this.start) : ''
  }

  private continueLine(skipped: string): void {
    if (/^\\[ \t]/.test(skipped)) {
      this.endWord()
      this.problem('blank-after-backslash', this.at, this.at + skipped.trimEnd().length)
    }
    this.at += skipped.length
    if (this.hasPrompts) this.at += this.match(secondPrompt).length
  }

  /** The sign and the word behind it are left out. */
  private redirect(sign: string): void {
    const from = this.text === null ? this.at : this.start
    this.text = null
    this.bare = 0
    this.at = from + sign.length
    this.at += this.match(blank).length
    const rest = /[^\s;&|<>]*/y
    this.at += this.match(rest).length
    this.problem('redirection', from, this.at)
  }

  private character(c: string): void {
    if (c === "'") return this.single(1, (text) => text)
    if (c === '"') return this.double(1)
    if (c === '\\') return this.escape()
    if (c === '`') return this.backquotes()
    if (c === '$') return this.dollar(true)
    if (c === '(' || c === ')') this.problem('parenthesis', this.at, this.at + 1)
    if (c === '<' || c === '>') return this.redirect(this.match(redirection))
    this.add(c, true)
    this.at++
  }

  private escape(): void {
    const character = this.source[this.at + 1]
    this.add(character ?? '\\', false)
    this.at += 2
  }

  /** Text between single quotes; `skip` leads to its first sign. */
  private single(skip: number, decode: (text: string) => string): void {
    const isPlain = skip === 1
    let end = this.at + skip
    while (end < this.source.length && this.source[end] !== "'") end += !isPlain && this.source[end] === '\\' ? 2 : 1
    if (end >= this.source.length) this.problem('open-quote', this.at, this.source.length)
    this.add(decode(this.source.slice(this.at + skip, end)), false)
    this.at = Math.min(end + 1, this.source.length)
  }

  private double(skip: number): void {
    const from = this.at
    this.add('', false)
    this.at += skip
    while (this.at < this.source.length && this.source[this.at] !== '"') this.quotedCharacter()
    if (this.at >= this.source.length) this.problem('open-quote', from, this.source.length)
    this.at = Math.min(this.at + 1, this.source.length)
  }

  /** One between double quotes. */
  private quotedCharacter(): void {
    const c = this.source[this.at] ?? ''
    const next = this.source[this.at + 1] ?? ''
    if (c === '\\' && '$`"\\\n'.includes(next) && next !== '') {
      if (next !== '\n') this.add(next, false)
      this.at += 2
    } else if (c === '$') this.dollar(false)
    else if (c === '`') this.backquotes()
    else {
      this.add(c, false)
      this.at++
    }
  }

  private dollar(isBare: boolean): void {
    const next = this.source[this.at + 1] ?? ''
    if (isBare && next === "'") return this.single(2, ansiC)
    if (isBare && next === '"') return this.double(2)
    if (next === '(') return this.asWritten('command', this.closing('(', ')'))
    if (next === '[') return this.asWritten('command', this.closing('[', ']'))
    if (next === '{') return this.braced()
    const name = this.match(nameThere, this.at + 1)
    const special = name === '' && /[\d@*#?$!-]/.test(next) ? next : name
    if (special !== '') return this.expand(special, this.at + 1 + special.length)
    this.add('$', isBare)
    this.at++
  }

  private braced(): void {
    const name = this.match(nameThere, this.at + 2)
    const end = this.at + 2 + name.length
    if (name !== '' && this.source[end] === '}') this.expand(name, end + 1)
    else this.asWritten('variable', this.closing('{', '}'))
  }

  private expand(name: string, end: number): void {
    const value = this.variables.get(name)
    if (value === undefined) return this.asWritten('variable', end)
    this.add(value, false)
    this.at = end
  }

  private asWritten(reason: ShellProblemCode, end: number): void {
    this.problem(reason, this.at, end)
    this.add(this.source.slice(this.at, end), false)
    this.at = end
  }

  /** Behind the bracket that closes the one after the dollar, or the end of the line. */
  private closing(open: string, close: string): number {
    let depth = 0
    let i = this.at + 1
    for (; i < this.source.length && this.source[i] !== '\n'; i++) {
      if (this.source[i] === open) depth++
      else if (this.source[i] === close && --depth === 0) return i + 1
    }
    return i
  }

  private backquotes(): void {
    const end = this.source.indexOf('`', this.at + 1)
    this.asWritten('command', end < 0 ? this.source.length : end + 1)
  }
}

const ansiEscape = /\\(?:x([\da-fA-F]{1,2})|u([\da-fA-F]{1,4})|U([\da-fA-F]{1,8})|([0-7]{1,3})|c(.)|(.))/gs
const ansiNames: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '?': '?',
}

/** The text of `$'…'`; bash drops what comes behind a NUL. */
const ansiC = (text: string): string => decoded(text).split('\0')[0] ?? ''

const decoded = (text: string): string =>
  text.replace(ansiEscape, (whole: string, ...groups: (string | undefined)[]) => {
    const [hex, short, long, octal, control, other] = groups
    const digits = hex ?? short ?? long
    if (digits !== undefined) {
      const point = Number.parseInt(digits, 16)
      return point > 0x10ffff ? whole : String.fromCodePoint(point)
    }
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff)
    if (control !== undefined) return String.fromCharCode(control.toUpperCase().charCodeAt(0) & 0x1f)
    return other !== undefined && Object.hasOwn(ansiNames, other) ? (ansiNames[other] ?? whole) : whole
  })

/** The shortest way to write an argument so that every POSIX shell passes it on unchanged: bare, or in one kind of quotes. */
export function shellQuote(arg: string): string {
  if (/^[\w@%+:,./-][\w@%+=:,./-]*$/.test(arg)) return arg
  const single = `'${arg.replaceAll("'", "'\\''")}'`
  // Interactive shells look for `!` even between double quotes.
  if (arg.includes('!')) return single
  const double = `"${arg.replace(/[$`"\\]/g, '\\$&')}"`
  return double.length < single.length ? double : single
}
