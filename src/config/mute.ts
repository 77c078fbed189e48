import type { Issue } from '../core/issue'
import type { Parsed } from '../core/parsed'
import { pathKey } from '../core/path'
import { applyEdits, type Edit, lineStarts, positionAt, type Span } from '../core/text'
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
 * The edits that mute an issue by a comment: behind the value in its line (of several keys in the line of each), or, where no comment can
 * stand there (a text over several lines), for the whole file above everything. Proven: no value changes.
 */
export function planMute(parsed: Parsed, issue: Issue): Planned {
  const { text } = parsed
  const { code, span } = issue
  const above = { from: 0, to: 0, insert: `# t2i-config: ignore ${code}\n` }
  for (const edits of span === null ? [[above]] : [linesOf(parsed, issue, span).map(inLine(parsed, code)), [above]]) {
    const after = parse(applyEdits(text, edits))
    if (after.sound && sameTyped(after.typed, parsed.typed) && after.comments.length >= parsed.comments.length)
      return { ok: true, edits, after }
  }
  return { ok: false, refusal: 'unproven' }
}

/** The ends of the lines that an issue is about, in order. */
function linesOf({ text, nodes }: Parsed, { facts, places = [] }: Issue, span: Span): number[] {
  const others = Array.isArray(facts.keys) ? places.map((path) => nodes.get(pathKey(path))?.keySpan ?? span) : []
  return [...new Set([span, ...others].map(({ from }) => lineEnd(text, from)))].sort((a, b) => a - b)
}

const inLine =
  ({ text, comments }: Parsed, code: string) =>
  (end: number): Edit => {
    const trailing = comments.find(({ from, to }) => to === end && from <= end)
    const known = trailing === undefined ? null : pattern.exec(text.slice(trailing.from, trailing.to))
    const from = trailing === undefined || known === null ? end : trailing.from + known.index + known[0].length
    return { from, to: from, insert: known === null ? ` # t2i-config: ignore ${code}` : `, ${code}` }
  }
