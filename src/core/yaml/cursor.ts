import type { Span } from '../text'

/** True for the characters that end a line in YAML 1.1: CR, LF, NEL, LS, PS. */
export const isBreak = (c: number): boolean => c === 10 || c === 13 || c === 0x85 || c === 0x2028 || c === 0x2029
/** End of text, or a line break. */
export const isBreakOrEnd = (c: number): boolean => c === 0 || isBreak(c)
/** Blank, tab, line break or end of text. */
export const isBlank = (c: number): boolean => c === 32 || c === 9 || isBreakOrEnd(c)
export const isWordCharacter = (c: number): boolean =>
  (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 45 || c === 95

/** A place in a text that knows its column. `peek` gives UTF-16 code units, 0 at and beyond the end. */
export class Cursor {
  at = 0
  private lineStart = 0
  line = 0
  /** The comments passed so far, `#` included, line end not. */
  readonly comments: Span[] = []

  /** A byte order mark at the very start is passed and counts for nothing. */
  constructor(readonly text: string) {
    if (text.charCodeAt(0) === 0xfeff) this.at = this.lineStart = 1
  }

  peek(ahead = 0): number {
    const at = this.at + ahead
    return at < this.text.length ? this.text.charCodeAt(at) : 0
  }

  get column(): number {
    return this.at - this.lineStart
  }

  /** Moves on within a line. */
  skip(count: number): void {
    this.at += count
  }

  skipSpaces(): void {
    while (this.peek() === 32) this.at++
  }

  /** Passes a comment, the cursor on `#`. */
  skipComment(): void {
    const from = this.at
    this.skipToLineEnd()
    this.comments.push({ from, to: this.at })
  }

  skipToLineEnd(): void {
    while (!isBreakOrEnd(this.peek())) this.at++
  }

  /** Passes one line break and gives what it counts as inside a scalar: LF, or LS and PS themselves. */
  lineBreak(): string {
    const c = this.peek()
    this.at += c === 13 && this.peek(1) === 10 ? 2 : 1
    this.lineStart = this.at
    this.line++
    return c === 0x2028 || c === 0x2029 ? String.fromCharCode(c) : '\n'
  }

  /** True at `---` or `...` at the start of a line with a blank behind. */
  atDocumentMark(): boolean {
    if (this.column !== 0) return false
    const c = this.peek()
    return (c === 45 || c === 46) && this.peek(1) === c && this.peek(2) === c && isBlank(this.peek(3))
  }
}
