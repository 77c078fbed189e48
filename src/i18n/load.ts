import type { Language, Messages } from './messages'
import type { PanelMessages } from './panels/panels.en'
import { type FieldWords, type RuleWords, type Titles, type Words, wordsOfTitles } from './words'

const messagesOf = async (language: Language): Promise<Messages> =>
  language === 'zh' ? (await import('./app/zh')).zh : (await import('./app/en')).en

/** Which sentences were handed out in place of a language's own; of the page, as the modules that could not be had. */
const standIns = new Map<Language, Messages>()

/**
 * The sentences of a language; only the chosen one is ever fetched. Where they cannot be had, those of the other language stand in
 * (`isStandIn`); rejects when these cannot be had either. Each call asks again.
 */
export async function loadMessages(language: Language): Promise<Messages> {
  try {
    return await messagesOf(language)
  } catch {
    const others = await messagesOf(language === 'zh' ? 'en' : 'zh')
    standIns.set(language, others)
    return others
  }
}

/** True when `messages` are shown in place of those of `language`, which could not be had. */
export const isStandIn = (messages: Messages, language: Language): boolean => standIns.get(language) === messages

/** The sentences of panels and dialogs that come when they are first opened. */
export const loadPanelMessages = async (language: Language): Promise<PanelMessages> =>
  language === 'zh' ? (await import('./panels/panels.zh')).panelsZh : (await import('./panels/panels.en')).panelsEn

const titlesOf = async (language: Language): Promise<Titles> =>
  language === 'zh' ? (await import('./fields/titles-zh')).titlesZh : (await import('./fields/titles-en')).titlesEn

/** Titles and units; none where they cannot be had. */
export const loadTitles = (language: Language): Promise<Titles> =>
  titlesOf(language).catch(() => ({ titles: {}, units: {} }))

/**
 * All words of a language. Those that cannot be had leave parameters with their keys for labels, and rules with their ids; `incomplete`
 * says so, and the next call asks again.
 */
export async function loadWords(language: Language): Promise<Words> {
  let incomplete = false
  const instead =
    <T>(other: T) =>
    (): T => {
      incomplete = true
      return other
    }
  const [titles, fields, rules, sources] = await Promise.all([
    titlesOf(language).catch(instead<Titles>({ titles: {}, units: {} })),
    loadFields(language).catch(instead<Record<string, FieldWords>>({})),
    loadRules(language).catch(instead<Record<string, RuleWords>>({})),
    loadSources().catch(instead<Record<string, readonly string[]>>({})),
  ])
  return {
    ...wordsOfTitles(titles),
    fields: new Map(Object.entries(fields)),
    rules: new Map(Object.entries(rules)),
    sources: new Map(Object.entries(sources)),
    incomplete,
  }
}

/** The words of all parameters by id. */
export const loadFields = async (language: Language): Promise<Record<string, FieldWords>> =>
  language === 'zh' ? (await import('./fields/fields-zh')).fieldsZh : (await import('./fields/fields-en')).fieldsEn

const loadRules = async (language: Language): Promise<Record<string, RuleWords>> =>
  language === 'zh' ? (await import('./rules/rules-zh')).rulesZh : (await import('./rules/rules-en')).rulesEn

const loadSources = async (): Promise<Record<string, readonly string[]>> =>
  (await import('./rules/rule-sources')).ruleSources
