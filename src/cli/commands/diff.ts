import { type Difference, differencesBetween } from '../../config/recipes/differences'
import { diffTyped, maxDifferences } from '../../core/hydra/diff-overrides'
import type { Parsed } from '../../core/parsed'
import { printPath } from '../../core/path'
import type { CliMessages } from '../../i18n/cli/cli.en'
import type { Command } from '../command'
import { type ConfigFile, readConfig } from '../config-file'
import type { Io } from '../io'
import { problemLines } from '../reports/report-text'
import { choiceOption, UsageError } from '../usage'

const formats = ['overrides', 'text', 'json'] as const

/** `diff A B`: what differs by value; 1 where something does. */
export const diffCommand: Command = {
  options: { format: { type: 'string' } },
  run(given, io, language) {
    const { cli } = language
    const format = choiceOption(given, 'format', formats, cli.usage) ?? 'overrides'
    const [nameA, nameB, ...others] = given.positionals
    if (nameA === undefined || nameB === undefined || others.length > 0) throw new UsageError(cli.usage.twoFiles)
    if (nameA === '-' && nameB === '-') throw new UsageError(cli.usage.stdinTwice)
    const [a, b] = [readConfig(nameA, io, cli), readConfig(nameB, io, cli)]
    for (const { name, parsed } of [a, b]) io.err(problemLines(name, parsed, language))
    if (!a.parsed.ok || !b.parsed.ok) return 1
    const differences = differencesBetween(a.parsed, b.parsed)
    if (format === 'json') io.out(`${JSON.stringify(differences.map(dataOf), null, 2)}\n`)
    else if (format === 'text') io.out(textOf(differences, cli))
    else if (differences.length > maxDifferences) io.err(`${b.name}: ${cli.diff.tooMany(differences.length)}\n`)
    else if (differences.length > 0) printOverrides(a, b, io, cli)
    return differences.length === 0 ? 0 : 1
  },
}

const dataOf = ({ path, theirs, mine }: Difference) => ({ path: printPath(path), a: theirs, b: mine })

const textOf = (differences: readonly Difference[], { diff }: CliMessages): string =>
  differences
    .map(({ path, theirs, mine }) => {
      const place = path.length === 0 ? diff.whole : printPath(path)
      return `${place}: ${theirs ?? diff.absent} → ${mine ?? diff.absent}\n`
    })
    .join('')

/** The overrides on standard output, ready for a command line; what has none on standard error. */
function printOverrides(a: ConfigFile, b: ConfigFile, io: Io, { diff }: CliMessages): void {
  for (const { name, parsed } of [a, b]) if (!isMap(parsed)) return io.err(`${diff.noMap(name)}\n`)
  const { overrides, inexpressible } = diffTyped(a.parsed.typed, b.parsed.typed)
  io.out(overrides.map((override) => `${override}\n`).join(''))
  io.err(inexpressible.map(({ path }) => `${b.name}: ${diff.cannot(printPath(path))}\n`).join(''))
}

const isMap = ({ typed }: Parsed): boolean => typed.t === 'dict'
