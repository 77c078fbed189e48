import { createRoot } from 'react-dom/client'
import { firstRecipe, recipeFileName, recipeText } from '../config/recipes/recipe-text'
import { docOf } from '../core/document/doc'
import { plainFormat } from '../core/document/file-format'
import { loadMessages } from '../i18n/load'
import { browserPlatform } from '../platform/browser'
import { begin } from '../state/drafts/begin'
import { restored } from '../state/drafts/draft'
import { keepDrafts, keepEnvironmentOnChange, keepLeftDocuments } from '../state/drafts/keep'
import { pathOfFragment } from '../state/location'
import { keepRulesLoaded } from '../state/rule-loading'
import { createStore } from '../state/store'
import { showTheme, themeOf } from '../theme/theme'
import { createNotices } from '../ui/notices'
import { App } from './App'

/** Shows the editor with what was open before, or with the first recipe. */
export async function start(root: HTMLElement): Promise<void> {
  const platform = browserPlatform
  const preferences = platform.loadPreferences()
  showTheme(themeOf(preferences.theme))
  const notices = createNotices()
  const [messages, beginning] = await Promise.all([loadMessages(preferences.language), begin(platform)])
  const store = createStore(platform.now, {
    env: platform.loadEnvironment(),
    afterPaint: platform.afterPaint,
    onFault: (error) => {
      reportError(error)
      notices.notify({ text: messages.drafts.fault, level: 'error' })
    },
  })
  if (beginning.document !== null) store.restore(restored(beginning.document))
  else {
    const text = await recipeText(firstRecipe)
    const file = { id: platform.newId(), name: recipeFileName(firstRecipe), format: plainFormat }
    store.restore({ doc: docOf(text, file) })
  }
  store.setDraftsKept(beginning.draftsKept)
  store.setOthers(beginning.others)
  keepLeftDocuments(store, platform, (names) => notices.notify({ text: messages.drafts.left(names.join(', ')) }))
  keepRulesLoaded(store)
  const place = pathOfFragment(location.hash)
  if (place !== null) store.setFocus({ path: place, from: 'app', reveal: true })
  const { whenKept } = keepDrafts(store, platform, beginning.tab, beginning.serial)
  createRoot(root).render(
    <App
      store={store}
      platform={platform}
      preferences={preferences}
      messages={messages}
      beginning={beginning}
      whenKept={whenKept}
      notices={notices}
    />,
  )
  keepEnvironmentOnChange(store, platform)
}
