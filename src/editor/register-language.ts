import type { IDisposable } from 'monaco-editor/editor/editor.api.js'
import { completionProvider } from './complete'
import { definitionProvider } from './definition'
import { hoverProvider } from './hover'
import type { Service } from './language-context'
import { languageId, monaco } from './monaco'
import { quickFixProvider, registerQuickFix } from './quick-fix'

/** Registers the language's services; returns how to take them back. */
export function registerLanguageService(service: Service): () => void {
  const registered: IDisposable[] = [
    monaco.languages.registerHoverProvider(languageId, hoverProvider(service)),
    monaco.languages.registerCompletionItemProvider(languageId, completionProvider(service)),
    registerQuickFix(service),
    monaco.languages.registerCodeActionProvider(languageId, quickFixProvider(service)),
    monaco.languages.registerDefinitionProvider(languageId, definitionProvider(service)),
  ]
  return () => {
    for (const one of registered) one.dispose()
  }
}
