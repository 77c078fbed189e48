import { type CheckOptions, check } from '../../config/check/check'
import { familyNames } from '../../config/schema/family'
import type { Level } from '../../core/issue'
import type { CliMessages } from '../../i18n/cli/cli.en'
import type { Command } from '../command'
import { FileError, readConfig } from '../config-file'
import { environmentOf } from '../environment'
import type { Io } from '../io'
import type { CliLanguage } from '../language'
import { type CheckedFile, locatedIssues } from '../reports/located-issue'
import { githubReport } from '../reports/report-github'
import { sarifReport } from '../reports/report-sarif'
import { issueLines, summaryLine } from '../reports/report-text'
import { type Arguments, choiceOption, listOption, UsageError } from '../usage'

const levels: readonly Level[] = ['error', 'warning', 'info']
const formats = ['text', 'json', 'github', 'sarif'] as const

/** `check FILE…`: what the app's Problems drawer says, file by file. */
export const checkCommand: Command = {
  options: {
    format: { type: 'string' },
    notes: { type: 'boolean' },
    env: { type: 'string', multiple: true },
    family: { type: 'string' },
    'fail-on': { type: 'string' },
  },
  run(given, io, language) {
    const { cli } = language
    const format = choiceOption(given, 'format', formats, cli.usage) ?? 'text'
    const failOn = choiceOption(given, 'fail-on', levels, cli.usage) ?? 'warning'
    const options = checkOptionsOf(given, cli)
    if (given.positionals.length === 0) throw new UsageError(cli.usage.noFile)
    // Only JSON carries the repairs.
    const read = (name: string): CheckedFile => {
      const { name: file, parsed } = readConfig(name, io, cli)
      return { file, issues: locatedIssues(parsed, check(parsed, options), language, { repaired: format === 'json' }) }
    }
    const { files, unread } = checkedFiles(given.positionals, read, io)
    const withNotes = given.values.notes === true || failOn === 'info'
    report(files, { format, withNotes }, io, language)
    if (unread > 0) return 2
    const counting = levels.slice(0, levels.indexOf(failOn) + 1)
    return files.some(({ issues }) => issues.some(({ level }) => counting.includes(level))) ? 1 : 0
  },
}

function checkOptionsOf(given: Arguments, cli: CliMessages): CheckOptions {
  const family = choiceOption(given, 'family', familyNames, cli.usage)
  const env = environmentOf(listOption(given, 'env'), cli)
  return { env, ...(family === undefined ? {} : { family }) }
}

/** Each file once, in the order given; those that cannot be read are said and counted. */
function checkedFiles(names: readonly string[], read: (name: string) => CheckedFile, io: Io) {
  const files: CheckedFile[] = []
  let unread = 0
  for (const name of new Set(names)) {
    try {
      files.push(read(name))
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      io.err(`${error.message}\n`)
      unread++
    }
  }
  return { files, unread }
}

interface ReportOptions {
  readonly format: (typeof formats)[number]
  readonly withNotes: boolean
}

function report(
  files: readonly CheckedFile[],
  { format, withNotes }: ReportOptions,
  io: Io,
  language: CliLanguage,
): void {
  switch (format) {
    case 'json':
      return io.out(`${JSON.stringify(files, null, 2)}\n`)
    case 'sarif':
      return io.out(`${JSON.stringify(sarifReport(files, language), null, 2)}\n`)
    case 'github':
      return io.out(githubReport(files))
    case 'text':
      io.err(issueLines(withNotes ? files : files.map(withoutNotes), language.cli))
      if (files.length > 0) io.out(summaryLine(files, withNotes, language.cli))
  }
}

const withoutNotes = ({ file, issues }: CheckedFile): CheckedFile => ({
  file,
  issues: issues.filter(({ level }) => level !== 'info'),
})
