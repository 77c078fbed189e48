import type { Issue } from '../../core/issue'
import { parse } from '../../core/omegaconf/parse'
import type { Parsed } from '../../core/parsed'
import { pathKey } from '../../core/path'
import { applyEdits, type Edit, type Span } from '../../core/text'
import { sameTyped } from '../../core/typed'
import { lineEnd } from '../../core/yaml/layout'
import type { Planned } from '../../core/yaml/plan-proof'
import { suppressionPattern } from './suppression'

/**
 * The edits that suppress an issue by a comment: behind the value in its line (of several keys in the line of each), or, where no comment can
 * stand there (a text over several lines), for the whole file above everything. Proven: no value changes.
 */
export function planSuppression(parsed: Parsed, issue: Issue): Planned {
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
    const known = trailing === undefined ? null : suppressionPattern.exec(text.slice(trailing.from, trailing.to))
    const from = trailing === undefined || known === null ? end : trailing.from + known.index + known[0].length
    return { from, to: from, insert: known === null ? ` # t2i-config: ignore ${code}` : `, ${code}` }
  }
