import { interpolationIssues, reasonFacts } from '../../config/check/interpolations'
import { resolutionOf } from '../../config/view/resolution'
import type { Failure } from '../../core/omegaconf/failure'
import type { Parsed } from '../../core/parsed'
import { type Path, parsePath, pathKey } from '../../core/path'
import { lineStarts, positionAt } from '../../core/text'
import { writeDocument } from '../../core/yaml12/write-document'
import { reasonSentence } from '../../i18n/interpolation-sentence'
import type { Command } from '../command'
import { readConfig } from '../config-file'
import { environmentOf } from '../environment'
import { locatedIssues } from '../reports/located-issue'
import { issueLines, problemLines } from '../reports/report-text'
import { listOption, textOption, UsageError } from '../usage'

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
    io.err(problemLines(file, parsed, language))
    if (!parsed.ok) return 1
    const resolution = resolutionOf(parsed, env)
    if (path.length === 0) {
      io.out(writeDocument(resolution.all().typed))
      const issues = locatedIssues(parsed, interpolationIssues(parsed, resolution), language)
      io.err(issueLines([{ file, issues }], cli))
      return resolution.all().failures.size === 0 ? 0 : 1
    }
    const resolved = resolution.at(path)
    if (resolved.ok) io.out(writeDocument(resolved.value))
    else {
      const reason = reasonSentence(reasonFacts(parsed, resolved.reason), messages)
      io.err(`${file}:${placeOf(parsed, path, resolved)}: ${reason} (${written})\n`)
    }
    return resolved.ok ? 0 : 1
  },
}

/** `line:column` of what has no value, or of the nearest place above one that is not there. */
function placeOf(parsed: Parsed, asked: Path, { at }: Failure): string {
  const path = at ?? asked
  const lengths = Array.from({ length: path.length + 1 }, (_, i) => path.length - i)
  const node = lengths.map((n) => parsed.nodes.get(pathKey(path.slice(0, n)))).find((found) => found !== undefined)
  const { line, column } = positionAt(lineStarts(parsed.text), node?.valueSpan.from ?? 0)
  return `${line}:${column}`
}
