import { type Cursor, isBlank, isBreak, isBreakOrEnd } from './cursor'
import { YamlError } from './yaml-error'

const SPACE = 32
const TAB = 9

/** Result of scanning one scalar: its decoded text and where its source ends. */
export interface Scanned {
  readonly value: string
  readonly end: number
  /** True when a line ended behind it, so that a new key may follow. */
  readonly brokeLine: boolean
}

const isFlowIndicator = (c: number): boolean => c === 44 || c === 91 || c === 93 || c === 123 || c === 125

function endsPlain(cursor: Cursor, ahead: number, inFlow: boolean): boolean {
  const c = cursor.peek(ahead)
  if (isBlank(c)) return true
  if (c === 58) {
    const next = cursor.peek(ahead + 1)
    return isBlank(next) || (inFlow && isFlowIndicator(next))
  }
  // PyYAML ends a plain scalar at `?` in flow collections, so `[???]` and `[a?b]` do not parse.
  return inFlow && (isFlowIndicator(c) || c === 63)
}

/** A plain scalar from the cursor on; `indent` is the least column at which it may go on in a block. */
export function scanPlain(cursor: Cursor, indent: number, inFlow: boolean): Scanned {
  let value = ''
  let end = cursor.at
  let between = ''
  let brokeLine = false
  for (;;) {
    if (cursor.peek() === 35) break
    let length = 0
    while (!endsPlain(cursor, length, inFlow)) length++
    if (length === 0) break
    value += between + cursor.text.slice(cursor.at, cursor.at + length)
    cursor.skip(length)
    end = cursor.at
    const spaces = scanPlainSpaces(cursor)
    between = spaces.text
    brokeLine = spaces.brokeLine
    if (between === '' || cursor.peek() === 35 || (!inFlow && cursor.column < indent)) break
  }
  return { value, end, brokeLine }
}

/** What stands between two words of a plain scalar; '' when the scalar ends here. */
function scanPlainSpaces(cursor: Cursor): { text: string; brokeLine: boolean } {
  const from = cursor.at
  cursor.skipSpaces()
  if (!isBreak(cursor.peek())) return { text: cursor.text.slice(from, cursor.at), brokeLine: false }
  const first = cursor.lineBreak()
  if (cursor.atDocumentMark()) return { text: '', brokeLine: true }
  let breaks = ''
  for (;;) {
    const c = cursor.peek()
    if (c === SPACE) cursor.skip(1)
    else if (isBreak(c)) {
      breaks += cursor.lineBreak()
      if (cursor.atDocumentMark()) return { text: '', brokeLine: true }
    } else break
  }
  return { text: folded(first, breaks), brokeLine: true }
}

/** YAML's line folding: one line feed becomes a blank, further ones stay. */
const folded = (first: string, breaks: string): string => (first !== '\n' ? first : breaks === '' ? ' ' : '') + breaks

/** A quoted scalar, the cursor on its opening quote. */
export function scanQuoted(cursor: Cursor): Scanned {
  const start = cursor.at
  const quote = cursor.peek()
  const chunks: string[] = []
  cursor.skip(1)
  for (;;) {
    scanQuotedText(cursor, quote === 34, chunks)
    if (cursor.peek() === quote) break
    scanQuotedSpaces(cursor, start, chunks)
  }
  cursor.skip(1)
  return { value: chunks.join(''), end: cursor.at, brokeLine: false }
}

function scanQuotedText(cursor: Cursor, double: boolean, chunks: string[]): void {
  for (;;) {
    const c = scanUnescaped(cursor, chunks)
    if (!double && c === 39 && cursor.peek(1) === 39) {
      chunks.push("'")
      cursor.skip(2)
    } else if (double ? c === 39 : c === 34 || c === 92) {
      chunks.push(String.fromCharCode(c))
      cursor.skip(1)
    } else if (double && c === 92) scanEscape(cursor, chunks)
    else return
  }
}

/** What stands before the next quote, backslash or blank; gives that sign. */
function scanUnescaped(cursor: Cursor, chunks: string[]): number {
  const from = cursor.at
  let c = cursor.peek()
  while (c !== 39 && c !== 34 && c !== 92 && !isBlank(c)) {
    cursor.skip(1)
    c = cursor.peek()
  }
  if (cursor.at > from) chunks.push(cursor.text.slice(from, cursor.at))
  return c
}

const escapes: Readonly<Record<string, string>> = {
  0: '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '\\': '\\',
  '/': '/',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
}
const escapeDigits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

function scanEscape(cursor: Cursor, chunks: string[]): void {
  cursor.skip(1)
  const c = cursor.peek()
  const letter = c === 0 ? '' : String.fromCharCode(c)
  const plain = Object.hasOwn(escapes, letter) ? escapes[letter] : undefined
  if (plain !== undefined) {
    chunks.push(plain)
    cursor.skip(1)
  } else if (Object.hasOwn(escapeDigits, letter)) {
    cursor.skip(1)
    chunks.push(scanCodePoint(cursor, escapeDigits[letter] ?? 0, letter))
  } else if (isBreak(c)) {
    cursor.lineBreak()
    scanQuotedBreaks(cursor, chunks)
  } else throw new YamlError('yaml-escape', 'ScannerError', cursor.at, { escape: `\\${letter}` })
}

function scanCodePoint(cursor: Cursor, digits: number, letter: string): string {
  const hex = cursor.text.slice(cursor.at, cursor.at + digits)
  if (!/^[0-9a-fA-F]+$/.test(hex) || hex.length < digits)
    throw new YamlError('yaml-escape', 'ScannerError', cursor.at, { escape: `\\${letter}` })
  const point = Number.parseInt(hex, 16)
  if (point > 0x10ffff) throw new YamlError('yaml-escape', 'ValueError', cursor.at, { escape: `\\${letter}${hex}` })
  cursor.skip(digits)
  return String.fromCodePoint(point)
}

function scanQuotedSpaces(cursor: Cursor, start: number, chunks: string[]): void {
  const from = cursor.at
  while (cursor.peek() === SPACE || cursor.peek() === TAB) cursor.skip(1)
  const c = cursor.peek()
  if (c === 0) throw openQuote(cursor, start)
  if (!isBreak(c)) {
    chunks.push(cursor.text.slice(from, cursor.at))
    return
  }
  const first = cursor.lineBreak()
  const breaks: string[] = []
  scanQuotedBreaks(cursor, breaks, start)
  chunks.push(folded(first, breaks.join('')))
}

function scanQuotedBreaks(cursor: Cursor, chunks: string[], start = cursor.at): void {
  for (;;) {
    if (cursor.atDocumentMark()) throw openQuote(cursor, start)
    while (cursor.peek() === SPACE || cursor.peek() === TAB) cursor.skip(1)
    if (!isBreak(cursor.peek())) return
    chunks.push(cursor.lineBreak())
  }
}

const openQuote = (cursor: Cursor, start: number): YamlError =>
  new YamlError('yaml-open-quote', 'ScannerError', cursor.at, { quote: cursor.text[start] ?? '', openedAt: start })

/** A block scalar, the cursor on `|` or `>`; `parentIndent` is the indentation it must exceed. */
export function scanBlock(cursor: Cursor, parentIndent: number): Scanned {
  const foldedStyle = cursor.peek() === 62
  cursor.skip(1)
  const { chomping, increment } = scanBlockIndicators(cursor)
  let end = cursor.at
  scanBlockHeaderRest(cursor)
  const least = Math.max(parentIndent + 1, 1)
  const lines: string[] = []
  const lead = increment === 0 ? scanBlockIndentation(cursor) : null
  const indent = lead === null ? least + increment - 1 : Math.max(least, lead.indent)
  let breaks = lead === null ? scanBlockBreaks(cursor, indent) : lead.breaks
  let lineBreak = ''
  while (cursor.column === indent && cursor.peek() !== 0) {
    lines.push(breaks)
    const leading = cursor.peek()
    const from = cursor.at
    cursor.skipToLineEnd()
    lines.push(cursor.text.slice(from, cursor.at))
    end = cursor.at
    lineBreak = cursor.peek() === 0 ? '' : cursor.lineBreak()
    breaks = scanBlockBreaks(cursor, indent)
    if (cursor.column !== indent || cursor.peek() === 0) break
    const isFolded = foldedStyle && lineBreak === '\n' && !isIndented(leading) && !isIndented(cursor.peek())
    lines.push(isFolded ? foldedBreak(breaks) : lineBreak)
  }
  if (chomping !== '-') lines.push(lineBreak)
  if (chomping === '+') {
    lines.push(breaks)
    end = Math.max(end, lastBreakBefore(cursor))
  }
  return { value: lines.join(''), end, brokeLine: true }
}

/** What a folded line break leaves: a blank, nothing where empty lines follow. */
const foldedBreak = (breaks: string): string => (breaks === '' ? ' ' : '')

const isIndented = (c: number): boolean => c === SPACE || c === TAB

/** Where the last line break before the cursor begins. */
function lastBreakBefore(cursor: Cursor): number {
  let at = cursor.at
  while (at > 0 && cursor.text.charCodeAt(at - 1) === SPACE) at--
  if (at > 0 && isBreak(cursor.text.charCodeAt(at - 1))) at--
  return at > 0 && cursor.text.charCodeAt(at) === 10 && cursor.text.charCodeAt(at - 1) === 13 ? at - 1 : at
}

function scanBlockIndicators(cursor: Cursor): { chomping: string; increment: number } {
  let chomping = ''
  let increment = 0
  for (let i = 0; i < 2; i++) {
    const c = cursor.peek()
    if ((c === 43 || c === 45) && chomping === '') chomping = String.fromCharCode(c)
    else if (c >= 48 && c <= 57 && increment === 0) {
      if (c === 48) throw new YamlError('yaml-block-header', 'ScannerError', cursor.at)
      increment = c - 48
    } else break
    cursor.skip(1)
  }
  const c = cursor.peek()
  if (c !== SPACE && !isBreakOrEnd(c)) throw new YamlError('yaml-block-header', 'ScannerError', cursor.at)
  return { chomping, increment }
}

function scanBlockHeaderRest(cursor: Cursor): void {
  cursor.skipSpaces()
  if (cursor.peek() === 35) cursor.skipComment()
  if (!isBreakOrEnd(cursor.peek())) throw new YamlError('yaml-block-header', 'ScannerError', cursor.at)
  if (cursor.peek() !== 0) cursor.lineBreak()
}

function scanBlockIndentation(cursor: Cursor): { breaks: string; indent: number } {
  let breaks = ''
  let indent = 0
  for (;;) {
    const c = cursor.peek()
    if (c === SPACE) {
      cursor.skip(1)
      indent = Math.max(indent, cursor.column)
    } else if (isBreak(c)) breaks += cursor.lineBreak()
    else return { breaks, indent }
  }
}

function scanBlockBreaks(cursor: Cursor, indent: number): string {
  let breaks = ''
  for (;;) {
    while (cursor.column < indent && cursor.peek() === SPACE) cursor.skip(1)
    if (!isBreak(cursor.peek())) return breaks
    breaks += cursor.lineBreak()
  }
}
