import { applyEdits, diffText, type Edit } from '../core/text'
import type { AppState, Store } from '../state/store'
import { languageId, monaco } from './monaco'
import { editsOfChanges, offsetAfter } from './text-change'

type Editor = monaco.editor.IStandaloneCodeEditor
type Model = monaco.editor.ITextModel

/** Beyond this many characters a model is trusted to hold the store's text when the lengths agree. */
const comparedLength = 200_000

export const modelUri = 'inmemory://config/config.yaml'

/** The model of the pane, with the store's text. Its lines end in LF, so that offsets are the store's. */
export function modelOf(store: Store): Model {
  const uri = monaco.Uri.parse(modelUri)
  const model = monaco.editor.getModel(uri) ?? monaco.editor.createModel('', languageId, uri)
  model.setEOL(monaco.editor.EndOfLineSequence.LF)
  model.updateOptions({ tabSize: 2, indentSize: 2, insertSpaces: true, trimAutoWhitespace: false })
  const { text } = store.getState().doc
  if (model.getValue() !== text) model.setValue(text)
  return model
}

/**
 * Binds a model to the store, both ways: what is typed is dispatched as edits, what changes elsewhere is written into the model. Neither
 * comes back as an echo, and where the two differ the store's text is written over the model's. Returns how to stop.
 */
export function bindModel(editor: Editor, model: Model, store: Store): () => void {
  let writing = false
  let dispatching = false

  function write(edits: readonly Edit[]): void {
    writing = true
    model.applyEdits(
      edits.map(({ from, to, insert }) => ({ range: rangeOf(model, from, to), text: insert, forceMoveMarkers: false })),
    )
    writing = false
  }

  /** The store's text, whatever stands in the model. */
  function settle(text: string): void {
    if (agrees(model, text)) return
    write(diffText(model.getValue(), text))
    if (agrees(model, text)) return
    writing = true
    model.setValue(text)
    writing = false
  }

  const typed = model.onDidChangeContent(({ changes }) => {
    if (writing) return
    dispatching = true
    store.dispatch({ edits: editsOfChanges(changes), origin: 'editor' })
    dispatching = false
    settle(store.getState().doc.text)
  })

  const stop = store.subscribe((state, previous) => {
    if (dispatching || state.doc.text === previous.doc.text) return
    const edits = state.lastChange?.edits ?? []
    if (model.getValueLength() === previous.doc.text.length && fits(edits, state, previous)) write(edits)
    settle(state.doc.text)
    follow(editor, state)
  })

  return () => {
    typed.dispose()
    stop()
  }
}

const fits = (edits: readonly Edit[], state: AppState, previous: AppState): boolean =>
  state.revision === previous.revision + 1 &&
  (state.doc.text.length > comparedLength || applyEdits(previous.doc.text, edits) === state.doc.text)

const agrees = (model: Model, text: string): boolean =>
  model.getValueLength() === text.length && (text.length > comparedLength || model.getValue() === text)

export function rangeOf(model: Model, from: number, to: number): monaco.Range {
  return monaco.Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to))
}

/** Where the caret goes after a change made elsewhere: to what undo changed, to the top of another file; else it stays in its text. */
function follow(editor: Editor, { lastChange }: AppState): void {
  const model = editor.getModel()
  if (lastChange === null || model === null) return
  const { origin, edits } = lastChange
  const end = offsetAfter(edits)
  if (origin === 'open' || origin === 'preset') {
    editor.setPosition({ lineNumber: 1, column: 1 })
    editor.setScrollPosition({ scrollTop: 0, scrollLeft: 0 })
  } else if ((origin === 'undo' || origin === 'redo') && end !== null && editor.hasTextFocus()) {
    const position = model.getPositionAt(end)
    editor.setPosition(position)
    editor.revealPositionInCenterIfOutsideViewport(position)
  }
}
