import type { Path } from '../path'
import { stepOfKey, type Typed } from '../typed'
import { scalarSource } from './scalar'

/** A line of block YAML and the place whose value stands or begins in it. */
export interface BlockLine {
  readonly text: string
  readonly path: Path
}

/** Block YAML of a value, one scalar a line, for reading: it is read back as the same value. No text is ever replaced by it. */
export const blockLines = (typed: Typed): BlockLine[] =>
  isBlock(typed) ? linesOf(typed, [], '') : [{ text: scalarSource(typed), path: [] }]

type Block = Extract<Typed, { t: 'list' | 'dict' }>

const isBlock = (typed: Typed): typed is Block => (typed.t === 'list' || typed.t === 'dict') && typed.v.length > 0

function linesOf(block: Block, path: Path, indent: string): BlockLine[] {
  if (block.t === 'list') return block.v.flatMap((item, i) => itemLines(item, [...path, i], indent))
  return block.v.flatMap(([key, value]) => {
    const at = [...path, stepOfKey(key)]
    const head = `${indent}${scalarSource(key)}:`
    if (!isBlock(value)) return [{ text: `${head} ${scalarSource(value)}`, path: at }]
    return [{ text: head, path: at }, ...linesOf(value, at, `${indent}  `)]
  })
}

/** What an item contains begins behind its dash. */
function itemLines(item: Typed, path: Path, indent: string): BlockLine[] {
  if (!isBlock(item)) return [{ text: `${indent}- ${scalarSource(item)}`, path }]
  const [first, ...rest] = linesOf(item, path, `${indent}  `)
  return first === undefined ? [] : [{ ...first, text: `${indent}- ${first.text.slice(indent.length + 2)}` }, ...rest]
}
