import { typedOf } from '../../core/omegaconf/parse'
import type { Command } from '../command'
import { readConfig } from '../config-file'
import { problemLines } from '../reports/report-text'
import { UsageError } from '../usage'

/** `typed FILE`: what OmegaConf loads, every value with its Python type, as JSON. */
export const typedCommand: Command = {
  options: {},
  run({ positionals }, io, language) {
    const [name, ...others] = positionals
    if (name === undefined || others.length > 0) throw new UsageError(language.cli.usage.oneFile)
    const { name: file, parsed } = readConfig(name, io, language.cli)
    io.err(problemLines(file, parsed, language))
    if (parsed.ok) io.out(`${JSON.stringify(typedOf(parsed))}\n`)
    return parsed.ok ? 0 : 1
  },
}
