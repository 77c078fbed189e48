import type { NodeView, Parsed } from '../parsed'
import type { Edit } from '../text'
import type { Typed } from '../typed'
import { lineEnd, lineStart } from './layout'
import { parse } from './parse'
import { isPlainSafe, quoted } from './scalar'

/** What a source reads as where a value stands, or null when it is not exactly one value. */
export function readSource(source: string): Typed | null {
  const parsed = parse(`v: ${source}\n`)
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

/** Edits that put `source` in the place of a value, tag and anchor left standing; the ways to try, the gentlest first. */
export function replacements(parsed: Parsed, node: NodeView, source: string): Edit[][] {
  const plain = replaceValue(parsed, node, source)
  return node.tag === null ? [plain] : [plain, [...withoutTag(parsed, node), ...plain]]
}

function replaceValue({ text }: Parsed, node: NodeView, source: string): Edit[] {
  const { from, to } = node.valueSpan
  if (node.style === 'empty') return [{ from, to: from, insert: separated(text, from, source) }]
  if (node.style === 'block') return replaceBlock(text, node, source)
  if (node.style === 'literal' || node.style === 'folded') return replaceBlockScalar(text, from, to, source)
  return [{ from, to, insert: source }]
}

/** A blank between what stands before and the source. */
const separated = (text: string, at: number, source: string): string =>
  at === 0 || /[\s\ufeff]/.test(text[at - 1] ?? '') ? source : ` ${source}`

/** The block goes with all its lines; what stands on the key's line stays, its comment behind the new value. */
function replaceBlock(text: string, node: NodeView, source: string): Edit[] {
  const { from, to } = node.valueSpan
  const end = lineEnd(text, to)
  const keyEnd = node.keySpan?.to ?? null
  if (keyEnd === null || lineStart(text, keyEnd) === lineStart(text, from)) return [{ from, to: end, insert: source }]
  const firstLineEnd = lineEnd(text, keyEnd)
  const head = /^\s*:(?:[ \t]+[&!][^\s#]*)*/.exec(text.slice(keyEnd, firstLineEnd))?.[0] ?? ':'
  const at = keyEnd + head.length
  return [
    { from: at, to: at, insert: ` ${source}` },
    { from: firstLineEnd, to: end, insert: '' },
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

function withoutTag({ text }: Parsed, node: NodeView): Edit[] {
  const start = node.keySpan?.to ?? lineStart(text, node.valueSpan.from)
  const match = /(?:^|[\s:-])(!\S*[ \t]*)/.exec(text.slice(start, node.valueSpan.from))
  if (match === null) return []
  const from = start + match.index + match[0].length - (match[1] ?? '').length
  return [{ from, to: from + (match[1] ?? '').length, insert: '' }]
}
