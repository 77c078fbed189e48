import type { languages } from 'monaco-editor/editor/editor.api.js'
import { type NodeInterpolation, parseInterpolation, referencesOf } from '../core/omegaconf/grammar'
import type { Parsed } from '../core/parsed'
import { type Path, type PathStep, pathKey } from '../core/path'
import { pathAtOffset } from '../state/place'
import { monaco } from './monaco'
import type { Service } from './service'

/** Where the key stands that a `${reference}` under the caret names. */
export const definitionProvider = ({ store }: Service): languages.DefinitionProvider => ({
  provideDefinition(model, position) {
    const { parsed } = store.getState().doc
    const offset = model.getOffsetAt(position)
    const path = pathAtOffset(parsed, offset)
    const target = referencedPath(parsed, path)
    const span =
      target === null
        ? undefined
        : (parsed.nodes.get(pathKey(target))?.keySpan ?? parsed.nodes.get(pathKey(target))?.valueSpan)
    if (span === undefined) return null
    const [start, end] = [model.getPositionAt(span.from), model.getPositionAt(span.to)]
    return { uri: model.uri, range: new monaco.Range(start.lineNumber, start.column, end.lineNumber, end.column) }
  },
})

/** The place that the first reference of a value names. */
function referencedPath(parsed: Parsed, path: Path): Path | null {
  const scalar = parsed.nodes.get(pathKey(path))?.scalar
  if (scalar?.t !== 'str') return null
  const read = parseInterpolation(scalar.v)
  const [reference] = read.ok ? referencesOf(read.text) : []
  return reference === undefined ? null : targetOf(parsed, path, reference)
}

/** Leading dots count from the container that holds the value. */
function targetOf(parsed: Parsed, from: Path, { dots, keys }: NodeInterpolation): Path | null {
  let target: Path = dots === 0 ? [] : from.slice(0, Math.max(0, from.length - dots))
  for (const { name } of keys) {
    if (typeof name !== 'string') return null
    const isList = parsed.nodes.get(pathKey(target))?.kind === 'list'
    const step: PathStep = isList ? Number(name) : name
    target = [...target, step]
  }
  return target
}
