import { interpolationIssues, reasonFacts } from '../config/check-interpolation'
import { resolutionOf } from '../config/resolution'
import { parsePath } from '../core/path'
import type { Typed } from '../core/typed'
import { blockLines } from '../core/yaml/block-lines'
import { reasonSentence } from '../i18n/interpolation-sentence'
import type { Command } from './command'
import { readConfig } from './config-file'
import { environmentOf } from './environment'
import { locatedIssues } from './located-issue'
import { issueLines } from './report-text'
import { listOption, textOption, UsageError } from './usage'

/** `resolve FILE`: the config, or one place of it, with every `${…}` replaced; 1 where one has no value. */
export const resolveCommand: Command = {
  options: { env: { type: 'string', multiple: true }, path: { type: 'string' } },
  run(given, io, language) {
    const { cli, messages } = language
    const [name, ...others] = given.positionals
    if (name === undefined || others.length > 0) throw new UsageError(cli.usage.oneFile)
    const written = textOption(given, 'path') ?? ''
    const path = parsePath(written)
    if (path === null) throw new UsageError(cli.usage.path(written))
    const env = environmentOf(listOption(given, 'env'), cli)
    const { name: file, parsed } = readConfig(name, io, cli)
    const say = (issues: typeof parsed.problems) =>
      io.err(issueLines([{ file, issues: locatedIssues(parsed, issues, language) }], cli))
    if (!parsed.ok) {
      say(parsed.problems)
      return 1
    }
    const resolution = resolutionOf(parsed, env)
    if (path.length === 0) {
      io.out(yamlOf(resolution.all().typed))
      say(interpolationIssues(parsed, resolution))
      return resolution.all().failures.size === 0 ? 0 : 1
    }
    const resolved = resolution.at(path)
    if (resolved.ok) io.out(yamlOf(resolved.value))
    else io.err(`${file}: ${written}: ${reasonSentence(reasonFacts(parsed, resolved.reason), messages)}\n`)
    return resolved.ok ? 0 : 1
  },
}

const yamlOf = (typed: Typed): string =>
  blockLines(typed)
    .map(({ text }) => `${text}\n`)
    .join('')
