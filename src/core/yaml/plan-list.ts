import type { NodeView, Parsed } from '../parsed'
import type { Path } from '../path'
import type { Edit, Span } from '../text'
import { columnOf, lineBreakOf, lineEnd, nextLine, nodeAt, ownChildren, spaces } from './layout'

/** Where the dash of a block list's item stands. */
export function dashOf(parsed: Parsed, path: Path): number {
  const { text } = parsed
  const list = nodeAt(parsed, path.slice(0, -1)) as NodeView
  const index = Number(path.at(-1))
  if (index === 0) return list.valueSpan.from
  const column = columnOf(text, list.valueSpan.from)
  let at = nextLine(text, endOfItem(parsed, list.path, index - 1))
  while (at < text.length) {
    if (text[at + column] === '-' && text.slice(at, at + column).trim() === '') return at + column
    at = nextLine(text, at)
  }
  return list.valueSpan.from
}

function endOfItem(parsed: Parsed, list: Path, index: number): number {
  const item = nodeAt(parsed, [...list, index])
  return item?.valueSpan.to ?? 0
}

/** Edits that put an item at `index` of the list at `path`. */
export function insertItem(parsed: Parsed, path: Path, index: number, source: string): Edit[] {
  const { text } = parsed
  const list = nodeAt(parsed, path) as NodeView
  const items = ownChildren(parsed, path)
  if (list.style === 'flow') return insertFlowItem(text, list, items, index, source)
  const indent = spaces(columnOf(text, list.valueSpan.from))
  if (index === 0) {
    const at = list.valueSpan.from
    return [{ from: at, to: at, insert: `- ${source}${lineBreakOf(text)}${indent}` }]
  }
  const at = lineEnd(text, endOfItem(parsed, path, index - 1))
  return [{ from: at, to: at, insert: `${lineBreakOf(text)}${indent}- ${source}` }]
}

function insertFlowItem(
  text: string,
  list: NodeView,
  items: readonly NodeView[],
  index: number,
  source: string,
): Edit[] {
  const { from, to } = list.valueSpan
  if (items.length === 0) {
    const isBlank = text.slice(from + 1, to - 1).trim() === ''
    return [{ from: from + 1, to: isBlank ? to - 1 : from + 1, insert: source }]
  }
  const next = items[index]
  if (next !== undefined) return [{ from: next.valueSpan.from, to: next.valueSpan.from, insert: `${source}, ` }]
  const end = items.at(-1)?.valueSpan.to ?? to - 1
  return [{ from: end, to: end, insert: `, ${source}` }]
}

/** Edits that move an item of a list; comments above and beside it go along. */
export function moveItem(parsed: Parsed, path: Path, from: number, to: number): Edit[] {
  const { text } = parsed
  const list = nodeAt(parsed, path) as NodeView
  const items = ownChildren(parsed, path)
  const spans =
    list.style === 'flow' ? items.map((item) => item.valueSpan) : items.map((_, i) => itemLines(parsed, list, i))
  const sources = spans.map((span) => text.slice(span.from, span.to))
  const [moved = ''] = sources.splice(from, 1)
  sources.splice(to, 0, moved)
  return spans.flatMap((span, i): Edit[] => {
    const insert =
      list.style === 'flow'
        ? (sources[i] ?? '')
        : indented(sources[i] ?? '', columnOf(text, list.valueSpan.from), i === 0)
    return insert === text.slice(span.from, span.to) ? [] : [{ ...span, insert }]
  })
}

/** An item's lines with the comment lines above it; those above the first item belong to the list. */
function itemLines(parsed: Parsed, list: NodeView, index: number): Span {
  const { text } = parsed
  const from = index === 0 ? list.valueSpan.from : nextLine(text, endOfItem(parsed, list.path, index - 1))
  return { from, to: lineEnd(text, endOfItem(parsed, list.path, index)) }
}

/** The first item starts at the list's own place, the others at the start of a line. */
const indented = (source: string, column: number, isFirst: boolean): string => {
  const bare = source.replace(/^ +/, '')
  return isFirst ? bare : spaces(column) + bare
}
