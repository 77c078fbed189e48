import type { NodeView, Parsed } from '../parsed'
import type { Span } from '../text'

/** Offsets at which a piece occurs in a text, overlapping ones too. */
function occurrences(text: string, piece: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) found.push(at)
  return found
}

/**
 * Where a stretch of a string value stands in the text, whatever the style of the scalar; `within` are offsets in the value. Null when
 * the source spells it otherwise: with escapes, or over several lines.
 */
export function sourceSpanOf({ text }: Parsed, { scalar, valueSpan }: NodeView, within: Span): Span | null {
  if (scalar?.t !== 'str' || within.from >= within.to) return null
  const piece = scalar.v.slice(within.from, within.to)
  const place = occurrences(scalar.v, piece).indexOf(within.from)
  const at = occurrences(text.slice(valueSpan.from, valueSpan.to), piece)[place]
  return at === undefined ? null : { from: valueSpan.from + at, to: valueSpan.from + at + piece.length }
}
