import type { NodeView, Parsed } from '../../core/parsed'
import { isWithin, type Path, pathKey } from '../../core/path'
import type { Span } from '../../core/text'

const startOf = (node: NodeView): number => node.keySpan?.from ?? node.valueSpan.from

function lineAround(text: string, offset: number): Span {
  const end = text.indexOf('\n', offset)
  return { from: offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1, to: end < 0 ? text.length : end }
}

/** Of the nodes of one line the first counts; what stands in a list's item at its very beginning, more than the item. */
const isNearer = (node: NodeView, before: NodeView | null): boolean =>
  before === null || (before.keySpan === null && startOf(node) === startOf(before))

/**
 * The innermost place whose key, value or line holds an offset: in front of a key, behind a value or in the comment beside it is still
 * that place; an empty or comment line belongs to the map or list around it. The root (empty path) when nothing holds it.
 */
export function pathAtOffset(parsed: Parsed, offset: number): Path {
  const { text, nodes } = parsed
  const line = lineAround(text, offset)
  let around: NodeView | null = null
  let onLine: NodeView | null = null
  for (const node of nodes.values()) {
    if (node.via !== null || node.path.length === 0) continue
    const from = startOf(node)
    if (from <= offset && offset <= node.valueSpan.to) around = node
    const isOnLine = from >= line.from && from <= line.to
    if (isOnLine && isNearer(node, onLine)) onLine = node
  }
  if (around === null) return onLine?.path ?? []
  return onLine !== null && isWithin(onLine.path, around.path) ? onLine.path : around.path
}

/** The node of a place, or of the nearest one around it that the text has; null when there is none but the root. */
function nearestNode(parsed: Parsed, path: Path): NodeView | null {
  for (let length = path.length; length > 0; length--) {
    const node = parsed.nodes.get(pathKey(path.slice(0, length)))
    if (node !== undefined) return node
  }
  return null
}

/**
 * Where a place shows in the text: a scalar from its key to the end of its value, a list or map by its key. For an absent place the
 * nearest one around it; null when there is none.
 */
export function spanOfPlace(parsed: Parsed, path: Path): Span | null {
  const node = nearestNode(parsed, path)
  if (node === null) return null
  const { keySpan, valueSpan } = node
  if (keySpan === null) return node.kind === 'scalar' ? valueSpan : { from: valueSpan.from, to: valueSpan.from }
  const isBeside = node.kind === 'scalar' && node.style !== 'alias' && valueSpan.to > keySpan.from
  return { from: keySpan.from, to: isBeside ? valueSpan.to : keySpan.to }
}
