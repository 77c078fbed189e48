import { type CliMessages, cliEn } from '../i18n/cli/cli.en'
import { loadMessages, loadPanelMessages, loadWords } from '../i18n/load'
import type { Language, Messages } from '../i18n/messages'
import type { PanelMessages } from '../i18n/panels/panels.en'
import type { Words } from '../i18n/words'

/** What the terminal says, in one language. */
export interface CliLanguage {
  readonly language: Language
  readonly cli: CliMessages
  readonly messages: Messages
  readonly panels: PanelMessages
  readonly words: Words
}

/** Chinese when the environment or `--lang` says so, else English. */
export const languageOf = (wanted: string | undefined, env: Readonly<Record<string, string | undefined>>): Language =>
  (wanted || env.LC_ALL || env.LC_MESSAGES || env.LANG || '').startsWith('zh') ? 'zh' : 'en'

/** Sentences and the words of rules in a language. */
export async function loadLanguage(language: Language): Promise<CliLanguage> {
  const messages = await loadMessages(language)
  const cli = language === 'zh' ? (await import('../i18n/cli/cli.zh')).cliZh : cliEn
  return { language, cli, messages, panels: await loadPanelMessages(language), words: await loadWords(language) }
}
