import type { NodeView, Parsed } from '../parsed'
import type { Path } from '../path'
import type { Edit } from '../text'
import {
  columnOf,
  indentStep,
  isInFlow,
  lineBreakOf,
  lineEnd,
  lineStart,
  nodeAt,
  ownChildren,
  spaces,
  startOf,
} from './layout'
import { keySource } from './scalar'

type Key = string | number | boolean

/** Edits that put `key: source` into the map at `parent`, before the entry `before` or at its end. The parent is a dict or null. */
export function insertEntry(
  parsed: Parsed,
  parent: Path,
  key: Key,
  rest: readonly Key[],
  source: string,
  before?: NodeView,
): Edit[] {
  const node = nodeAt(parsed, parent) as NodeView
  const isOpenable = node.style === 'flow' && node.children.length === 0
  const isAroundFlow =
    isInFlow(parsed, isOpenable ? parent.slice(0, -1) : parent) && !(isOpenable && parent.length === 0)
  if (isAroundFlow) return insertFlow(parsed, node, `${keySource(key, 'flow')}: ${flowNested(rest, source)}`, before)
  const step = indentStep(parsed, parent)
  if (node.kind === 'dict' && node.children.length > 0) {
    const indent = columnOf(parsed.text, node.valueSpan.from)
    return insertBlock(parsed, node, blockNested(parsed.text, [key, ...rest], source, indent, step), before)
  }
  if (parent.length === 0) return insertAtRoot(parsed, node, blockNested(parsed.text, [key, ...rest], source, 0, step))
  return insertBelowKey(parsed, node, [key, ...rest], source, step)
}

/** `a: {b: source}` for what lies deeper than the new key. */
const flowNested = (rest: readonly Key[], source: string): string =>
  rest.reduceRight<string>(
    (inner, step) => (typeof step === 'number' ? `[${inner}]` : `{${keySource(step, 'flow')}: ${inner}}`),
    source,
  )

/** The new lines of an entry without the first one's indentation; deeper keys each on a line of their own. */
function blockNested(text: string, keys: readonly Key[], source: string, indent: number, step: number): string {
  const [key, ...rest] = keys
  const head = `${keySource(key ?? '')}:`
  if (rest.length === 0) return `${head} ${source}`
  if (rest.some((deeper) => typeof deeper === 'number')) return `${head} ${flowNested(rest, source)}`
  return `${head}${lineBreakOf(text)}${spaces(indent + step)}${blockNested(text, rest, source, indent + step, step)}`
}

function insertBlock(parsed: Parsed, node: NodeView, entry: string, before: NodeView | undefined): Edit[] {
  const { text } = parsed
  const own = ownChildren(parsed, node.path)
  const indent = spaces(columnOf(text, node.valueSpan.from))
  const index = before === undefined ? own.length : own.indexOf(before)
  const previous = own[index - 1]
  if (before !== undefined && previous === undefined) {
    const at = entryStart(text, before)
    return [{ from: at, to: at, insert: `${entry}${lineBreakOf(text)}${indent}` }]
  }
  const at = lineEnd(
    text,
    previous === undefined ? node.valueSpan.to : Math.max(previous.valueSpan.to, previous.keySpan?.to ?? 0),
  )
  return [{ from: at, to: at, insert: `${lineBreakOf(text)}${indent}${entry}` }]
}

/** Where an entry's first sign stands: its key, or the `?` before it. */
export function entryStart(text: string, node: NodeView): number {
  const at = startOf(node)
  const lead = /(?:\?[ \t]+)?(?:[&!]\S*[ \t]+)*$/.exec(text.slice(lineStart(text, at), at))
  return at - (lead?.[0].length ?? 0)
}

function insertFlow(parsed: Parsed, node: NodeView, entry: string, before: NodeView | undefined): Edit[] {
  const { from, to } = node.valueSpan
  const own = ownChildren(parsed, node.path)
  if (node.kind === 'scalar') return [{ from, to, insert: `{${entry}}` }]
  if (own.length === 0) {
    const inside = parsed.text.slice(from + 1, to - 1)
    return [{ from: from + 1, to: inside.trim() === '' ? to - 1 : from + 1, insert: entry }]
  }
  if (before !== undefined)
    return [{ from: entryStart(parsed.text, before), to: entryStart(parsed.text, before), insert: `${entry}, ` }]
  const last = own.at(-1) as NodeView
  const at = Math.max(last.valueSpan.to, last.keySpan?.to ?? 0)
  return [{ from: at, to: at, insert: `, ${entry}` }]
}

/** A document without entries yet: the first goes after its comments. */
function insertAtRoot({ text }: Parsed, node: NodeView, entry: string): Edit[] {
  if (node.style === 'flow') return [{ from: node.valueSpan.from, to: node.valueSpan.to, insert: entry }]
  const end = lineBreakOf(text)
  const needsBreak = text !== '' && !/[\n\r]$/.test(text) && text !== '\ufeff'
  return [{ from: text.length, to: text.length, insert: `${needsBreak ? end : ''}${entry}${needsBreak ? '' : end}` }]
}

/** `key:` holds nothing, null or `{}`: the entry goes below it, and what it held goes. */
function insertBelowKey({ text }: Parsed, node: NodeView, keys: readonly Key[], source: string, step: number): Edit[] {
  const { from, to } = node.valueSpan
  const keyAt = node.keySpan?.from ?? null
  const onDash = keyAt === null
  const column = onDash ? columnOf(text, from) : columnOf(text, keyAt)
  const indent = onDash ? column : column + step
  const entry = blockNested(text, keys, source, indent, step)
  if (onDash) return [{ from, to, insert: /\s/.test(text[from - 1] ?? ' ') ? entry : ` ${entry}` }]
  const start = to > from && text[from - 1] === ' ' ? from - 1 : from
  const end = lineEnd(text, Math.max(to, node.keySpan?.to ?? 0))
  const below = `${lineBreakOf(text)}${spaces(indent)}${entry}`
  return [
    { from: start, to, insert: '' },
    { from: end, to: end, insert: below },
  ]
}
