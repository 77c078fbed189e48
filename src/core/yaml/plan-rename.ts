import type { Parsed } from '../parsed'
import type { Path } from '../path'
import type { Edit } from '../text'
import { columnOf, lineBreakOf, lineEnd, spaces } from './layout'
import { removalsOf } from './plan-remove'
import { keySource, quoted, quoteOf } from './scalar'
import { type Entry, entriesOf, entriesOfKey, placeAt } from './source-tree'

/** Edits that give the key of an entry another name, in its own way of quoting where it has one; the ways to try. */
export function* renamings(parsed: Parsed, path: Path, key: string | number | boolean): Generator<Edit[]> {
  const place = placeAt(parsed, path)
  const entry = place?.entry
  const pair = entry?.pair
  if (place === null || entry == null || pair == null) return
  const { from, to, node, alias } = pair.key
  const others = entriesOfKey(entry, entriesOf(place.parent ?? node)).filter(({ pair: other }) => other !== pair)
  const gone = [...removalsOf(parsed, path.slice(0, -1), others)][0] ?? []
  const alone = (edits: Edit[]): Edit[] => [...gone, ...edits].sort((a, b) => a.from - b.from)
  const quote = quoteOf(parsed.text.slice(from, to))
  const own = typeof key === 'string' && quote !== null ? quoted(key, quote) : keySource(key)
  for (const insert of new Set([own, keySource(key, 'flow')])) {
    yield alone([{ from, to, insert }])
    // `{"a":1}`: behind a plain key the colon needs a blank.
    if (pair.colon !== null) yield alone([{ from, to: pair.colon + 1, insert: `${insert}: ` }])
    if (alias === null && node.tagSpan !== null) yield alone([{ from: node.start, to, insert }])
    yield alone(explicit(parsed.text, entry, insert, place.parent?.flow === true))
  }
}

/** Long keys need a `?`, and in a block their colon a line of its own. */
function explicit(text: string, { from, pair }: Entry, insert: string, isFlow: boolean): Edit[] {
  if (pair === null || pair.question !== null) return []
  const { key, colon } = pair
  const before = { from, to: from, insert: '? ' }
  if (colon === null || isFlow) return [before, { from: key.from, to: key.to, insert: `${insert} ` }]
  const indent = `${lineBreakOf(text)}${spaces(columnOf(text, from))}`
  return [before, { from: key.from, to: Math.min(colon, lineEnd(text, key.to)), insert: insert + indent }]
}
