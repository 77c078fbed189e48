import type { Issue } from '../../core/issue'
import type { Parsed } from '../../core/parsed'
import { lineStarts, positionAt } from '../../core/text'

/** The comment that suppresses; its ids are the first group. */
export const suppressionPattern = /#\s*t2i-config:\s*ignore\s+([\w-]+(?:\s*,\s*[\w-]+)*)/

/**
 * Which issues the comments of a text suppress: `# t2i-config: ignore RULE-ID` behind a value those of its line, on a line of its own those
 * of the whole file. What keeps OmegaConf from loading the text cannot be suppressed.
 */
export function suppressedBy(parsed: Parsed): (issue: Issue) => boolean {
  if (!parsed.text.includes('t2i-config')) return () => false
  const marks = parsed.comments.flatMap(({ from, to }) => {
    const ids = suppressionPattern.exec(parsed.text.slice(from, to))?.[1]?.split(/\s*,\s*/)
    return ids === undefined ? [] : [{ from, ids }]
  })
  if (marks.length === 0) return () => false
  const starts = lineStarts(parsed.text)
  const everywhere = new Set<string>()
  const inLine = new Set<string>()
  for (const { from, ids } of marks) {
    const { line, column } = positionAt(starts, from)
    const isAlone = parsed.text.slice(from - column + 1, from).trim() === ''
    for (const id of ids) (isAlone ? everywhere : inLine).add(isAlone ? id : `${line} ${id}`)
  }
  const problems = new Set(parsed.problems)
  const lineOf = ({ span }: Issue) => (span === null ? 0 : positionAt(starts, span.from).line)
  return (issue) => !problems.has(issue) && (everywhere.has(issue.code) || inLine.has(`${lineOf(issue)} ${issue.code}`))
}
