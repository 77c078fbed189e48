import type { CliMessages } from '../i18n/cli.en'
import type { CheckedFile } from './located-issue'

/** One line an issue: `file:line:column: level: sentence (path) [code]`. */
export const issueLines = (files: readonly CheckedFile[], { check }: CliMessages): string =>
  files
    .flatMap(({ file, issues }) =>
      issues.map(
        ({ line, column, level, message, code, path }) =>
          `${file}:${line}:${column}: ${check.levels[level]}: ${message}${path === '' ? '' : ` (${path})`} [${code}]\n`,
      ),
    )
    .join('')

/** How many files were read and what was found in them, in one line. */
export function summaryLine(files: readonly CheckedFile[], { check }: CliMessages): string {
  const count = (level: string) =>
    files.reduce((sum, { issues }) => sum + issues.filter((issue) => issue.level === level).length, 0)
  return `${check.summary(files.length, count('error'), count('warning'), count('info'))}\n`
}
