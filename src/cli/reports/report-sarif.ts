import { isAbsolute, normalize, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Log, ReportingDescriptor, Result } from 'sarif'
import type { CliLanguage } from '../language'
import type { CheckedFile, LocatedIssue } from './located-issue'

const levels = { error: 'error', warning: 'warning', info: 'note' } as const

/** A SARIF 2.1.0 log with one run; columns in UTF-16 units. docs.oasis-open.org/sarif/sarif/v2.1.0 */
export function sarifReport(files: readonly CheckedFile[], language: CliLanguage): Log {
  const first = new Map<string, LocatedIssue>()
  for (const { issues } of files) for (const issue of issues) if (!first.has(issue.code)) first.set(issue.code, issue)
  const ids = [...first.keys()].sort()
  const index = new Map(ids.map((id, i) => [id, i]))
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 't2i-config',
            version: __VERSION__,
            rules: ids.map((id) => ruleOf(id, first.get(id)?.level ?? 'error', language)),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap(({ file, issues }) =>
          issues.map((issue) => resultOf(file, issue, index.get(issue.code) ?? -1)),
        ),
      },
    ],
  }
}

/** What a rule is for, and where in NeMo it was read off. */
function ruleOf(id: string, level: LocatedIssue['level'], language: CliLanguage): ReportingDescriptor {
  const sources = language.words.sources.get(id) ?? []
  return {
    id,
    shortDescription: { text: descriptionOf(id, language) },
    ...(sources.length === 0 ? {} : { help: { text: language.cli.check.readOff(sources.join(', ')) } }),
    defaultConfiguration: { level: levels[level] },
  }
}

/** A rule's sentence without the facts of one config. */
function descriptionOf(id: string, { cli, messages, words }: CliLanguage): string {
  const rule = words.rules.get(id)
  if (rule !== undefined) return rule.message.replace(/\{\w+\}/g, '…')
  const { codes } = cli.check
  if (Object.hasOwn(codes, id)) return codes[id as keyof typeof codes]
  const sentence: unknown = Object.hasOwn(messages.issues, id)
    ? messages.issues[id as keyof typeof messages.issues]
    : undefined
  return typeof sentence === 'string' ? sentence : id
}

const resultOf = (file: string, issue: LocatedIssue, ruleIndex: number): Result => ({
  ruleId: issue.code,
  ruleIndex,
  level: levels[issue.level],
  message: { text: issue.message },
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: uriOf(file) },
        region: {
          startLine: issue.line,
          startColumn: issue.column,
          endLine: issue.endLine,
          endColumn: issue.endColumn,
        },
      },
      ...(issue.path === '' ? {} : { logicalLocations: [{ fullyQualifiedName: issue.path }] }),
    },
  ],
})

/** A relative file as a relative reference, so that a log means the same on another machine. */
const uriOf = (file: string): string =>
  isAbsolute(file) ? pathToFileURL(file).href : normalize(file).split(sep).map(encodeURIComponent).join('/')
