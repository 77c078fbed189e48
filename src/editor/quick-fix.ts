import type { editor, languages } from 'monaco-editor/editor/editor.api.js'
import type { Issue } from '../core/issue'
import type { Span } from '../core/text'
import { fixTitle } from '../i18n/sentence'
import { applyFix } from '../state/edits'
import { spansOf } from '../state/views/field-view'
import type { Service } from './language-context'
import { monaco } from './monaco'

const command = 't2i-config.fix'
let current: Service | null = null
monaco.editor.registerCommand(command, (_, issue: Issue) => {
  if (current !== null && issue.fix !== undefined) applyFix(current.store, issue.fix)
})

/** The repairs of the issues at a place, each an edit of the document that undo takes back. */
export const quickFixProvider = (service: Service): languages.CodeActionProvider => ({
  provideCodeActions(model, range, { markers }) {
    current = service
    const from = model.getOffsetAt(range.getStartPosition())
    const to = model.getOffsetAt(range.getEndPosition())
    const { doc, issues: all } = service.store.getState()
    const isHere = (span: Span | null) => span !== null && span.from <= to && span.to >= from
    const issues = all.filter((issue) => issue.fix !== undefined && spansOf(doc.parsed, issue).some(isHere))
    const actions = issues.map(
      (issue): languages.CodeAction => ({
        title: fixTitle(issue, service.messages, service.words),
        kind: 'quickfix',
        diagnostics: markersOf(markers, issue),
        command: { id: command, title: service.messages.problems.fix, arguments: [issue] },
        isPreferred: true,
      }),
    )
    return { actions, dispose: () => undefined }
  },
})

const markersOf = (markers: editor.IMarkerData[], issue: Issue): editor.IMarkerData[] =>
  markers.filter(({ code }) => code === issue.code)
