import { check } from '../config/check'
import { familyNames } from '../config/family'
import type { Level } from '../core/issue'
import type { Command, ExitCode } from './command'
import { type ConfigFile, FileError, readConfig } from './config-file'
import { environmentOf } from './environment'
import { type CheckedFile, locatedIssues } from './located-issue'
import { githubReport } from './report-github'
import { sarifReport } from './report-sarif'
import { issueLines, summaryLine } from './report-text'
import { choiceOption, listOption, UsageError } from './usage'

const levels: readonly Level[] = ['error', 'warning', 'info']

/** `check FILE…`: what the app's Problems drawer says, file by file. */
export const checkCommand: Command = {
  options: {
    format: { type: 'string' },
    env: { type: 'string', multiple: true },
    family: { type: 'string' },
    'fail-on': { type: 'string' },
  },
  run(given, io, language) {
    const { cli } = language
    const format = choiceOption(given, 'format', ['text', 'json', 'github', 'sarif'], cli.usage) ?? 'text'
    const failOn = choiceOption(given, 'fail-on', levels, cli.usage) ?? 'warning'
    const family = choiceOption(given, 'family', familyNames, cli.usage)
    const env = environmentOf(listOption(given, 'env'), cli)
    if (given.positionals.length === 0) throw new UsageError(cli.usage.noFile)
    const files: CheckedFile[] = []
    let code: ExitCode = 0
    for (const name of given.positionals) {
      let config: ConfigFile
      try {
        config = readConfig(name, io, cli)
      } catch (error) {
        if (!(error instanceof FileError)) throw error
        io.err(`${error.message}\n`)
        code = 2
        continue
      }
      const issues = check(config.parsed, { env, ...(family === undefined ? {} : { family }) })
      files.push({ file: config.name, issues: locatedIssues(config.parsed, issues, language) })
    }
    const counts = levels.slice(0, levels.indexOf(failOn) + 1)
    if (code === 0 && files.some(({ issues }) => issues.some(({ level }) => counts.includes(level)))) code = 1
    if (format === 'json') io.out(`${JSON.stringify(files, null, 2)}\n`)
    else if (format === 'sarif') io.out(`${JSON.stringify(sarifReport(files, language.words), null, 2)}\n`)
    else if (format === 'github') io.out(githubReport(files))
    else {
      io.err(issueLines(files, cli))
      io.out(summaryLine(files, cli))
    }
    return code
  },
}
