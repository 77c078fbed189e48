import type { Store } from '../state/store'
import { monaco } from './monaco'

type Editor = monaco.editor.IStandaloneCodeEditor

/**
 * Monaco's undo and redo walk the document's history while its text has the focus; elsewhere in the editor (the find box) they stay what
 * they are in a text box. Its own history would go wrong as soon as the form changes the text. Returns how to stop.
 */
export function bindUndo(editor: Editor, store: Store): () => void {
  const travel = { undo: () => store.undo(), redo: () => store.redo() }
  const commands = (['undo', 'redo'] as const).map((id) =>
    monaco.editor.registerCommand(id, () => {
      if (editor.hasTextFocus()) travel[id]()
      else document.execCommand(id)
    }),
  )
  const beforeInput = (event: InputEvent) => {
    const id = ({ historyUndo: 'undo', historyRedo: 'redo' } as const)[event.inputType]
    if (id === undefined || !editor.hasTextFocus()) return
    event.preventDefault()
    travel[id]()
  }
  const node = editor.getContainerDomNode()
  node.addEventListener('beforeinput', beforeInput)
  return () => {
    node.removeEventListener('beforeinput', beforeInput)
    for (const command of commands) command.dispose()
  }
}
