import type { Parsed } from '../core/parsed'
import { type Path, pathKey } from '../core/path'
import type { Span } from '../core/text'

/** The innermost place that an offset is at: on its key or in its value, else the last one before it on the same line. The empty path where there is none. */
export function pathAtOffset(parsed: Parsed, offset: number): Path {
  let holding: Path = []
  let holdingLength = Number.POSITIVE_INFINITY
  let before: Path = []
  for (const { path, keySpan, valueSpan, via } of parsed.nodes.values()) {
    if (via !== null || path.length === 0) continue
    const from = keySpan?.from ?? valueSpan.from
    if (offset < from) continue
    const to = Math.max(valueSpan.to, keySpan?.to ?? 0)
    if (offset <= to && to - from <= holdingLength) {
      holding = path
      holdingLength = to - from
    } else if (offset > to && !parsed.text.slice(to, offset).includes('\n')) before = path
  }
  const within = parsed.text.slice(0, offset).lastIndexOf('\n') + 1
  const isBeforeInner = before.length > holding.length && (spanOfPlace(parsed, before)?.to ?? 0) >= within
  return isBeforeInner ? before : holding
}

/** The stretch of a place in the text: its key, or its value for list items; null when it is not there. */
export function spanOfPlace(parsed: Parsed, path: Path): Span | null {
  const node = parsed.nodes.get(pathKey(path))
  return node === undefined || path.length === 0 ? null : (node.keySpan ?? node.valueSpan)
}
