import type { languages } from 'monaco-editor/editor/editor.api.js'
import { isOpenReason } from '../config/check/interpolations'
import { ofChoice } from '../config/context/choice'
import { specIn } from '../config/context/specs-in'
import { kindsOf } from '../config/schema/check-value'
import type { FieldSpec } from '../config/schema/field'
import { valueIn } from '../core/omegaconf/resolve'
import { type Path, pathKey, printPath } from '../core/path'
import type { Span } from '../core/text'
import type { Typed } from '../core/typed'
import { scalarSource } from '../core/yaml/scalar'
import { reasonSentence } from '../i18n/interpolation-sentence'
import type { Messages } from '../i18n/messages'
import type { Words } from '../i18n/words'
import type { AppState } from '../state/store'
import { issuesAt } from '../state/views/field-view'
import { pathAtOffset } from '../state/views/place'
import { answerAt, resolvedOf } from '../state/views/resolved'
import { referenceAt } from './definition'
import type { Service } from './language-context'
import { codeMarkdown, plainMarkdown } from './markdown'
import { rangeOf } from './model-range'

/** Label, help, type, default and what fails of the parameter under the pointer. */
export const hoverProvider = ({ store, words, messages }: Service): languages.HoverProvider => ({
  provideHover(model, position) {
    const { parsed } = store.getState().doc
    const offset = model.getOffsetAt(position)
    const path = pathAtOffset(parsed, offset)
    const node = parsed.nodes.get(pathKey(path))
    const spec = specIn(parsed, path)
    const answers = node === undefined ? [] : answersAt(store.getState(), offset, messages)
    if (node === undefined || path.length === 0 || (spec === null && answers.length === 0)) return null
    const key = node.keySpan ?? node.valueSpan
    const span: Span = { from: key.from, to: node.kind === 'scalar' ? Math.max(key.to, node.valueSpan.to) : key.to }
    if (offset < span.from || offset > span.to) return null
    return {
      range: rangeOf(model, span),
      contents: [...(spec === null ? [] : hoverText(path, ofChoice(parsed, spec), words, messages)), ...answers].map(
        (value) => ({ value }),
      ),
    }
  },
})

/** Issues whose message, shown with the marker, says already why there is no value. */
const saysWhy: ReadonlySet<string> = new Set(['interpolation', 'unresolved-here', 'interpolation-syntax'])

/** What the reference under the pointer and the whole value resolve to, or why not, as paragraphs of Markdown. */
export function answersAt(state: AppState, offset: number, messages: Messages): string[] {
  const { parsed } = state.doc
  const key = pathKey(pathAtOffset(parsed, offset))
  const answer = answerAt(state, key)
  const reference = referenceAt(parsed, offset)
  const lines: string[] = []
  if (reference?.target != null && reference.referrer.scalar?.t === 'str') {
    const { from, to } = reference.expression
    const value = valueIn(resolvedOf(state).all(), reference.target)
    const written = reference.referrer.scalar.v.slice(from, to)
    if (value !== null && written !== reference.referrer.scalar.v) lines.push(arrow(written, value))
  }
  if (answer?.ok) lines.push(arrow('', answer.value))
  else if (answer !== null && !issuesAt(state.issues, key).some(({ code }) => saysWhy.has(code))) {
    const sentence = reasonSentence(answer.facts, messages)
    const { noValue, atPlace } = messages.interpolation
    const why = answer.at === '' ? sentence : atPlace(answer.at, sentence)
    lines.push(plainMarkdown(isOpenReason(answer.facts) ? why : `${noValue} ${why}`))
  }
  return lines
}

const longest = 300
function arrow(written: string, value: Typed): string {
  const source = scalarSource(value)
  const shown = source.length > longest ? `${source.slice(0, longest)}…` : source
  return `${written === '' ? '' : `${codeMarkdown(written)} `}→ ${codeMarkdown(shown)}`
}

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
