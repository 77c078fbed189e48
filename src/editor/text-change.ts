import { type Edit, mapOffset } from '../core/text'

/** What Monaco says of one replacement: offsets in the text before the change. */
export interface ContentChange {
  readonly rangeOffset: number
  readonly rangeLength: number
  readonly text: string
}

/** One change of a Monaco model, which lists its replacements last one first, as edits of the text before it. */
export function editsOfChanges(changes: readonly ContentChange[]): Edit[] {
  const edits = changes.map(({ rangeOffset, rangeLength, text }) => ({
    from: rangeOffset,
    to: rangeOffset + rangeLength,
    insert: text,
  }))
  return edits.reverse().sort((a, b) => a.from - b.from || a.to - b.to)
}

/** Where a caret goes after edits that were not made at it by hand: behind the last of them; null when there are none. */
export function offsetAfter(edits: readonly Edit[]): number | null {
  const last = edits.at(-1)
  return last === undefined ? null : mapOffset(edits, last.to, 'after')
}
