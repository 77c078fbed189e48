import { repairOf } from '../../config/fixes/repair-syntax'
import type { Fix, Issue, Level } from '../../core/issue'
import type { Parsed } from '../../core/parsed'
import { printPath } from '../../core/path'
import { lineStarts, positionAt } from '../../core/text'
import { sentenceOf } from '../../i18n/sentence'
import type { CliLanguage } from '../language'

/** An issue as the terminal and other programs see it: the sentence, and where it stands; lines and columns count from 1, the end is exclusive. */
export interface LocatedIssue {
  readonly code: string
  readonly level: Level
  readonly path: string
  readonly message: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly fix?: Fix
}

/** The issues of one file. */
export interface CheckedFile {
  readonly file: string
  readonly issues: readonly LocatedIssue[]
}

/** Issues of a text with their lines and sentences; with `repaired` also with their repairs, which are planned for it. */
export function locatedIssues(
  parsed: Parsed,
  issues: readonly Issue[],
  language: CliLanguage,
  { repaired = false }: { repaired?: boolean } = {},
): LocatedIssue[] {
  const starts = lineStarts(parsed.text)
  return issues.map((issue) => {
    const { code, level, path, span } = issue
    const fix = repaired ? repairOf(parsed, issue) : null
    const from = positionAt(starts, span?.from ?? 0)
    const to = positionAt(starts, span?.to ?? 0)
    return {
      code,
      level,
      path: printPath(path),
      message: sentenceOf(issue, language.messages, language.words),
      line: from.line,
      column: from.column,
      endLine: to.line,
      endColumn: to.column,
      ...(fix === null ? {} : { fix }),
    }
  })
}
