import type { editor } from 'monaco-editor/editor/editor.api.js'
import type { Edit } from '../core/text'
import type { Store } from '../state/store'
import { monaco } from './monaco'
import { editsOfChanges } from './text-change'

/**
 * Keeps a Monaco model and the store's text the same: what is typed becomes edits of the store, edits from elsewhere are made in the
 * model. The store is right whenever they disagree. Returns how to stop.
 */
export function bindModel(model: editor.ITextModel, store: Store): () => void {
  let applying = false
  const typed = model.onDidChangeContent(({ changes }) => {
    if (applying) return
    store.dispatch({ edits: editsOfChanges(changes), origin: 'editor' })
    reconcile()
  })

  function reconcile() {
    const { text } = store.getState().doc
    if (model.getValueLength() === text.length && model.getValue() === text) return
    applying = true
    model.setValue(text)
    applying = false
  }

  function follow(edits: readonly Edit[]) {
    applying = true
    model.applyEdits(
      edits.map(({ from, to, insert }) => {
        const [start, end] = [model.getPositionAt(from), model.getPositionAt(to)]
        return {
          range: new monaco.Range(start.lineNumber, start.column, end.lineNumber, end.column),
          text: insert,
          forceMoveMarkers: from === to,
        }
      }),
    )
    applying = false
    reconcile()
  }

  const unsubscribe = store.subscribe(({ revision, lastChange, doc }, previous) => {
    if (
      revision === previous.revision ||
      (lastChange?.origin === 'editor' && model.getValueLength() === doc.text.length)
    )
      return
    if (lastChange === null || revision !== previous.revision + 1) reconcile()
    else follow(lastChange.edits)
  })
  return () => {
    typed.dispose()
    unsubscribe()
  }
}
