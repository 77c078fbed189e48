import { type Cursor, isBlank, isBreakOrEnd, isWordCharacter } from './cursor'
import { YamlError } from './yaml-error'

/** A tag as written: `!!int` is handle `!!` and suffix `int`; `!<uri>` and `!` alone have no handle. */
export interface Tag {
  readonly handle: string | null
  readonly suffix: string
}

const tagError = (cursor: Cursor): YamlError => new YamlError('yaml-tag-syntax', 'ScannerError', cursor.at)

/** A tag, the cursor on `!`. */
export function scanTag(cursor: Cursor): Tag {
  const next = cursor.peek(1)
  let tag: Tag
  if (next === 60) {
    cursor.skip(2)
    const suffix = scanUri(cursor)
    if (cursor.peek() !== 62) throw tagError(cursor)
    cursor.skip(1)
    tag = { handle: null, suffix }
  } else if (isBlank(next)) {
    cursor.skip(1)
    tag = { handle: null, suffix: '!' }
  } else {
    const handle = hasSecondMark(cursor) ? scanHandle(cursor) : '!'
    if (handle === '!') cursor.skip(1)
    tag = { handle, suffix: scanUri(cursor) }
  }
  if (cursor.peek() !== 32 && !isBreakOrEnd(cursor.peek())) throw tagError(cursor)
  return tag
}

function hasSecondMark(cursor: Cursor): boolean {
  for (let i = 1; ; i++) {
    const c = cursor.peek(i)
    if (c === 33) return true
    if (c === 32 || isBreakOrEnd(c)) return false
  }
}

/** `!!` or `!name!`, the cursor on the first mark. */
export function scanHandle(cursor: Cursor): string {
  const from = cursor.at
  if (cursor.peek() !== 33) throw tagError(cursor)
  cursor.skip(1)
  if (cursor.peek() === 32) return '!'
  while (isWordCharacter(cursor.peek())) cursor.skip(1)
  if (cursor.peek() !== 33) throw tagError(cursor)
  cursor.skip(1)
  return cursor.text.slice(from, cursor.at)
}

const isUriCharacter = (c: number): boolean =>
  isWordCharacter(c) || (c > 32 && c < 127 && ";/?:@&=+$,.!~*'()[]%".includes(String.fromCharCode(c)))

/** A tag's URI with its `%` escapes decoded. */
export function scanUri(cursor: Cursor): string {
  const from = cursor.at
  while (isUriCharacter(cursor.peek())) cursor.skip(1)
  if (cursor.at === from) throw tagError(cursor)
  try {
    return decodeURIComponent(cursor.text.slice(from, cursor.at))
  } catch {
    throw new YamlError('yaml-tag-syntax', 'ScannerError', from)
  }
}
