import type { Language } from '../i18n/messages'

type MonacoModule = typeof import('./MonacoPane')

let loading: Promise<MonacoModule> | null = null

/** The full editor, fetched once; its own words, where there are other than English ones, have to be there before it. */
export function loadMonaco(language: Language): Promise<MonacoModule> {
  loading ??= wordsOf(language)
    .then(() => import('./MonacoPane'))
    .catch((error: unknown) => {
      loading = null
      throw error
    })
  return loading
}

async function wordsOf(language: Language): Promise<void> {
  if (language !== 'zh') return
  try {
    await import('monaco-editor/nls/lang/zh-cn.js')
  } catch {
    // Without them its few words are English.
  }
}
