import type { Issue, Level } from '../core/issue'
import type { Span } from '../core/text'
import type { Store } from '../state/store'
import { spansOf } from '../state/views/field-view'
import { rangeOf } from './model-range'
import { monaco } from './monaco'
import { oncePerFrame } from './once-per-frame'

type Model = monaco.editor.ITextModel

/** Who the markers belong to, as Monaco asks. */
const owner = 'config'
/** More marks than this are of no use to anybody and slow the editor down. */
const maxMarkers = 500

const severities: Readonly<Record<Level, monaco.MarkerSeverity>> = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
}

/** Shows the store's issues in the text, once a frame. Returns how to stop. */
export function bindMarkers(model: Model, store: Store, sentenceOf: (issue: Issue) => string): () => void {
  const show = oncePerFrame(() => {
    const { issues, doc } = store.shown()
    const markers = issues.slice(0, maxMarkers).flatMap((issue) => {
      const marker = { code: issue.code, severity: severities[issue.level], message: sentenceOf(issue) }
      return spansOf(doc.parsed, issue).map((span) => ({ ...rangeOfIssue(model, span), ...marker }))
    })
    monaco.editor.setModelMarkers(model, owner, markers)
  })
  show.ask()
  const stop = store.subscribe((state, previous) => {
    if (state.issues !== previous.issues) show.ask()
  })
  return () => {
    stop()
    show.cancel()
    if (!model.isDisposed()) monaco.editor.setModelMarkers(model, owner, [])
  }
}

/** An issue's range; what has no length or no place takes a character or a line, so that it can be seen. */
function rangeOfIssue(model: Model, span: Span | null): monaco.IRange {
  if (span === null)
    return { startLineNumber: 1, startColumn: 1, endLineNumber: 1, endColumn: model.getLineMaxColumn(1) }
  if (span.to > span.from) return rangeOf(model, span)
  const { lineNumber, column } = model.getPositionAt(span.from)
  const isAtEnd = column === model.getLineMaxColumn(lineNumber)
  const startColumn = isAtEnd ? Math.max(1, column - 1) : column
  return { startLineNumber: lineNumber, startColumn, endLineNumber: lineNumber, endColumn: startColumn + 1 }
}
