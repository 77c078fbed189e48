import type { editor, languages, Position } from 'monaco-editor/editor/editor.api.js'
import { optionsOf } from '../config/options'
import { childSpecs, specAt } from '../config/specs'
import { type Path, pathKey, printPath } from '../core/path'
import { shownParsed } from '../state/field-view'
import { type LineContext, lineContext } from './line-context'
import { monaco } from './monaco'
import type { Service } from './service'

/** Keys that are valid at this place and not there yet, the values of a closed set, and what can be referred to behind `${`. */
export const completionProvider = (service: Service): languages.CompletionItemProvider => ({
  triggerCharacters: ['{', '.', ' '],
  provideCompletionItems(model, position) {
    const before = model.getLinesContent().slice(Math.max(0, position.lineNumber - 400), position.lineNumber - 1)
    const line = model.getLineContent(position.lineNumber).slice(0, position.column - 1)
    const context = lineContext(before, line)
    if (context === null) return { suggestions: [] }
    const range = rangeBefore(model, position, context.typed.length)
    return { suggestions: itemsOf(service, context).map((item) => ({ ...item, range })) }
  },
})

function rangeBefore(_model: editor.ITextModel, { lineNumber, column }: Position, length: number) {
  return new monaco.Range(lineNumber, column - length, lineNumber, column)
}

type Item = Omit<languages.CompletionItem, 'range'>

function itemsOf(service: Service, context: LineContext): Item[] {
  if (context.kind === 'reference') return references(service)
  return context.kind === 'key' ? keys(service, context.parent) : values(context.path)
}

function keys({ store, words }: Service, parent: Path): Item[] {
  const present = new Set(shownParsed(store.getState()).nodes.get(pathKey(parent))?.children)
  return childSpecs(parent)
    .filter((spec) => !present.has(spec.pattern.at(-1) ?? '') && spec.meta.deprecated === undefined)
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

function values(path: Path): Item[] {
  const spec = specAt(path)
  if (spec === null) return []
  const booleans = spec.accepts.some(({ kind }) => kind === 'bool') ? ['true', 'false'] : []
  const empty = spec.accepts.some(({ kind }) => kind === 'null') ? ['null'] : []
  return [...new Set([...optionsOf(spec), ...booleans, ...empty])].map(
    (option, i): Item => ({
      label: option,
      kind: monaco.languages.CompletionItemKind.Value,
      insertText: option,
      sortText: String(i).padStart(4, '0'),
    }),
  )
}

/** Places that can be written in a reference: string keys of plain characters, list indexes. */
function references({ store }: Service): Item[] {
  const parsed = shownParsed(store.getState())
  return [...parsed.nodes.values()]
    .filter(
      ({ path }) => path.length > 0 && path.every((step) => typeof step === 'number' || /^[\w-]+$/.test(String(step))),
    )
    .map(({ path, valueSpan, kind }): Item => {
      const written = printPath(path)
      return {
        label: {
          label: written,
          description: kind === 'scalar' ? parsed.text.slice(valueSpan.from, valueSpan.to).slice(0, 60) : '',
        },
        kind: monaco.languages.CompletionItemKind.Reference,
        insertText: written,
        filterText: written,
      }
    })
}
