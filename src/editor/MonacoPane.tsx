import { useEffect, useLayoutEffect, useRef } from 'react'
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
import { showMonacoTheme, watchPageTheme } from './monaco-theme'
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

/** The text in Monaco, on a model that is bound to the store. */
export default function MonacoPane({ store, sentenceOf, theme, staysFor, onReady }: MonacoPaneProps) {
  const messages = useMessages()
  const words = useWords()
  const { label } = messages.yaml
  const host = useRef<HTMLDivElement>(null)
  const editor = useRef<CodeEditor | null>(null)
  const first = useRef({ label, staysFor, onReady })

  useLayoutEffect(() => {
    if (host.current === null) return
    const { label, staysFor, onReady } = first.current
    const model = modelOf(store)
    const pane = monaco.editor.create(host.current, { ...editorOptions(label), model })
    model.updateOptions(modelOptions)
    const stops = [
      bindModel(model, store, staysFor),
      bindUndo(pane, store),
      followChange(pane, store),
      followFocus(pane, store),
    ]
    editor.current = pane
    onReady((handover) => resume(pane, handover))
    return () => {
      editor.current = null
      for (const stop of stops) stop()
      pane.dispose()
      model.dispose()
    }
  }, [store])

  useEffect(() => {
    const show = () => showMonacoTheme(theme)
    show()
    return watchPageTheme(show)
  }, [theme])
  useEffect(() => editor.current?.updateOptions({ ariaLabel: label }), [label])
  useEffect(() => {
    const model = editor.current?.getModel()
    return model ? bindMarkers(model, store, sentenceOf) : undefined
  }, [store, sentenceOf])
  useEffect(() => registerLanguageService({ store, words, messages, sentenceOf }), [store, words, messages, sentenceOf])

  return <div ref={host} className={styles.host} data-own-undo="" />
}

/** The store's text as a model. Its lines end in LF, so that offsets are the store's. */
function modelOf(store: Store): monaco.editor.ITextModel {
  const model = monaco.editor.createModel(store.getState().doc.text, languageId)
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
