import { type ReactNode, useEffect, useState } from 'react'
import { type I18n, I18nProvider, useLanguage, useMessages, useWords } from '../i18n/I18n'
import { isStandIn, loadMessages, loadWords } from '../i18n/load'
import { useNotices } from '../ui/notices'

/** Says when words of the chosen language could not be had; once they can, they are shown in place of what there was. */
export function WordsAgain({ children }: { children: ReactNode }) {
  const [loaded, setLoaded] = useState<I18n | null>(null)
  const given: I18n = { language: useLanguage(), messages: useMessages(), words: useWords() }
  const shown = loaded !== null && loaded.language === given.language ? loaded : given
  const { language, messages, words } = shown
  const { notify, dismiss } = useNotices()
  useEffect(() => {
    const lacks = isStandIn(messages, language)
    if (!lacks && !words.incomplete) return
    const again = () =>
      void Promise.all([loadMessages(language), loadWords(language)]).then(([messages, words]) =>
        setLoaded({ language, messages, words }),
      )
    const text = lacks ? messages.parts.language : messages.parts.words
    const action = { label: messages.parts.again, run: again }
    const notice = notify({ text, level: 'warning', stays: true, action })
    return () => dismiss(notice)
  }, [notify, dismiss, language, messages, words])
  return <I18nProvider value={shown}>{children}</I18nProvider>
}
