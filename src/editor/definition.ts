import type { languages } from 'monaco-editor/editor/editor.api.js'
import { referencesOf } from '../core/omegaconf/expressions'
import { type NodeInterpolation, parseInterpolation } from '../core/omegaconf/grammar'
import type { NodeView, Parsed } from '../core/parsed'
import { type Path, pathKey } from '../core/path'
import type { Span } from '../core/text'
import { pathAtOffset, spanOfPlace } from '../state/place'
import { rangeOf } from './model-range'
import type { Service } from './service'

/** Where the key stands that a `${reference}` under the caret names. */
export const definitionProvider = ({ store }: Service): languages.DefinitionProvider => ({
  provideDefinition(model, position) {
    const span = definitionAt(store.getState().doc.parsed, model.getOffsetAt(position))
    return span === null ? null : { uri: model.uri, range: rangeOf(model, span) }
  },
})

/** The place that the reference at an offset names, as a stretch of the text; null where there is no reference, or no such place. */
export function definitionAt(parsed: Parsed, offset: number): Span | null {
  const node = parsed.nodes.get(pathKey(pathAtOffset(parsed, offset)))
  if (node === undefined || node.scalar?.t !== 'str') return null
  const read = parseInterpolation(node.scalar.v)
  const reference = read.ok ? referenceAt(referencesOf(read.text), node, node.scalar.v, offset) : undefined
  const target = reference === undefined ? null : targetOf(parsed, node.path, reference)
  return target === null ? null : spanOfPlace(parsed, target)
}

/** The innermost reference at an offset, else the first. Offsets are the source's only where nothing in it is escaped. */
function referenceAt(
  references: readonly NodeInterpolation[],
  { valueSpan, style }: NodeView,
  value: string,
  offset: number,
): NodeInterpolation | undefined {
  const start = valueSpan.from + (style === 'plain' ? 0 : 1)
  const isVerbatim = valueSpan.to - valueSpan.from === value.length + (style === 'plain' ? 0 : 2)
  const at = offset - start
  const here = isVerbatim ? references.findLast(({ from, to }) => from <= at && at <= to) : undefined
  return here ?? references[0]
}

/** Leading dots count from the container that holds the value. Null when the text has no such place. */
function targetOf(parsed: Parsed, from: Path, { dots, keys }: NodeInterpolation): Path | null {
  let target: Path = dots === 0 ? [] : from.slice(0, Math.max(0, from.length - dots))
  for (const { name } of keys) {
    const step = parsed.nodes.get(pathKey(target))?.children.find((child) => String(child) === name)
    if (step === undefined) return null
    target = [...target, step]
  }
  return target
}
