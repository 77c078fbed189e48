import type { Language, Messages } from './messages'
import type { WordSources } from './words'

/** The sentences of a language; only the chosen one is ever fetched. */
export const loadMessages = async (language: Language): Promise<Messages> =>
  language === 'zh' ? (await import('./zh')).zh : (await import('./en')).en

/** Where the words of a language are; titles come with it, the parameters' words are fetched by `fetchWords`. */
export const loadWordSources = async (language: Language): Promise<WordSources> =>
  language === 'zh' ? (await import('./words-zh')).wordSources : (await import('./words-en')).wordSources
