import type { editor, IRange, MarkerSeverity } from 'monaco-editor/editor/editor.api.js'
import type { Issue, Level } from '../core/issue'
import type { Parsed } from '../core/parsed'
import type { Span } from '../core/text'
import { spansOf } from '../state/views/field-view'
import { rangeOf } from './model-range'

/** More marks than this are of no use to anybody and slow the editor down. */
export const maxMarkers = 500

/** As Monaco counts them; its own names would load all of it. */
const severities: Readonly<Record<Level, MarkerSeverity>> = { error: 8, warning: 4, info: 2 }

/** The marks of issues in their order, at each place that an issue is shown at; the first `maxMarkers`. */
export function markersOf(
  model: editor.ITextModel,
  parsed: Parsed,
  issues: readonly Issue[],
  sentenceOf: (issue: Issue) => string,
): editor.IMarkerData[] {
  const markers: editor.IMarkerData[] = []
  for (const issue of issues) {
    if (markers.length >= maxMarkers) break
    const marker = { code: issue.code, severity: severities[issue.level], message: sentenceOf(issue) }
    const spans = spansOf(parsed, issue).slice(0, maxMarkers - markers.length)
    markers.push(...spans.map((span) => ({ ...rangeOfIssue(model, span), ...marker })))
  }
  return markers
}

/** An issue's range; what has no length or no place takes a character or a line, so that it can be seen. */
function rangeOfIssue(model: editor.ITextModel, span: Span | null): IRange {
  if (span === null)
    return { startLineNumber: 1, startColumn: 1, endLineNumber: 1, endColumn: model.getLineMaxColumn(1) }
  if (span.to > span.from) return rangeOf(model, span)
  const { lineNumber, column } = model.getPositionAt(span.from)
  const isAtEnd = column === model.getLineMaxColumn(lineNumber)
  const startColumn = isAtEnd ? Math.max(1, column - 1) : column
  return { startLineNumber: lineNumber, startColumn, endLineNumber: lineNumber, endColumn: startColumn + 1 }
}
