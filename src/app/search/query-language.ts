import type { Language } from '../../i18n/messages'

/** The language that a query is written in, as far as its letters tell. */
export const languageOf = (query: string): Language | null =>
  /\p{Script=Han}/u.test(query) ? 'zh' : /[a-z]{2}/i.test(query) ? 'en' : null
