import { encodeFile, remapFormat } from '../core/file-format'
import { applyOverrides } from '../core/hydra/apply-overrides'
import { overrideSentence } from '../i18n/override-sentence'
import type { Command } from './command'
import { readConfig, writeConfig } from './config-file'
import { locatedIssues } from './located-issue'
import { issueLines } from './report-text'
import { textOption, UsageError } from './usage'

/** `set FILE OVERRIDE…`: the text after Hydra overrides, everything else byte for byte; all of them or none. */
export const setCommand: Command = {
  options: { output: { type: 'string', short: 'o' }, 'in-place': { type: 'boolean', short: 'i' } },
  run(given, io, language) {
    const { cli, messages, panels } = language
    const [name, ...overrides] = given.positionals
    const output = textOption(given, 'output')
    const inPlace = given.values['in-place'] === true
    if (name === undefined || overrides.length === 0) throw new UsageError(cli.usage.noOverride)
    if (output !== undefined && inPlace) throw new UsageError(cli.usage.oneTarget)
    if (inPlace && name === '-') throw new UsageError(cli.usage.stdinInPlace)
    const { name: file, format, parsed } = readConfig(name, io, cli)
    if (!parsed.ok) io.err(issueLines([{ file, issues: locatedIssues(parsed, parsed.problems, language) }], cli))
    const applied = applyOverrides(parsed.text, overrides)
    if (!applied.ok) {
      const override = overrides[applied.index]
      if (override !== undefined) io.err(`${file}: ${override}: ${overrideSentence(applied, panels, messages)}\n`)
      return 1
    }
    const bytes = encodeFile(applied.text, remapFormat(format, parsed.text, applied.edits))
    const target = inPlace ? name : output
    if (target === undefined || target === '-') io.out(bytes)
    else writeConfig(target, bytes, io, cli)
    return 0
  },
}
