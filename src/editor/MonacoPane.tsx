import { Editor } from '@monaco-editor/react'
import { useEffect, useLayoutEffect, useState } from 'react'
import type { Issue } from '../core/issue'
import { useMessages, useWords } from '../i18n/I18n'
import type { AppState, Store } from '../state/store'
import { bindModel } from './bind-model'
import { bindUndo } from './bind-undo'
import { editorOptions } from './editor-options'
import { followChange } from './follow-change'
import { followFocus } from './follow-focus'
import type { Handover } from './handover'
import { bindMarkers } from './markers'
import { languageId, monaco } from './monaco'
import { monacoTheme, showMonacoTheme, watchPageTheme } from './monaco-theme'
import { plainLineHeight } from './PlainPane'
import { registerLanguageService } from './register-language'
import styles from './YamlPane.module.css'

type CodeEditor = monaco.editor.IStandaloneCodeEditor

export interface MonacoPaneProps {
  readonly store: Store
  readonly sentenceOf: (issue: Issue) => string
  readonly theme: 'light' | 'dark'
  /** False when another editor takes over for the text of a state. */
  readonly staysFor: (state: AppState) => boolean
  /** The editor stands and shows the text; `resume` goes on with what the user was doing in the one before. */
  readonly onReady: (resume: (handover: Handover) => void) => void
}

/**
 * The text in Monaco, on a model that is bound to the store: the mounting component gets no `value`, which would replace the whole text.
 * It shows nothing while it loads, as the plain text area stays beneath until nothing is being composed in it.
 */
export default function MonacoPane({ store, sentenceOf, theme, staysFor, onReady }: MonacoPaneProps) {
  const messages = useMessages()
  const words = useWords()
  const { label } = messages.yaml
  const [first] = useState(() => ({ options: editorOptions(label), staysFor, onReady }))
  const model = useModel(store, first.staysFor)
  const [editor, setEditor] = useState<CodeEditor | null>(null)

  useEffect(() => {
    const show = () => showMonacoTheme(theme)
    show()
    return watchPageTheme(show)
  }, [theme])
  useLayoutEffect(() => {
    if (editor === null) return
    editor.getModel()?.updateOptions(modelOptions)
    editor.layout()
    const stops = [bindUndo(editor, store), followChange(editor, store), followFocus(editor, store)]
    first.onReady((handover) => resume(editor, handover))
    return () => {
      for (const stop of stops) stop()
    }
  }, [editor, store, first])
  useEffect(() => editor?.updateOptions({ ariaLabel: label }), [editor, label])
  useEffect(() => (model === null ? undefined : bindMarkers(model, store, sentenceOf)), [model, store, sentenceOf])
  useEffect(() => registerLanguageService({ store, words, messages, sentenceOf }), [store, words, messages, sentenceOf])

  return (
    <div className={styles.host} data-own-undo="">
      {model !== null && (
        <Editor
          path={model.uri.toString()}
          theme={monacoTheme}
          options={first.options}
          loading={null}
          keepCurrentModel
          saveViewState={false}
          onMount={setEditor}
        />
      )}
    </div>
  )
}

/** The model of the store's text while the component is there; null in its first rendering. */
function useModel(store: Store, staysFor: (state: AppState) => boolean): monaco.editor.ITextModel | null {
  const [model, setModel] = useState<monaco.editor.ITextModel | null>(null)
  useLayoutEffect(() => {
    const made = modelOf(store)
    const stop = bindModel(made, store, staysFor)
    setModel(made)
    return () => {
      stop()
      made.dispose()
    }
  }, [store, staysFor])
  return model
}

/** The store's text as a model. Its lines end in LF, so that offsets are the store's. */
function modelOf(store: Store): monaco.editor.ITextModel {
  const model = monaco.editor.createModel(store.shown().doc.text, languageId)
  model.setEOL(monaco.editor.EndOfLineSequence.LF)
  return model
}

/** Set after the editor is made, which gives its model other ones. */
const modelOptions: monaco.editor.ITextModelUpdateOptions = {
  tabSize: 2,
  indentSize: 2,
  insertSpaces: true,
  trimAutoWhitespace: false,
  bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
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
