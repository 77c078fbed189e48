import type { languages } from 'monaco-editor/editor/editor.api.js'
import type { NodeInterpolation } from '../core/omegaconf/grammar'
import { type Reference, referencesIn } from '../core/omegaconf/references'
import type { Parsed } from '../core/parsed'
import { type Path, pathKey } from '../core/path'
import type { Span } from '../core/text'
import { sourceSpanOf } from '../core/yaml/source-span'
import { pathAtOffset, spanOfPlace } from '../state/views/place'
import type { Service } from './language-context'
import { rangeOf } from './model-range'

/** Where the key stands that a `${reference}` under the caret names. */
export const definitionProvider = ({ store }: Service): languages.DefinitionProvider => ({
  provideDefinition(model, position) {
    const span = definitionAt(store.getState().doc.parsed, model.getOffsetAt(position))
    return span === null ? null : { uri: model.uri, range: rangeOf(model, span) }
  },
})

/** The place that the reference at an offset names, as a stretch of the text; null where there is no reference, or no such place. */
export function definitionAt(parsed: Parsed, offset: number): Span | null {
  const reference = referenceAt(parsed, offset)
  if (reference === null) return null
  const { target, referrer, expression } = reference
  const place = target ?? targetOf(parsed, referrer.path, expression)
  return place === null ? null : spanOfPlace(parsed, place)
}

/** The innermost reference at an offset, else the first of the value there. */
export function referenceAt(parsed: Parsed, offset: number): Reference | null {
  const referrer = parsed.nodes.get(pathKey(pathAtOffset(parsed, offset)))
  const references = referencesIn(parsed).filter((reference) => reference.referrer === referrer)
  const here = references.findLast((reference) => {
    const span = sourceSpanOf(parsed, reference.referrer, reference.expression)
    return span !== null && span.from <= offset && offset <= span.to
  })
  return here ?? references[0] ?? null
}

/** A reference as it is meant where OmegaConf cannot follow it (keys that are no text). Null when the text has no such place. */
function targetOf(parsed: Parsed, from: Path, { dots, keys }: NodeInterpolation): Path | null {
  let target: Path = dots === 0 ? [] : from.slice(0, Math.max(0, from.length - dots))
  for (const { name } of keys) {
    const step = parsed.nodes.get(pathKey(target))?.children.find((child) => String(child) === name)
    if (step === undefined) return null
    target = [...target, step]
  }
  return target
}
