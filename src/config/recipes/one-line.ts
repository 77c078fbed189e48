import type { NodeView, Parsed } from '../../core/parsed'
import type { Typed } from '../../core/typed'
import { scalarSource } from '../../core/yaml/scalar'

const oneLiners: readonly NodeView['style'][] = ['plain', 'single', 'double', 'flow']

/** The source of a value on one line: as it is written where that is one line, else in flow style. */
export function oneLineSource({ text }: Parsed, node: NodeView | undefined, typed: Typed): string {
  if (node === undefined || !oneLiners.includes(node.style)) return scalarSource(typed)
  const written = text.slice(node.valueSpan.from, node.valueSpan.to)
  return written.includes('\n') ? scalarSource(typed) : written
}
