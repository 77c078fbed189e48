import { pathAtOffset, spanOfPlace } from '../state/place'
import type { Focus, Store } from '../state/store'
import { oncePerFrame } from './frame'
import { rangeOf } from './model-binding'
import { monaco } from './monaco'
import styles from './YamlPane.module.css'

type Editor = monaco.editor.IStandaloneCodeEditor

/**
 * Keeps caret and form together: the caret says once a frame which place the person is at, and a place that the form or the app names is
 * shown and marked. Returns how to stop.
 */
export function bindPlace(editor: Editor, store: Store): () => void {
  const mark = editor.createDecorationsCollection()
  const report = oncePerFrame(() => {
    const caret = editor.getPosition()
    const model = editor.getModel()
    const { doc, focus } = store.getState()
    if (caret === null || model === null || !editor.hasTextFocus()) return
    const offset = model.getOffsetAt(caret)
    if (focus?.from === 'editor' && focus.offset === offset) return
    // A text that cannot be read has no places to speak of; the last one stays.
    const path = doc.parsed.sound ? pathAtOffset(doc.parsed, offset) : (focus?.path ?? [])
    store.setFocus({ path, from: 'editor', reveal: false, offset })
  })

  function show(focus: Focus | null, isFirst: boolean): void {
    const model = editor.getModel()
    if (focus === null || focus.from === 'editor' || model === null) {
      mark.clear()
      return
    }
    const span = spanOfPlace(store.getState().doc.parsed, focus.path)
    const line = span === null ? null : rangeOf(model, span.from, span.to)
    if (line === null) mark.clear()
    else
      mark.set([
        {
          range: line,
          options: { isWholeLine: true, className: styles.place, linesDecorationsClassName: styles.placeMark },
        },
      ])
    if (focus.offset !== undefined) {
      const caret = model.getPositionAt(focus.offset)
      editor.setPosition(caret)
      if (focus.reveal) editor.revealPositionInCenterIfOutsideViewport(caret)
      if (!isFirst) editor.focus()
    } else if (line !== null && focus.reveal) {
      editor.revealLineInCenterIfOutsideViewport(line.startLineNumber)
    }
  }

  const listeners = [
    editor.onDidChangeCursorPosition(({ reason }) => {
      if (reason !== monaco.editor.CursorChangeReason.RecoverFromMarkers && editor.hasTextFocus()) report.ask()
    }),
    editor.onDidFocusEditorText(() => report.ask()),
  ]
  show(store.getState().focus, true)
  const stop = store.subscribe((state, previous) => {
    if (state.focus !== previous.focus) show(state.focus, false)
  })
  return () => {
    stop()
    report.cancel()
    for (const listener of listeners) listener.dispose()
  }
}
