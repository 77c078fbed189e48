import type { Edit } from './text'

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
export type LineEnd = '\n' | '\r\n' | '\r'

export const plainFormat: FileFormat = { bom: false, ends: [] }

/** Larger files are refused, in bytes. */
export const maxFileSize = 20_000_000

export type Decoded =
  | { readonly ok: true; readonly text: string; readonly format: FileFormat }
  | { readonly ok: false; readonly reason: 'too-large'; readonly size: number }
  /** `line` (from 1) holds the first byte that is no UTF-8 text. */
  | { readonly ok: false; readonly reason: 'binary'; readonly line: number }

/** A file's bytes as text. UTF-8 only, as OmegaConf opens files; NUL counts as binary. */
export function decodeFile(bytes: Uint8Array): Decoded {
  if (bytes.length > maxFileSize) return { ok: false, reason: 'too-large', size: bytes.length }
  const bad = firstBadByte(bytes)
  if (bad !== null) return { ok: false, reason: 'binary', line: lineOfByte(bytes, bad) }
  const whole = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const bom = whole.charCodeAt(0) === 0xfeff
  const raw = bom ? whole.slice(1) : whole
  return { ok: true, text: raw.replace(/\r\n?/g, '\n'), format: { bom, ends: runsOf(raw) } }
}

/** Text that came without bytes (clipboard, share link): its own line ends, no byte order mark. */
export function decodeText(raw: string): { text: string; format: FileFormat } {
  const bom = raw.charCodeAt(0) === 0xfeff
  const body = bom ? raw.slice(1) : raw
  return { text: body.replace(/\r\n?/g, '\n'), format: { bom, ends: runsOf(body) } }
}

/** The bytes of a text in its format; those that were opened, when nothing was edited. */
export function encodeFile(text: string, format: FileFormat): Uint8Array<ArrayBuffer> {
  const mark = format.bom ? '\ufeff' : ''
  const isPlain = format.ends.every((run) => run.end === '\n')
  return new TextEncoder().encode(mark + (isPlain ? text : withEnds(text, format.ends)))
}

function withEnds(text: string, ends: readonly LineRun[]): string {
  const last = ends.at(-1)?.end ?? '\n'
  let run = 0
  let used = 0
  return text.replace(/\n/g, () => {
    while (run < ends.length && used >= (ends[run]?.count ?? 0)) {
      run++
      used = 0
    }
    used++
    return ends[run]?.end ?? last
  })
}

function runsOf(raw: string): LineRun[] {
  const runs: { end: LineEnd; count: number }[] = []
  for (const [end] of raw.matchAll(/\r\n|\n|\r/g)) {
    const last = runs.at(-1)
    if (last?.end === end) last.count++
    else runs.push({ end: end as LineEnd, count: 1 })
  }
  return runs
}

/** The format after edits of the text: lines keep their own ends, new ones take that of the line they are put into. */
export function remapFormat(format: FileFormat, text: string, edits: readonly Edit[]): FileFormat {
  if (format.ends.length <= 1) return format
  const ends: LineEnd[] = format.ends.flatMap(({ end, count }) => Array.from({ length: count }, () => end))
  const remapped: LineEnd[] = []
  let at = 0
  let line = 0
  for (const edit of edits) {
    const kept = countBreaks(text, at, edit.from)
    remapped.push(...ends.slice(line, line + kept))
    line += kept
    const removed = countBreaks(text, edit.from, edit.to)
    const added = countBreaks(edit.insert, 0, edit.insert.length)
    const own = ends[line] ?? ends[line - 1] ?? '\n'
    for (let i = 0; i < added; i++) remapped.push(i < removed ? (ends[line + i] ?? own) : own)
    line += removed
    at = edit.to
  }
  remapped.push(...ends.slice(line))
  return { ...format, ends: runsOf(remapped.join('')) }
}

function countBreaks(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count++
  return count
}

function lineOfByte(bytes: Uint8Array, offset: number): number {
  let line = 1
  for (let i = 0; i < offset; i++) if (bytes[i] === 10) line++
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

/** The length of the UTF-8 sequence at `i`, 0 when there is none (overlong forms and surrogates are none). */
function sequenceLength(bytes: Uint8Array, i: number): number {
  const first = bytes[i] ?? 0
  if (first < 0x80) return first === 0 ? 0 : 1
  const length =
    first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0
  if (length === 0 || i + length > bytes.length) return 0
  const second = bytes[i + 1] ?? 0
  const least = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80
  const most = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf
  if (second < least || second > most) return 0
  for (let k = 2; k < length; k++) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}
