import text from 'bench:sd_train.yaml'
import { editorOptions } from '../../../../src/editor/editor-options'
import { languageId, monaco } from '../../../../src/editor/monaco'

// Monaco alone, with the parts and the options of the app: what the YAML pane is compared with.

const editor = monaco.editor.create(document.getElementById('root') as HTMLElement, {
  ...editorOptions('YAML text'),
  value: text,
  language: languageId,
})

Object.assign(window, { openText: (other: string) => editor.setValue(other) })
