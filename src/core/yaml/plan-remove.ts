import type { NodeView, Parsed } from '../parsed'
import { type Path, pathKey } from '../path'
import type { Edit, Span } from '../text'
import { lineEnd, lineStart, nextLine, nodeAt, ownChildren, startsLine } from './layout'
import { entryStart } from './plan-insert'
import { dashOf } from './plan-list'
import { replacements } from './plan-value'

/** Edits that take an entry out with its lines; its collection, when it was the last, becomes `{}` or `[]`. */
export function removeEntry(parsed: Parsed, path: Path): Edit[] {
  const node = nodeAt(parsed, path) as NodeView
  const parent = nodeAt(parsed, path.slice(0, -1)) as NodeView
  const own = ownChildren(parsed, parent.path)
  const isOnly = own.length === 1 && parent.children.length === 1
  if (parent.style === 'flow') return removeFlow(parsed.text, parent, own, own.indexOf(node))
  if (isOnly && parent.path.length > 0)
    return replacements(parsed, parent, parent.kind === 'list' ? '[]' : '{}')[0] ?? []
  return [removeLines(parsed, parent, own, own.indexOf(node))]
}

const endOf = (node: NodeView): number => Math.max(node.valueSpan.to, node.keySpan?.to ?? 0)

/** The first sign of an entry of a block: its key, or its dash. */
export const blockStart = (parsed: Parsed, node: NodeView): number =>
  node.keySpan === null ? dashOf(parsed, node.path) : entryStart(parsed.text, node)

function removeLines(parsed: Parsed, parent: NodeView, own: readonly NodeView[], index: number): Edit {
  const { text } = parsed
  const node = own[index] as NodeView
  const from = blockStart(parsed, node)
  const next = own[index + 1]
  // The first entry on its parent's line (`- a: 1`): the next one takes its place.
  if (!startsLine(text, from) && next !== undefined) return { from, to: blockStart(parsed, next), insert: '' }
  const start = lineStart(text, from)
  const end = nextLine(text, endOf(node))
  const isLastLine = end === text.length && !/[\n\r]$/.test(text) && start > 0
  if (!isLastLine) return { from: start, to: end, insert: '' }
  const before = text.slice(0, start).replace(/(?:\r\n|\n|\r)$/, '').length
  return { from: parent.path.length === 0 && before === 0 ? start : before, to: lineEnd(text, endOf(node)), insert: '' }
}

/** Takes the comma behind, or before when it is the last. */
function removeFlow(text: string, parent: NodeView, own: readonly NodeView[], index: number): Edit[] {
  const node = own[index] as NodeView
  const from = entryStart(text, node)
  const next = own[index + 1]
  if (next !== undefined) return [{ from, to: entryStart(text, next), insert: '' }]
  const previous = own[index - 1]
  const start = previous === undefined ? parent.valueSpan.from + 1 : endOf(previous)
  const comma = /^[ \t]*,/.exec(text.slice(endOf(node)))?.[0].length ?? 0
  return [
    { from: previous === undefined ? from : start, to: endOf(node) + (previous === undefined ? comma : 0), insert: '' },
  ]
}

/** The lines of an entry, for moving it. */
export function entryLines(parsed: Parsed, path: Path): Span {
  const node = parsed.nodes.get(pathKey(path)) as NodeView
  return { from: blockStart(parsed, node), to: lineEnd(parsed.text, endOf(node)) }
}
