import { differencesBetween } from '../config/differences'
import { diffTyped } from '../core/hydra/diff-overrides'
import { printPath } from '../core/path'
import type { Command } from './command'
import { readConfig } from './config-file'
import { locatedIssues } from './located-issue'
import { issueLines } from './report-text'
import { choiceOption, UsageError } from './usage'

/** `diff A B`: what differs by value; 1 where something does. */
export const diffCommand: Command = {
  options: { format: { type: 'string' } },
  run(given, io, language) {
    const { cli } = language
    const format = choiceOption(given, 'format', ['overrides', 'text', 'json'], cli.usage) ?? 'overrides'
    const [nameA, nameB, ...others] = given.positionals
    if (nameA === undefined || nameB === undefined || others.length > 0) throw new UsageError(cli.usage.twoFiles)
    const [a, b] = [readConfig(nameA, io, cli), readConfig(nameB, io, cli)]
    for (const { name: file, parsed } of [a, b])
      io.err(issueLines([{ file, issues: parsed.ok ? [] : locatedIssues(parsed, parsed.problems, language) }], cli))
    if (!a.parsed.ok || !b.parsed.ok) return 1
    const differences = differencesBetween(a.parsed, b.parsed).map(({ path, theirs, mine }) => ({
      path: printPath(path),
      a: theirs,
      b: mine,
    }))
    const absent = cli.diff.absent
    if (format === 'json') io.out(`${JSON.stringify(differences, null, 2)}\n`)
    else if (format === 'text')
      for (const { path, a: from, b: to } of differences) io.out(`${path}: ${from ?? absent} → ${to ?? absent}\n`)
    else {
      const { overrides, inexpressible } = diffTyped(a.parsed.typed, b.parsed.typed)
      for (const override of overrides) io.out(`${override}\n`)
      for (const { path } of inexpressible) io.err(`${cli.diff.cannot(printPath(path))}\n`)
    }
    return differences.length === 0 ? 0 : 1
  },
}
