import type { Language, Messages } from './messages'
import type { PanelMessages } from './panels.en'
import { type FieldWords, type RuleWords, type Titles, type Words, wordsOfTitles } from './words'

/** The sentences of a language; only the chosen one is ever fetched. */
export const loadMessages = async (language: Language): Promise<Messages> =>
  language === 'zh' ? (await import('./zh')).zh : (await import('./en')).en

/** The sentences of panels and dialogs that come when they are first opened. */
export const loadPanelMessages = async (language: Language): Promise<PanelMessages> =>
  language === 'zh' ? (await import('./panels.zh')).panelsZh : (await import('./panels.en')).panelsEn

export const loadTitles = async (language: Language): Promise<Titles> =>
  language === 'zh' ? (await import('./titles-zh')).titlesZh : (await import('./titles-en')).titlesEn

/** All words of a language. Those that cannot be had leave parameters with their keys for labels, and rules with their ids. */
export async function loadWords(language: Language): Promise<Words> {
  const [titles, fields, rules, sources] = await Promise.all([
    loadTitles(language),
    loadFields(language).catch(() => ({})),
    loadRules(language).catch(() => ({})),
    import('./rule-sources').then(
      ({ ruleSources }) => ruleSources,
      () => ({}),
    ),
  ])
  return {
    ...wordsOfTitles(titles),
    fields: new Map(Object.entries(fields)),
    rules: new Map(Object.entries(rules)),
    sources: new Map(Object.entries(sources)),
  }
}

/** The words of all parameters by id. */
export const loadFields = async (language: Language): Promise<Record<string, FieldWords>> =>
  language === 'zh' ? (await import('./fields-zh')).fieldsZh : (await import('./fields-en')).fieldsEn

const loadRules = async (language: Language): Promise<Record<string, RuleWords>> =>
  language === 'zh' ? (await import('./rules-zh')).rulesZh : (await import('./rules-en')).rulesEn
