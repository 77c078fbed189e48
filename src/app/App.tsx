import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { I18nProvider } from '../i18n/I18n'
import { loadMessages, loadTitles, loadWords } from '../i18n/load'
import type { Language, Messages } from '../i18n/messages'
import { noWords, type Words, wordsOfTitles } from '../i18n/words'
import type { Beginning } from '../state/drafts/begin'
import type { Platform, Preferences } from '../state/ports'
import type { Store } from '../state/store'
import { StoreProvider } from '../state/store-context'
import { showTheme, type Theme, themeOf, watchSystemTheme } from '../theme/theme'
import { type Notices, NoticesContext } from '../ui/notices'
import { TooltipLayer } from '../ui/TooltipLayer'
import { AppContext, type AppHandle } from './app-context'
import { fileActions } from './files/file-actions'
import { createQuestions } from './files/questions'
import { Shell } from './Shell'

interface AppProps {
  readonly store: Store
  readonly platform: Platform
  readonly preferences: Preferences
  readonly messages: Messages
  readonly beginning: Beginning
  /** Once all changes up to now are kept. */
  readonly whenKept: () => Promise<void>
  readonly notices: Notices
}

/** The whole editor: providers around the shell. */
export function App({
  store,
  platform,
  preferences: first,
  messages: firstMessages,
  beginning,
  whenKept,
  notices,
}: AppProps) {
  const [preferences, setPreferences] = useState(first)
  const theme = useTheme(preferences.theme)
  const { messages, words } = useLanguageOf(preferences.language, first.language, firstMessages)
  const [questions] = useState(createQuestions)
  // The sentences of now, for what is said outside of a render.
  const latest = useRef(messages)
  const files = useMemo(
    () =>
      fileActions({
        store,
        platform,
        questions,
        notify: notices.notify,
        tab: beginning.tab,
        whenKept,
        messages: () => latest.current,
      }),
    [store, platform, questions, notices, beginning, whenKept],
  )
  useLayoutEffect(() => {
    latest.current = messages
  }, [messages])
  const app = useMemo<AppHandle>(
    () => ({
      platform,
      files,
      questions,
      beginning,
      theme,
      preferences,
      prefer: (change) =>
        setPreferences((before) => {
          const next = { ...before, ...change }
          platform.keepPreferences(next)
          return next
        }),
    }),
    [platform, files, questions, beginning, theme, preferences],
  )
  return (
    <StoreProvider value={store}>
      <I18nProvider value={{ language: preferences.language, messages, words }}>
        <AppContext value={app}>
          <NoticesContext value={notices}>
            <Shell />
            <TooltipLayer />
          </NoticesContext>
        </AppContext>
      </I18nProvider>
    </StoreProvider>
  )
}

function useTheme(choice: Preferences['theme']): Theme {
  const [theme, setTheme] = useState(() => themeOf(choice))
  useEffect(() => {
    const update = () => setTheme(themeOf(choice))
    update()
    return watchSystemTheme(update)
  }, [choice])
  useEffect(() => showTheme(theme), [theme])
  return theme
}

function useLanguageOf(
  language: Language,
  first: Language,
  firstMessages: Messages,
): { messages: Messages; words: Words } {
  const [loaded, setLoaded] = useState<{ language: Language; messages: Messages; words: Words }>({
    language: first,
    messages: firstMessages,
    words: noWords,
  })
  useEffect(() => {
    let wanted = true
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    void Promise.all([loadMessages(language), loadTitles(language)]).then(async ([messages, titles]) => {
      if (wanted && language !== first) setLoaded({ language, messages, words: wordsOfTitles(titles) })
      const words = await loadWords(language)
      if (wanted) setLoaded({ language, messages, words })
    })
    return () => {
      wanted = false
    }
  }, [language, first])
  return loaded
}
