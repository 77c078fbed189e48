import type { editor, languages } from 'monaco-editor/editor/editor.api.js'
import { isForChoice } from '../config/context/choice'
import { optionsOf } from '../config/context/options'
import { childSpecsIn, specIn } from '../config/context/specs-in'
import type { FieldSpec } from '../config/schema/field'
import { placeOfTarget, shortName } from '../config/schema/targets/targets'
import { type Path, pathKey } from '../core/path'
import { classWordsOf } from '../i18n/fields/class-words'
import type { Words } from '../i18n/words'
import { type Completion, completionsIn } from '../state/references/reference-completion'
import { wordAfter } from '../state/references/reference-context'
import { shownParsed } from '../state/views/field-view'
import { pathAtOffset } from '../state/views/place'
import type { Service } from './language-context'
import { type LineContext, lineContext } from './line-context'
import { monaco } from './monaco'

/** Keys that are valid at this place and not there yet, the values of a closed set, and what can be referred to behind `${`. */
export const completionProvider = (service: Service): languages.CompletionItemProvider => ({
  triggerCharacters: ['{', '.', ' ', ':', '['],
  async provideCompletionItems(model, position) {
    await service.store.whenTakenUp()
    const { lineNumber, column } = position
    const line = model.getLineContent(lineNumber)
    const context = lineContext(linesAbove(model, lineNumber), line.slice(0, column - 1))
    if (context === null) return { suggestions: [] }
    const { after, end } = afterCaret(context, line.slice(column - 1))
    const insert = new monaco.Range(lineNumber, column - context.typed.length, lineNumber, column)
    const replace = insert.setEndPosition(lineNumber, column + after)
    return {
      suggestions: itemsOf(service, context, model.getOffsetAt(position)).map(({ insertText, ...item }) => ({
        ...item,
        insertText: end === null || item.kind === openKind ? insertText : insertText.replace(/(?:: ?)?$/, end),
        range: replace,
      })),
    }
  },
})

/** A config's maps are rarely longer; more lines are not searched for the key around the caret. */
const searchedLines = 5_000

function linesAbove(model: editor.ITextModel, lineNumber: number): string[] {
  const first = Math.max(1, lineNumber - searchedLines)
  return Array.from({ length: lineNumber - first }, (_, i) => model.getLineContent(first + i))
}

/** How much behind the caret belongs to the word that is completed, and how the insertion ends then; null for as it is. */
function afterCaret({ kind }: LineContext, rest: string): { after: number; end: string | null } {
  if (kind === 'value') return { after: 0, end: null }
  const word = kind === 'key' ? (/^[\w-]*/.exec(rest)?.[0] ?? '') : wordAfter(rest)
  const next = rest.slice(word.length)
  if (kind === 'reference') return { after: word.length, end: next.startsWith('}') ? '' : '}' }
  const hasColon = /^[ \t]*:(?:\s|$)/.test(next)
  return { after: hasColon ? word.length : 0, end: hasColon ? '' : null }
}

type Item = Omit<languages.CompletionItem, 'range'>

function itemsOf(service: Service, context: LineContext, offset: number): Item[] {
  if (context.kind === 'reference') return references(service, context, offset)
  return context.kind === 'key' ? keys(service, context.parent) : values(service, context.path)
}

function keys({ store, words }: Service, parent: Path): Item[] {
  const parsed = shownParsed(store.shown())
  const present = new Set(parsed.nodes.get(pathKey(parent))?.children)
  return childSpecsIn(parsed, parent)
    .filter((spec) => !present.has(spec.pattern.at(-1) ?? '') && spec.meta.deprecated === undefined)
    .filter((spec) => isForChoice(parsed, spec))
    .map((spec, i): Item => {
      const key = spec.pattern.at(-1) ?? ''
      const own = words.fields.get(spec.id)
      const isMap = spec.accepts.some(({ kind }) => kind === 'dict')
      return {
        label: { label: key, description: own?.label ?? '' },
        kind: isMap ? monaco.languages.CompletionItemKind.Module : monaco.languages.CompletionItemKind.Property,
        insertText: isMap ? `${key}:` : `${key}: `,
        documentation: own?.help ?? '',
        sortText: String(i).padStart(4, '0'),
        filterText: key,
      }
    })
}

function values({ store, words }: Service, path: Path): Item[] {
  const spec = specIn(shownParsed(store.shown()), path)
  if (spec === null) return []
  const booleans = spec.accepts.some(({ kind }) => kind === 'bool') ? ['true', 'false'] : []
  const empty = spec.accepts.some(({ kind }) => kind === 'null') ? ['null'] : []
  return [...new Set([...optionsOf(spec), ...booleans, ...empty])].map(
    (option, i): Item => ({
      ...namedClass(words, spec, option),
      kind: monaco.languages.CompletionItemKind.Value,
      insertText: option,
      sortText: String(i).padStart(4, '0'),
    }),
  )
}

/** A class shows by its short name and its words, other values as they are written. */
function namedClass(
  words: Words,
  { id, meta }: FieldSpec,
  option: string,
): Pick<Item, 'label' | 'documentation' | 'filterText'> {
  const own = meta.control === 'class' ? classWordsOf(words, placeOfTarget(id), option) : undefined
  return own === undefined
    ? { label: option }
    : {
        label: { label: shortName(option), description: own.label },
        documentation: own.help,
        filterText: `${shortName(option)} ${option}`,
      }
}

/** A resolver's name is followed by its arguments, so nothing is closed behind it. */
const openKind = monaco.languages.CompletionItemKind.Function

/** The keys that can be referred to from here, those that fit first; resolvers with what they do; environment variables. */
function references(
  { store, messages }: Service,
  { path, reference }: Extract<LineContext, { kind: 'reference' }>,
  offset: number,
): Item[] {
  const state = store.shown()
  const { parsed } = state.doc
  // The place by the tree knows which item of a list it is; by the lines alone it is the first.
  const referrer = parsed.sound ? pathAtOffset(parsed, offset) : path
  return completionsIn(state, referrer, reference).map((completion, i) => ({
    ...referenceItem(completion, messages.interpolation.resolvers),
    insertText: completion.insert,
    filterText: completion.insert,
    sortText: String(i).padStart(5, '0'),
  }))
}

function referenceItem(completion: Completion, help: Readonly<Record<string, string>>): Omit<Item, 'insertText'> {
  const { insert } = completion
  const { Reference, Variable } = monaco.languages.CompletionItemKind
  if (completion.kind === 'key')
    return { label: { label: insert, description: completion.target.shown }, kind: Reference }
  if (completion.kind === 'variable') return { label: insert, kind: Variable }
  const documentation = help[insert.slice(0, -1)]
  return { label: insert, kind: openKind, ...(documentation === undefined ? {} : { documentation }) }
}
