import type { Level } from '../../core/issue'
import type { Parsed } from '../../core/parsed'
import type { CliMessages } from '../../i18n/cli/cli.en'
import type { CliLanguage } from '../language'
import { type CheckedFile, locatedIssues } from './located-issue'

/** One line an issue: `file:line:column: level: sentence (path) [code]`. */
export const issueLines = (files: readonly CheckedFile[], { check }: CliMessages): string =>
  files
    .flatMap(({ file, issues }) =>
      issues.map(
        ({ line, column, level, message, code, path }) =>
          `${file}:${line}:${column}: ${check.levels[level]}: ${oneLine(message)}${path === '' ? '' : ` (${path})`} [${code}]\n`,
      ),
    )
    .join('')

/** What keeps OmegaConf from loading a file; nothing when it loads. */
export const problemLines = (file: string, parsed: Parsed, language: CliLanguage): string =>
  parsed.sound && parsed.ok
    ? ''
    : issueLines([{ file, issues: locatedIssues(parsed, parsed.problems, language) }], language.cli)

/** How many files were read and what was found in them, in one line; also how to see what is not listed. */
export function summaryLine(files: readonly CheckedFile[], withNotes: boolean, { check }: CliMessages): string {
  const count = (level: Level) =>
    files.reduce((sum, { issues }) => sum + issues.filter((issue) => issue.level === level).length, 0)
  const notes = count('info')
  const summary = check.summary(files.length, count('error'), count('warning'), notes)
  return `${summary}${withNotes || notes === 0 ? '' : check.howToList}\n`
}

/** What a file has put into a sentence cannot break a line or steer the terminal. */
const oneLine = (message: string): string => message.replace(/\p{Cc}+/gu, ' ')
