import { withStyles } from '../boot/lost-styles'
import { fetchedOnce } from '../boot/not-loaded'
import { workerAddress } from '../boot/trusted-address'
import type { Language } from '../i18n/messages'

type MonacoModule = typeof import('./MonacoPane')

type PolicyMaker = NonNullable<NonNullable<typeof MonacoEnvironment>['createTrustedTypesPolicy']>
const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy: PolicyMaker } }

// Read by Monaco's modules while they are evaluated. A policy of theirs that would let any script pass is not made: the worker is ours.
window.MonacoEnvironment = {
  getWorker: () => new Worker(workerAddress('editor'), { type: 'module' }),
  createTrustedTypesPolicy: (name, rules) =>
    rules?.createScriptURL === undefined ? trustedTypes?.createPolicy(name, rules) : undefined,
}

// Monaco reads its words once a page, while it is evaluated, and is there once a page: so what was asked for is kept with the page.
let language: Language = 'en'
const pane = fetchedOnce(() => wordsOf(language).then(() => withStyles(() => import('./MonacoPane'))))
let loading: Promise<MonacoModule> | null = null

/** The full editor, fetched once; its own words, where there are other than English ones, have to be there before it. Rejects with `NotLoaded`. */
export function loadMonaco(wanted: Language): Promise<MonacoModule> {
  if (loading === null) language = wanted
  loading = pane()
  return loading
}

/** Resolves when the full editor is there, or not to be had; at once when nobody has asked for it. */
export const monacoSettled = (): Promise<unknown> => loading?.catch(() => undefined) ?? Promise.resolve()

async function wordsOf(language: Language): Promise<void> {
  if (language !== 'zh') return
  try {
    await import('monaco-editor/nls/lang/zh-cn.js')
  } catch {
    // Without them its few words are English.
  }
}
