// The parts of Monaco that this editor uses; each import registers its part. Everything here is of the chunk that is loaded late.
import 'monaco-editor/features/bracketMatching/register.js'
import 'monaco-editor/features/clipboard/register.js'
import 'monaco-editor/features/codeAction/register.js'
import 'monaco-editor/features/codicon/register.js'
import 'monaco-editor/features/comment/register.js'
import 'monaco-editor/features/contextmenu/register.js'
import 'monaco-editor/features/find/register.js'
import 'monaco-editor/features/folding/register.js'
import 'monaco-editor/features/gotoError/register.js'
import 'monaco-editor/features/gotoSymbol/register.js'
import 'monaco-editor/features/hover/register.js'
import 'monaco-editor/features/indentation/register.js'
import 'monaco-editor/features/linesOperations/register.js'
import 'monaco-editor/features/multicursor/register.js'
import 'monaco-editor/features/toggleTabFocusMode/register.js'
import 'monaco-editor/features/wordOperations/register.js'
// The entry point features/suggest registers ghost text only; the list of suggestions is here.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController.js'
import { loader } from '@monaco-editor/react'
import * as monaco from 'monaco-editor/editor/editor.api.js'
import { yamlConfiguration, yamlTokens } from './yaml-language'

// Otherwise it would fetch Monaco from another host.
loader.config({ monaco })

export const languageId = 'yaml'

monaco.languages.register({ id: languageId })
monaco.languages.setLanguageConfiguration(languageId, yamlConfiguration)
monaco.languages.setMonarchTokensProvider(languageId, yamlTokens)

export { monaco }
