import type { editor } from 'monaco-editor/editor/editor.api.js'
import { pathAtOffset, spanOfPlace } from '../state/place'
import type { Focus, Store } from '../state/store'
import { monaco } from './monaco'
import styles from './YamlPane.module.css'

/** Tells the store where the caret is moved to, and shows the place that the form or the app names; returns how to stop. */
export function followFocus(pane: editor.IStandaloneCodeEditor, store: Store): () => void {
  const here = pane.createDecorationsCollection()
  let frame = 0
  const moved = pane.onDidChangeCursorPosition(({ source }) => {
    if (source !== 'mouse' && source !== 'keyboard') return
    here.clear()
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => {
      const position = pane.getPosition()
      const offset = position === null ? undefined : pane.getModel()?.getOffsetAt(position)
      if (offset === undefined) return
      store.setFocus({ path: pathAtOffset(store.getState().doc.parsed, offset), from: 'editor', reveal: false, offset })
    })
  })

  function show(focus: Focus | null) {
    const model = pane.getModel()
    if (focus === null || focus.from === 'editor' || model === null) return here.clear()
    const offset = focus.offset ?? spanOfPlace(store.getState().doc.parsed, focus.path)?.from
    if (offset === undefined) return here.clear()
    const position = model.getPositionAt(offset)
    const { lineNumber } = position
    here.set([
      {
        range: new monaco.Range(lineNumber, 1, lineNumber, 1),
        options: { isWholeLine: true, className: styles.here ?? '' },
      },
    ])
    pane.revealLineInCenterIfOutsideViewport(lineNumber)
    if (focus.offset === undefined) return
    pane.setPosition(position)
    pane.focus()
  }

  show(store.getState().focus)
  const unsubscribe = store.subscribe((state, previous) => {
    if (state.focus !== previous.focus) show(state.focus)
  })
  return () => {
    cancelAnimationFrame(frame)
    moved.dispose()
    unsubscribe()
  }
}
