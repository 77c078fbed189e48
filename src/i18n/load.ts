import type { Language, Messages } from './messages'
import type { Words } from './words'

/** The sentences of a language; only the chosen one is ever fetched. */
export const loadMessages = async (language: Language): Promise<Messages> =>
  language === 'zh' ? (await import('./zh')).zh : (await import('./en')).en

/** The words of every parameter in a language, apart from the app's own sentences. */
export const loadWords = async (language: Language): Promise<Words> =>
  language === 'zh' ? (await import('./words-zh')).words : (await import('./words-en')).words
