import type { Issue } from '../core/issue'
import type { Parsed } from '../core/parsed'
import { applyEdits, lineStarts, positionAt } from '../core/text'
import { lineEnd } from '../core/yaml/layout'
import { parse } from '../core/yaml/parse'
import { type Planned, sameTyped } from '../core/yaml/plan-proof'

const pattern = /#\s*t2i-config:\s*ignore\s+([\w-]+(?:\s*,\s*[\w-]+)*)/

/**
 * Which issues the comments of a text mute: `# t2i-config: ignore RULE-ID` behind a value those of its line, on a line of its own those
 * of the whole file. What keeps OmegaConf from loading the text cannot be muted.
 */
export function mutedBy(parsed: Parsed): (issue: Issue) => boolean {
  const marks = parsed.comments.flatMap(({ from, to }) => {
    const ids = pattern.exec(parsed.text.slice(from, to))?.[1]?.split(/\s*,\s*/)
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
  const lineOf = ({ span }: Issue) => (span === null ? 0 : positionAt(starts, span.from).line)
  return (issue) =>
    !parsed.problems.includes(issue) && (everywhere.has(issue.code) || inLine.has(`${lineOf(issue)} ${issue.code}`))
}

/**
 * The edits that mute an issue by a comment: behind the value in its line, or, where no comment can stand there (a text over several
 * lines), for the whole file above everything. Proven: no value changes.
 */
export function planMute(parsed: Parsed, { code, span }: Issue): Planned {
  const { text } = parsed
  const end = lineEnd(text, span?.from ?? 0)
  const trailing = parsed.comments.find(({ from, to }) => to === end && from <= end)
  const known = trailing === undefined ? null : pattern.exec(text.slice(trailing.from, trailing.to))
  const inLine =
    trailing !== undefined && known !== null
      ? { from: trailing.from + known.index + known[0].length, insert: `, ${code}` }
      : { from: end, insert: ` # t2i-config: ignore ${code}` }
  const above = { from: 0, insert: `# t2i-config: ignore ${code}\n` }
  for (const { from, insert } of span === null ? [above] : [inLine, above]) {
    const edits = [{ from, to: from, insert }]
    const after = parse(applyEdits(text, edits))
    if (after.sound && sameTyped(after.typed, parsed.typed) && after.comments.length >= parsed.comments.length)
      return { ok: true, edits, after }
  }
  return { ok: false, refusal: 'unproven' }
}
