import type { Parsed } from '../parsed'
import type { Path } from '../path'
import type { Edit, Span } from '../text'
import type { Typed } from '../typed'
import { columnOf, isInFlow, lineBreakOf, lineEnd, lineStart, previousLineEnd, spaces } from './layout'
import { parseYaml } from './parse'
import { type Context, isPlainSafe, quoted, scalarSource } from './scalar'
import { type Place, placeAt } from './source-tree'

/** What a source reads as where a value stands, or null when it is not exactly one value. */
export function readSource(source: string): Typed | null {
  const parsed = parseYaml(`v: ${source}\n`, () => null)
  const node = parsed.nodes.get('/v')
  const ok =
    parsed.sound &&
    node !== undefined &&
    parsed.comments.length === 0 &&
    parsed.typed.t === 'dict' &&
    parsed.typed.v.length === 1
  const first = ok && parsed.typed.t === 'dict' ? parsed.typed.v[0] : undefined
  return first === undefined || source.trim() === '' ? null : first[1]
}

/** The source as it can stand between brackets: a plain string that would end there early gets quotes. */
export const flowSource = (source: string, value: Typed): string =>
  value.t === 'str' && !/^\s*['"]/.test(source) && !isPlainSafe(value.v, 'flow') ? quoted(value.v, 'single') : source

/** The ways to write a source at a place, as it is given first: the same value on one line may stand where that cannot. */
export function spellings(source: string, value: Typed, context: Context): string[] {
  const given = context === 'flow' ? flowSource(source, value) : source
  return [...new Set([given, scalarSource(value, context)])]
}

/** Edits that put a value in the place of another, tag and anchor left standing; the ways to try, the gentlest first. */
export function* replacements(parsed: Parsed, path: Path, source: string, value: Typed): Generator<Edit[]> {
  const place = placeAt(parsed, path)
  if (place === null) return
  for (const written of spellings(source, value, isInFlow(parsed, path.slice(0, -1)) ? 'flow' : 'block')) {
    for (const edits of replaceValue(parsed.text, place, written)) {
      yield edits
      const { tagSpan } = place.ref.node
      if (place.ref.alias === null && tagSpan !== null)
        yield [...withoutTag(parsed.text, tagSpan, edits[0]?.from ?? 0), ...edits]
    }
  }
}

function replaceValue(text: string, place: Place, source: string): Edit[][] {
  const { node, alias, from, to } = place.ref
  if (alias !== null) return [[{ from, to, insert: apart(text, place.ref, source) }]]
  if (node.kind === 'scalar' && node.style === 'empty') return fillEmpty(text, place, source)
  if (node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded'))
    return [replaceBlockScalar(text, from, to, source)]
  if (node.kind !== 'scalar' && !node.flow) return [replaceBlock(text, place, source)]
  return [[{ from, to, insert: apart(text, place.ref, source) }]]
}

function fillEmpty(text: string, { ref, entry, parent }: Place, source: string): Edit[][] {
  const pair = entry?.pair
  if (entry === null || parent === null || pair == null || pair.colon !== null) {
    return [[{ from: ref.from, to: ref.from, insert: apart(text, ref, source) }]]
  }
  if (!parent.flow) {
    const at = lineEnd(text, entry.to)
    return [[{ from: at, to: at, insert: `${lineBreakOf(text)}${spaces(columnOf(text, entry.from))}: ${source}` }]]
  }
  const at = pair.key.to
  const explicit = { from: entry.from, to: entry.from, insert: '? ' }
  return [
    [{ from: at, to: at, insert: `: ${source}` }],
    [{ from: at, to: at, insert: ` : ${source}` }],
    [explicit, { from: at, to: at, insert: ` : ${source}` }],
  ]
}

/** Where a value goes that takes the place of a block on lines of its own: behind tag and anchor, else behind the key's colon or the dash. */
function markEnd({ ref, entry }: Place): number | null {
  if (ref.node.propertiesEnd !== null) return ref.node.propertiesEnd
  if (entry === null) return null
  return entry.pair === null ? entry.from + 1 : (entry.pair.colon ?? entry.from) + 1
}

/**
 * The block goes with all its lines; what stands on the key's line stays, its comment behind the new value. With `keepAbove`, comments
 * above the block's first line stay too.
 */
export function replaceBlock(text: string, place: Place, source: string, keepAbove = false): Edit[] {
  const { from, to } = place.ref
  const at = markEnd(place)
  const end = lineEnd(text, to)
  if (at === null || lineStart(text, at) === lineStart(text, from)) return [{ from, to: end, insert: source }]
  return [
    { from: at, to: at, insert: ` ${source}` },
    { from: keepAbove ? previousLineEnd(text, from) : lineEnd(text, at), to: end, insert: '' },
  ]
}

function replaceBlockScalar(text: string, from: number, to: number, source: string): Edit[] {
  const headerEnd = lineEnd(text, from)
  const header = /^[|>][-+0-9]*/.exec(text.slice(from, headerEnd))?.[0] ?? ''
  return [
    { from, to: from + header.length, insert: source },
    { from: headerEnd, to: Math.max(headerEnd, to), insert: '' },
  ]
}

/** The tag goes with the blanks behind it, as far as `next`. */
function withoutTag(text: string, { from, to }: Span, next: number): Edit[] {
  const blanks = /^ +/.exec(text.slice(to))?.[0].length ?? 0
  return [{ from, to: Math.max(to, Math.min(to + blanks, next)), insert: '' }]
}

/** A source with blanks where it would run into what stands beside it (`"a":1`, `"x"# note`). */
function apart(text: string, { from, to }: Span, source: string): string {
  const before = from === 0 || /[\s\ufeff[{,]/.test(text[from - 1] ?? '') ? '' : ' '
  return `${before}${source}${text[to] === '#' ? ' ' : ''}`
}
