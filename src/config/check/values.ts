import type { Issue } from '../../core/issue'
import type { Parsed } from '../../core/parsed'
import { valueFix } from '../fixes/value-fix'
import { looksOtherwise } from '../schema/reading'
import type { Place } from './places'

/** Values of a wrong type, out of their bounds or not of their closed set. */
export const valueIssues = (parsed: Parsed, places: readonly Place[]): Issue[] =>
  places.flatMap((place) => (place.kind === 'known' ? (valueIssue(parsed, place) ?? []) : []))

function valueIssue({ text }: Parsed, { node, spec, problem }: Extract<Place, { kind: 'known' }>): Issue | null {
  if (problem === null) return null
  const fix = valueFix(spec, node, problem, text)
  const source = text.slice(node.valueSpan.from, node.valueSpan.to)
  const misleads = node.style === 'plain' && node.scalar !== null && looksOtherwise(source, node.scalar)
  return {
    code: problem.code,
    path: node.path,
    span: node.style === 'empty' ? (node.keySpan ?? node.valueSpan) : node.valueSpan,
    level: 'error',
    facts: misleads ? { ...problem.facts, source } : problem.facts,
    ...(fix === null ? {} : { fix }),
  }
}
