import { pathToFileURL } from 'node:url'
import type { Words } from '../i18n/words'
import type { CheckedFile, LocatedIssue } from './located-issue'

const levels = { error: 'error', warning: 'warning', info: 'note' } as const

/** A SARIF 2.1.0 log with one run; columns in UTF-16 units. docs.oasis-open.org/sarif/sarif/v2.1.0 */
export function sarifReport(files: readonly CheckedFile[], words: Words) {
  const ids = [...new Set(files.flatMap(({ issues }) => issues.map(({ code }) => code)))].sort()
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 't2i-config',
            version: __VERSION__,
            rules: ids.map((id) => ({ id, shortDescription: { text: words.rules.get(id)?.message ?? id } })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap(({ file, issues }) => issues.map((issue) => resultOf(file, issue, ids))),
      },
    ],
  }
}

const resultOf = (file: string, issue: LocatedIssue, ids: readonly string[]) => ({
  ruleId: issue.code,
  ruleIndex: ids.indexOf(issue.code),
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
  /^(?:[\\/]|[A-Za-z]:[\\/])/.test(file)
    ? pathToFileURL(file).href
    : file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/')
