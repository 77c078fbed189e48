import { createContext, type ReactNode, use } from 'react'
import type { Language, Messages } from './messages'
import type { Words } from './words'

export interface I18n {
  readonly language: Language
  readonly messages: Messages
  readonly words: Words
}

const I18nContext = createContext<I18n | null>(null)

export function I18nProvider({ value, children }: { value: I18n; children: ReactNode }) {
  return <I18nContext value={value}>{children}</I18nContext>
}

function useI18n(): I18n {
  const value = use(I18nContext)
  if (value === null) throw new Error('I18nProvider is missing')
  return value
}

export const useMessages = (): Messages => useI18n().messages
export const useWords = (): Words => useI18n().words
export const useLanguage = (): Language => useI18n().language
