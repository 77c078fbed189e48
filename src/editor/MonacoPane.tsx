import Editor from '@monaco-editor/react'
import { useEffect, useMemo, useRef } from 'react'
import type { Issue } from '../core/issue'
import { useMessages } from '../i18n/I18n'
import type { Store } from '../state/store'
import { editorOptions } from './editor-options'
import { editorThemeName, showEditorTheme, watchPageTheme } from './editor-theme'
import type { Handover } from './handover'
import { bindMarkers } from './markers'
import { bindModel, modelOf, modelUri, rangeOf } from './model-binding'
import { languageId, type monaco } from './monaco'
import { plainLineHeight } from './PlainPane'
import { bindPlace } from './place-sync'
import { bindUndo } from './undo'

type CodeEditor = monaco.editor.IStandaloneCodeEditor

export interface MonacoPaneProps {
  readonly store: Store
  readonly sentenceOf: (issue: Issue) => string
  readonly theme: 'light' | 'dark'
  /** The editor stands and shows the text; `resume` goes on with what the person was doing in the one before. */
  readonly onReady: (resume: (handover: Handover) => void) => void
}

/** The text in Monaco, on a model that is bound to the store. */
export default function MonacoPane({ store, sentenceOf, theme, onReady }: MonacoPaneProps) {
  const { yaml } = useMessages()
  const options = useMemo(() => editorOptions(yaml.label), [yaml.label])
  const sentence = useRef(sentenceOf)
  const refreshMarkers = useRef<(() => void) | null>(null)
  useEffect(() => {
    sentence.current = sentenceOf
    refreshMarkers.current?.()
  }, [sentenceOf])
  useEffect(() => {
    const show = () => showEditorTheme(theme)
    show()
    return watchPageTheme(show)
  }, [theme])

  function mount(editor: CodeEditor): void {
    const model = modelOf(store)
    editor.setModel(model)
    const markers = bindMarkers(model, store, (issue) => sentence.current(issue))
    const stops = [markers.stop, bindModel(editor, model, store), bindUndo(editor, store), bindPlace(editor, store)]
    refreshMarkers.current = markers.refresh
    editor.onDidDispose(() => {
      refreshMarkers.current = null
      for (const stop of stops) stop()
      model.dispose()
    })
    onReady((handover) => resume(editor, handover))
  }

  return (
    <Editor
      path={modelUri}
      defaultLanguage={languageId}
      defaultValue={store.getState().doc.text}
      theme={editorThemeName}
      options={options}
      keepCurrentModel
      loading={null}
      wrapperProps={{ 'data-own-undo': '' }}
      onMount={mount}
    />
  )
}

function resume(editor: CodeEditor, { anchor, caret, scrolledLines, hasFocus }: Handover): void {
  const model = editor.getModel()
  if (model === null) return
  const from = model.getPositionAt(anchor)
  const to = model.getPositionAt(caret)
  editor.setSelection({
    selectionStartLineNumber: from.lineNumber,
    selectionStartColumn: from.column,
    positionLineNumber: to.lineNumber,
    positionColumn: to.column,
  })
  editor.setScrollTop(scrolledLines * plainLineHeight)
  if (hasFocus) editor.focus()
}
