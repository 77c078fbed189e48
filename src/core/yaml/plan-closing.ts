import type { Parsed } from '../parsed'
import type { Edit } from '../text'
import type { RawNode, RawScalar } from './compose'
import { endsWithBreak, lineEnd } from './layout'
import { sourceRoot } from './source-tree'

/** The scalar that a text ends with. */
function lastScalar(parsed: Parsed): RawScalar | null {
  const root = sourceRoot(parsed)
  let ref = root
  while (ref !== null && ref.alias === null) {
    const node: RawNode = ref.node
    if (node.kind === 'scalar') return node
    const pair = node.kind === 'map' ? node.pairs.at(-1) : undefined
    const last = node.kind === 'list' ? node.items.at(-1) : pair?.colon === null ? pair.key : pair?.value
    ref = last ?? null
  }
  return null
}

/**
 * What has to be changed before lines can follow the last one, the ways to try. A block scalar at the end of a text without final line
 * break has none in its value either: once a line follows, its header must say so (`|` becomes `|-`).
 */
export function closings(parsed: Parsed): Edit[][] {
  const { text } = parsed
  if (endsWithBreak(text)) return [[]]
  const last = lastScalar(parsed)
  if (last === null || !['literal', 'folded'].includes(last.style) || lineEnd(text, last.to) < text.length) return [[]]
  const chomping = /[-+]/.exec(/^[|>][-+0-9]*/.exec(text.slice(last.from))?.[0] ?? '')
  const at = last.from + (chomping?.index ?? 1)
  return [[], [{ from: at, to: at + (chomping === null ? 0 : 1), insert: '-' }]]
}
