import { createRoot } from 'react-dom/client'
import { firstPreset, presetFileName, presetText } from '../config/preset-text'
import { docOf } from '../core/doc'
import { plainFormat } from '../core/file-format'
import { loadMessages } from '../i18n/load'
import { browserPlatform } from '../platform/browser'
import { keepEnvironmentOnChange, keepOnChange, restored } from '../state/keep'
import { pathOfFragment } from '../state/location'
import { keepRulesLoaded } from '../state/rule-loading'
import { createStore } from '../state/store'
import { showTheme, themeOf } from '../theme/theme'
import { App } from './App'

/** Shows the editor with what was open before, or with the first recipe. */
export async function start(root: HTMLElement): Promise<void> {
  const platform = browserPlatform
  const preferences = platform.loadPreferences()
  showTheme(themeOf(preferences.theme))
  const [messages, kept] = await Promise.all([loadMessages(preferences.language), platform.loadKept()])
  const store = createStore(platform.now, platform.loadEnvironment())
  const before = restored(kept)
  if (before !== null) store.restore(before.doc, before.focus, before.pinned)
  else {
    const text = await presetText(firstPreset)
    store.restore(docOf(text, { name: presetFileName(firstPreset), format: plainFormat }), null)
  }
  keepRulesLoaded(store)
  const place = pathOfFragment(location.hash)
  if (place !== null) store.setFocus({ path: place, from: 'app', reveal: true })
  const handle = kept?.handle ?? null
  createRoot(root).render(
    <App store={store} platform={platform} preferences={preferences} messages={messages} handle={handle} />,
  )
  keepOnChange(store, platform, () => handle)
  keepEnvironmentOnChange(store, platform)
}
