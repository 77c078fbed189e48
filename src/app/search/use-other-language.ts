import { useEffect, useState } from 'react'
import { useLanguage } from '../../i18n/I18n'
import type { Language } from '../../i18n/messages'
import { languageOf } from './query-language'

/** Words in the language of a query, fetched when that is not the page's; null until then and where they cannot be had. Pass the same `load` every time. */
export function useOtherLanguage<T>(query: string, load: (language: Language) => Promise<T>): T | null {
  const language = useLanguage()
  const [words, setWords] = useState<T | null>(null)
  const asked = languageOf(query)
  const wanted = asked === language || words !== null ? null : asked
  useEffect(() => {
    if (wanted === null) return
    let isShown = true
    load(wanted).then(
      (loaded) => isShown && setWords(loaded),
      () => undefined,
    )
    return () => {
      isShown = false
    }
  }, [wanted, load])
  return words
}
