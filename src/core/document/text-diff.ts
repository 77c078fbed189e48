import type { Edit } from '../text'
import { diffLines } from './line-diff'

/**
 * Edits that make `after` of `before`: small ones where single lines differ, one for all where much does. None when the texts are equal.
 * Never splits a surrogate pair.
 */
export function diffText(before: string, after: string): Edit[] {
  const whole = trimmed(before, { from: 0, to: before.length, insert: after })
  if (whole === null) return []
  const from = whole.from === 0 ? 0 : before.lastIndexOf('\n', whole.from - 1) + 1
  const lineEnd = before.indexOf('\n', whole.to)
  const to = lineEnd < 0 ? before.length : lineEnd + 1
  if (Math.max(to - from, after.length - (before.length - to) - from) > maxCompared) return [whole]
  const a = linesOf(before.slice(from, to))
  const b = linesOf(after.slice(from, after.length - (before.length - to)))
  const changes = a.length < 2 || b.length < 2 ? null : diffLines(a, b)
  if (changes === null) return [whole]
  const starts = offsetsOf(a, from)
  return changes.flatMap(({ from: first, to: last, start, end }) => {
    const insert = b.slice(start, end).join('')
    return trimmed(before, { from: starts[first] ?? to, to: starts[last] ?? to, insert }) ?? []
  })
}

/** UTF-16 units beyond which two texts are not compared line by line. */
const maxCompared = 2_000_000

/** The lines of a text with their line feeds. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+/g) ?? []

function offsetsOf(lines: readonly string[], from: number): number[] {
  let at = from
  return [from, ...lines.map((line) => (at += line.length))]
}

/** An edit without what it takes away and writes again at its ends, null when nothing is left. */
function trimmed(text: string, { from, to, insert }: Edit): Edit | null {
  const most = Math.min(to - from, insert.length)
  let start = 0
  while (start < most && text.charCodeAt(from + start) === insert.charCodeAt(start)) start++
  if (start === most && to - from === insert.length) return null
  if (start > 0 && isHighSurrogate(insert.charCodeAt(start - 1))) start--
  let end = 0
  while (end < most - start && text.charCodeAt(to - 1 - end) === insert.charCodeAt(insert.length - 1 - end)) end++
  if (end > 0 && isLowSurrogate(insert.charCodeAt(insert.length - end))) end--
  return { from: from + start, to: to - end, insert: insert.slice(start, insert.length - end) }
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000
