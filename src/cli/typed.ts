import { typedOf } from '../core/yaml/parse'
import type { Command } from './command'
import { readConfig } from './config-file'
import { locatedIssues } from './located-issue'
import { issueLines } from './report-text'
import { UsageError } from './usage'

/** `typed FILE`: what OmegaConf loads, every value with its Python type, as JSON. */
export const typedCommand: Command = {
  options: {},
  run({ positionals }, io, language) {
    const [name, ...others] = positionals
    if (name === undefined || others.length > 0) throw new UsageError(language.cli.usage.oneFile)
    const { name: file, parsed } = readConfig(name, io, language.cli)
    if (!parsed.ok) {
      io.err(issueLines([{ file, issues: locatedIssues(parsed, parsed.problems, language) }], language.cli))
      return 1
    }
    io.out(`${JSON.stringify(typedOf(parsed))}\n`)
    return 0
  },
}
