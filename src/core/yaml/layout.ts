import type { NodeView, Parsed } from '../parsed'
import { childKey, type Path, pathKey } from '../path'
import type { Edit } from '../text'
import { isBreak } from './cursor'

const isBreakAt = (text: string, offset: number): boolean => isBreak(text.charCodeAt(offset))

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  let at = offset
  while (at > 0 && !isBreakAt(text, at - 1)) at--
  return at
}

/** Where the line of an offset ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  let at = offset
  while (at < text.length && !isBreakAt(text, at)) at++
  return at
}

/** Where the next line begins, or the end of the text. */
export function nextLine(text: string, offset: number): number {
  const end = lineEnd(text, offset)
  return text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length)
}

/** Where the line before an offset's line ends, before its line break; 0 in the first line. */
export function previousLineEnd(text: string, offset: number): number {
  const start = lineStart(text, offset)
  return text.startsWith('\r\n', start - 2) && start >= 2 ? start - 2 : Math.max(start - 1, 0)
}

/** True when the last line of a text is ended by a line break, or there is none. */
export const endsWithBreak = (text: string): boolean =>
  text === '' || text === '\ufeff' || isBreakAt(text, text.length - 1)

export const columnOf = (text: string, offset: number): number => {
  const start = lineStart(text, offset)
  return offset - start - (start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : 0)
}

/** True when only blanks stand before an offset in its line. */
export const startsLine = (text: string, offset: number): boolean =>
  /^\ufeff?[ ]*$/.test(text.slice(lineStart(text, offset), offset))

/** The line end of a text: that of its first line. */
export function lineBreakOf(text: string): string {
  const end = /\r\n|\n|\r/.exec(text)
  return end?.[0] ?? '\n'
}

export const spaces = (count: number): string => ' '.repeat(Math.max(0, count))

/** Lines with nothing but comments. */
export const commentLines = /^(?:[ \t]*(?:#[^\n\r\x85\u2028\u2029]*)?(?:\r\n|[\n\r\x85\u2028\u2029]))+/

/** Comment lines that start at a column. */
export const atColumn = (lines: string, column: number): string =>
  lines.replace(/(^|[\n\r\x85\u2028\u2029])[ \t]*(?=#)/g, (_, before: string) => before + spaces(column))

/** Edits that align the comment lines that begin at an offset; none when there are none. */
export function alignedComments(text: string, from: number, column: number): Edit[] {
  const lines = commentLines.exec(text.slice(from))?.[0] ?? ''
  return lines === '' ? [] : [{ from, to: from + lines.length, insert: atColumn(lines, column) }]
}

export const nodeAt = (parsed: Parsed, path: Path): NodeView | undefined => parsed.nodes.get(pathKey(path))

const childrenOf = (parsed: Parsed, path: Path): NodeView[] => {
  const key = pathKey(path)
  return (parsed.nodes.get(key)?.children ?? []).flatMap((step) => parsed.nodes.get(childKey(key, step)) ?? [])
}

/** True when a collection stands, itself or through its parents, between brackets. */
export function isInFlow(parsed: Parsed, path: Path): boolean {
  for (let length = 0; length <= path.length; length++)
    if (nodeAt(parsed, path.slice(0, length))?.style === 'flow') return true
  return false
}

/** How far children of a map at `path` are indented beyond it: as its own or its neighbours' are, else as most of the file. */
export function indentStep(parsed: Parsed, path: Path): number {
  const steps: number[] = []
  const note = (at: Path) => {
    const node = nodeAt(parsed, at)
    if (node?.kind !== 'dict' || node.style !== 'block' || node.keySpan === null) return
    steps.push(columnOf(parsed.text, node.valueSpan.from) - columnOf(parsed.text, node.keySpan.from))
  }
  for (const sibling of childrenOf(parsed, path.slice(0, -1))) note(sibling.path)
  if (steps.length === 0) for (const node of parsed.nodes.values()) note(node.path)
  return mostFrequent(steps.filter((step) => step > 0)) ?? 2
}

function mostFrequent(values: readonly number[]): number | null {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}
