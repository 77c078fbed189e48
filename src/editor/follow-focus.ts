import type { editor } from 'monaco-editor/editor/editor.api.js'
import type { Focus, Store } from '../state/store'
import { pathAtOffset, spanOfPlace } from '../state/views/place'
import { monaco } from './monaco'
import styles from './YamlPane.module.css'

/** Tells the store where the caret is moved to, and shows the place that the form or the app names; returns how to stop. */
export function followFocus(pane: editor.IStandaloneCodeEditor, store: Store): () => void {
  const here = pane.createDecorationsCollection()
  const moved = pane.onDidChangeCursorPosition(({ source }) => {
    if (source !== 'mouse' && source !== 'keyboard') return
    here.clear()
    store.later('caret', () => {
      const position = pane.getPosition()
      const offset = position === null ? undefined : pane.getModel()?.getOffsetAt(position)
      if (offset === undefined) return
      const { doc, focus } = store.shown()
      // A text that cannot be read has no places to speak of; the last one stays.
      const path = doc.parsed.sound ? pathAtOffset(doc.parsed, offset) : (focus?.path ?? [])
      store.setFocus({ path, from: 'editor', reveal: false, offset })
    })
  })

  function show(focus: Focus | null, isFirst: boolean) {
    const model = pane.getModel()
    if (focus === null || focus.from === 'editor' || model === null) return here.clear()
    const offset = focus.offset ?? spanOfPlace(store.shown().doc.parsed, focus.path)?.from
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
    // After a reload the caret is back, but nobody asked for the keyboard.
    if (!isFirst && focus.keyboard === undefined) pane.focus()
  }

  show(store.shown().focus, true)
  const unsubscribe = store.subscribe((state, previous) => {
    if (state.focus !== previous.focus) show(state.focus, false)
    else if (state.doc.opened !== previous.doc.opened) here.clear()
  })
  return () => {
    moved.dispose()
    unsubscribe()
  }
}
