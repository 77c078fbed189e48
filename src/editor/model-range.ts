import type { editor } from 'monaco-editor/editor/editor.api.js'
import type { Span } from '../core/text'

/** A stretch of the text as Monaco writes it: lines and columns from 1. */
export function rangeOf(
  model: editor.ITextModel,
  { from, to }: Span,
): { startLineNumber: number; startColumn: number; endLineNumber: number; endColumn: number } {
  const start = model.getPositionAt(from)
  const end = model.getPositionAt(to)
  return {
    startLineNumber: start.lineNumber,
    startColumn: start.column,
    endLineNumber: end.lineNumber,
    endColumn: end.column,
  }
}
