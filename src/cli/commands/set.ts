import { encodeFile, remapFormat } from '../../core/document/file-format'
import { type Applied, type ApplyFailure, applyOverrides } from '../../core/hydra/apply-overrides'
import { overrideSentence } from '../../i18n/override-sentence'
import type { Command } from '../command'
import { type ConfigFile, readConfig, writeConfig } from '../config-file'
import type { CliLanguage } from '../language'
import { problemLines } from '../reports/report-text'
import { type Arguments, textOption, UsageError } from '../usage'

/** `set FILE OVERRIDE…`: the text after Hydra overrides, everything else byte for byte; all of them or none. */
export const setCommand: Command = {
  options: { output: { type: 'string', short: 'o' }, 'in-place': { type: 'boolean', short: 'i' } },
  run(given, io, language) {
    const { cli } = language
    const [name, ...overrides] = given.positionals
    if (name === undefined || overrides.length === 0) throw new UsageError(cli.usage.noOverride)
    const target = targetOf(given, name, language)
    const file = readConfig(name, io, cli)
    const applied = applyOverrides(file.parsed.text, overrides)
    if (!applied.ok) {
      io.err(failureLines(file, applied, overrides, language))
      return 1
    }
    const bytes = bytesOf(file, applied)
    if (target === '-') io.out(bytes)
    else writeConfig(target, bytes, io, cli)
    return 0
  },
}

/** Where the new text goes; `-` is standard output. Throws UsageError. */
function targetOf(given: Arguments, name: string, { cli: { usage } }: CliLanguage): string {
  const output = textOption(given, 'output')
  const inPlace = given.values['in-place'] === true
  if (output !== undefined && inPlace) throw new UsageError(usage.oneTarget)
  if (inPlace && name === '-') throw new UsageError(usage.stdinInPlace)
  if (output === '') throw new UsageError(usage.noOutput)
  return inPlace ? name : (output ?? '-')
}

const bytesOf = ({ format, parsed }: ConfigFile, { text, edits }: Extract<Applied, { ok: true }>) =>
  encodeFile(text, remapFormat(format, parsed.text, edits))

/** Which override is at fault and why, or what is wrong with the file. */
function failureLines(
  { name, parsed }: ConfigFile,
  failure: ApplyFailure,
  overrides: readonly string[],
  language: CliLanguage,
): string {
  const { cli, messages, panels } = language
  if (failure.stage === 'load')
    return parsed.problems.length > 0 ? problemLines(name, parsed, language) : `${name}:1:1: ${cli.set.noMap}\n`
  const place = failure.index < 0 ? name : `${name}: ${overrides[failure.index]}`
  return `${place}: ${overrideSentence(failure, panels, messages)}\n`
}
