import type { editor } from 'monaco-editor/editor/editor.api.js'
import type { Store } from '../state/store'
import { offsetAfter } from './text-change'

/**
 * Takes the caret to what undo and redo change while the user is in the text, and to the top of another file; after all other changes it
 * stays with the characters around it. Bound after the model, which has the new text then. Returns how to stop.
 */
export function followChange(pane: editor.IStandaloneCodeEditor, store: Store): () => void {
  return store.subscribe(({ revision, lastChange }, previous) => {
    const model = pane.getModel()
    if (revision === previous.revision || lastChange === null || model === null) return
    const { origin, edits } = lastChange
    if (origin === 'open' || origin === 'recipe') {
      pane.setPosition({ lineNumber: 1, column: 1 })
      pane.setScrollPosition({ scrollTop: 0, scrollLeft: 0 })
      return
    }
    const offset = offsetAfter(edits)
    if ((origin !== 'undo' && origin !== 'redo') || offset === null || !pane.hasTextFocus()) return
    const position = model.getPositionAt(offset)
    pane.setPosition(position)
    pane.revealPositionInCenterIfOutsideViewport(position)
  })
}
