import type { languages } from 'monaco-editor/editor/editor.api.js'
import { kindsOf } from '../config/check-value'
import { ofChoice } from '../config/choice'
import type { FieldSpec } from '../config/field'
import { specIn } from '../config/specs-in'
import { type Path, pathKey, printPath } from '../core/path'
import type { Span } from '../core/text'
import type { Messages } from '../i18n/messages'
import type { Words } from '../i18n/words'
import { pathAtOffset } from '../state/place'
import { codeMarkdown, plainMarkdown } from './markdown'
import { rangeOf } from './model-range'
import type { Service } from './service'

/** Label, help, type, default and what fails of the parameter under the pointer. */
export const hoverProvider = ({ store, words, messages }: Service): languages.HoverProvider => ({
  provideHover(model, position) {
    const { parsed } = store.getState().doc
    const offset = model.getOffsetAt(position)
    const path = pathAtOffset(parsed, offset)
    const node = parsed.nodes.get(pathKey(path))
    const spec = specIn(parsed, path)
    if (node === undefined || spec === null || path.length === 0) return null
    const key = node.keySpan ?? node.valueSpan
    const span: Span = { from: key.from, to: node.kind === 'scalar' ? Math.max(key.to, node.valueSpan.to) : key.to }
    if (offset < span.from || offset > span.to) return null
    return {
      range: rangeOf(model, span),
      contents: hoverText(path, ofChoice(parsed, spec), words, messages).map((value) => ({ value })),
    }
  },
})

/** What is said of a parameter, as paragraphs of Markdown. */
export function hoverText(path: Path, spec: FieldSpec, words: Words, { form, kinds }: Messages): string[] {
  const own = words.fields.get(spec.id)
  const written = codeMarkdown(printPath(path))
  const { default: fallback, unit } = spec.meta
  const types = kindsOf(spec)
    .filter((kind) => kind !== 'enum')
    .map((kind) => plainMarkdown(kinds[kind as keyof typeof kinds]))
  const type = [...valuesOf(spec).map(codeMarkdown), ...types].join(form.or)
  const unitWord = unit === undefined ? '' : ` (${plainMarkdown(words.units.get(unit) ?? unit)})`
  const facts = [
    type === '' ? '' : `${form.type}: ${type}${unitWord}`,
    fallback === undefined ? '' : `${form.default}: ${codeMarkdown(JSON.stringify(fallback))}`,
  ].filter((fact) => fact !== '')
  return [
    own === undefined ? written : `**${plainMarkdown(own.label)}** ${written}`,
    own === undefined ? '' : plainMarkdown(own.help),
    facts.join(' · '),
    own?.fails === undefined ? '' : `${form.fails}: ${plainMarkdown(own.fails)}`,
  ].filter((line) => line !== '')
}

/** The values of closed sets that a parameter accepts. */
const valuesOf = (spec: FieldSpec): string[] =>
  spec.accepts.flatMap((accept) => (accept.kind === 'enum' ? accept.values.map(String) : []))
