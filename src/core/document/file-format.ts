import type { Edit } from '../text'

/**
 * What a file has beside its text. `ends` names the line end of each line in order as runs, so that a file of mixed ends keeps every
 * one of them; the text itself has LF only and no byte order mark.
 */
export interface FileFormat {
  readonly bom: boolean
  readonly ends: readonly LineRun[]
}
export interface LineRun {
  readonly end: LineEnd
  readonly count: number
}
type LineEnd = '\n' | '\r\n' | '\r'

export const plainFormat: FileFormat = { bom: false, ends: [] }

/** Larger files are refused, in bytes. */
export const maxFileSize = 20_000_000

/** Why bytes are not opened. `offset` counts bytes from 0, `line` from 1: where the first NUL or the first bytes that are no UTF-8 stand. */
export type DecodeRefusal =
  | { readonly ok: false; readonly reason: 'too-large'; readonly size: number; readonly limit: number }
  | { readonly ok: false; readonly reason: 'utf-16' }
  | { readonly ok: false; readonly reason: 'binary' | 'not-utf-8'; readonly offset: number; readonly line: number }

export type Decoded = { readonly ok: true; readonly text: string; readonly format: FileFormat } | DecodeRefusal

/**
 * A file's bytes as text. UTF-8 only: OmegaConf.load opens files as UTF-8, so that a byte order mark of UTF-16 raises UnicodeDecodeError
 * there. U+0085, U+2028 and U+2029 end lines in YAML but not in files: they stay in the text.
 */
export function decodeFile(bytes: Uint8Array): Decoded {
  if (bytes.length > maxFileSize) return { ok: false, reason: 'too-large', size: bytes.length, limit: maxFileSize }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return { ok: false, reason: 'utf-16' }
  const offset = firstBadByte(bytes)
  if (offset !== null) {
    const reason = bytes[offset] === 0 ? 'binary' : 'not-utf-8'
    return { ok: false, reason, offset, line: lineOfByte(bytes, offset) }
  }
  return { ok: true, ...decodeText(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)) }
}

/** Text that came without bytes (clipboard, share link): its own line ends, no byte order mark. */
export function decodeText(raw: string): { text: string; format: FileFormat } {
  const bom = raw.charCodeAt(0) === 0xfeff
  const body = bom ? raw.slice(1) : raw
  return { text: body.replace(/\r\n?/g, '\n'), format: { bom, ends: runsOf(body) } }
}

/**
 * The bytes of a text in its format; those that were opened, when nothing was edited. A lone surrogate, which no UTF-8 file can hold,
 * becomes U+FFFD.
 */
export function encodeFile(text: string, format: FileFormat): Uint8Array<ArrayBuffer> {
  const mark = format.bom ? '\ufeff' : ''
  const isPlain = format.ends.every((run) => run.end === '\n')
  return new TextEncoder().encode(mark + (isPlain ? text : withEnds(text, format.ends)))
}

function withEnds(text: string, ends: readonly LineRun[]): string {
  const last = ends.at(-1)?.end ?? '\n'
  let run = 0
  let left = ends[0]?.count ?? 0
  return text.replace(/\n/g, (_break, offset: number) => {
    const end = ends[run]?.end ?? last
    if (--left <= 0) left = ends[++run]?.count ?? 0
    // A CR in front of an empty line that ends in LF would be read as one line end with it.
    const runsTogether = end === '\r' && text[offset + 1] === '\n' && (ends[run]?.end ?? last) === '\n'
    return runsTogether ? '\r\n' : end
  })
}

function runsOf(raw: string): LineRun[] {
  const runs: LineRun[] = []
  let count = 0
  let last: LineEnd = '\n'
  let feed = raw.indexOf('\n')
  let back = raw.indexOf('\r')
  while (feed >= 0 || back >= 0) {
    const isBack = back >= 0 && (feed < 0 || back < feed)
    const end: LineEnd = !isBack ? '\n' : feed === back + 1 ? '\r\n' : '\r'
    if (end !== last) {
      addRun(runs, last, count)
      last = end
      count = 0
    }
    count++
    if (end !== '\r') feed = raw.indexOf('\n', feed + 1)
    if (isBack) back = raw.indexOf('\r', back + 1)
  }
  addRun(runs, last, count)
  return runs
}

function addRun(runs: LineRun[], end: LineEnd, count: number): void {
  const last = runs.at(-1)
  if (last?.end === end) runs[runs.length - 1] = { end, count: last.count + count }
  else if (count > 0) runs.push({ end, count })
}

/** The format after edits of the text: lines keep their own ends, new ones take that of the line they are put into. */
export function remapFormat(format: FileFormat, text: string, edits: readonly Edit[]): FileFormat {
  if (format.ends.length <= 1) return format
  const source = new LineEnds(format.ends)
  const ends: LineRun[] = []
  let at = 0
  for (const { from, to, insert } of edits) {
    source.take(countBreaks(text, at, from), ends)
    const own = source.here
    const removed = countBreaks(text, from, to)
    const added = countBreaks(insert, 0, insert.length)
    source.take(Math.min(removed, added), ends)
    source.take(Math.max(removed - added, 0), [])
    addRun(ends, own, Math.max(added - removed, 0))
    at = to
  }
  source.take(Number.POSITIVE_INFINITY, ends)
  return { ...format, ends }
}

/** The line ends of a file, taken off the front. */
class LineEnds {
  private run = 0
  private used = 0
  private last: LineEnd = '\n'

  constructor(private readonly runs: readonly LineRun[]) {}

  /** The end of the next line, or of the last one behind it. */
  get here(): LineEnd {
    return this.runs[this.run]?.end ?? this.last
  }

  /** Adds the next `count` ends, or all that are left, to `into`. */
  take(count: number, into: LineRun[]): void {
    let rest = count
    while (rest > 0) {
      const run = this.runs[this.run]
      if (run === undefined) return
      const taken = Math.min(rest, run.count - this.used)
      addRun(into, run.end, taken)
      this.last = run.end
      rest -= taken
      this.used += taken
      if (this.used < run.count) return
      this.used = 0
      this.run++
    }
  }
}

function countBreaks(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count++
  return count
}

function lineOfByte(bytes: Uint8Array, offset: number): number {
  let line = 1
  for (let i = 0; i < offset; i++) if (bytes[i] === 10 || (bytes[i] === 13 && bytes[i + 1] !== 10)) line++
  return line
}

/** The first byte that is NUL or no UTF-8, or null. */
function firstBadByte(bytes: Uint8Array): number | null {
  for (let i = 0; i < bytes.length; ) {
    const length = sequenceLength(bytes, i)
    if (length === 0) return i
    i += length
  }
  return null
}

/** How long a sequence of several bytes is that begins with this one, 0 when none does. */
function lengthAfter(first: number): number {
  if (first < 0xc2 || first > 0xf4) return 0
  if (first < 0xe0) return 2
  return first < 0xf0 ? 3 : 4
}

/** Whether a second byte makes neither an overlong form nor a surrogate nor what is beyond Unicode of the first one. */
function maySucceed(first: number, second: number): boolean {
  const least = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80
  const most = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf
  return second >= least && second <= most
}

/** The length of the UTF-8 sequence at `i`, 0 when there is none (overlong forms and surrogates are none). */
function sequenceLength(bytes: Uint8Array, i: number): number {
  const first = bytes[i] ?? 0
  if (first < 0x80) return first === 0 ? 0 : 1
  const length = lengthAfter(first)
  if (length === 0 || i + length > bytes.length || !maySucceed(first, bytes[i + 1] ?? 0)) return 0
  for (let k = 2; k < length; k++) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}
