import type { editor, IDisposable, languages } from 'monaco-editor/editor/editor.api.js'
import { repairOf } from '../config/fixes/repair-syntax'
import type { Issue } from '../core/issue'
import type { Span } from '../core/text'
import { fixTitle } from '../i18n/sentence'
import { applyFix } from '../state/edits'
import { spansOf } from '../state/views/field-view'
import type { Service } from './language-context'
import { monaco } from './monaco'

const command = 't2i-config.fix'

/** The command that the quick fixes of a service run: it makes the repair of an issue in the service's document. */
export const registerQuickFix = ({ store }: Service): IDisposable =>
  monaco.editor.registerCommand(command, (_, issue: Issue) => {
    const fix = repairOf(store.getState().doc.parsed, issue)
    if (fix !== null) applyFix(store, fix)
  })

/** The repairs of the issues at a place, each an edit of the document that undo takes back. */
export const quickFixProvider = (service: Service): languages.CodeActionProvider => ({
  provideCodeActions(model, range, { markers }) {
    const from = model.getOffsetAt(range.getStartPosition())
    const to = model.getOffsetAt(range.getEndPosition())
    const { doc, issues } = service.store.getState()
    const isHere = (span: Span | null) => span !== null && span.from <= to && span.to >= from
    const actions = issues
      .filter((issue) => spansOf(doc.parsed, issue).some(isHere))
      .flatMap((issue): languages.CodeAction[] => {
        const fix = repairOf(doc.parsed, issue)
        if (fix === null) return []
        const action = {
          title: fixTitle(issue, fix, service.messages, service.words),
          kind: 'quickfix',
          diagnostics: markersOf(markers, issue),
          command: { id: command, title: service.messages.problems.fix, arguments: [issue] },
          isPreferred: true,
        }
        return [action]
      })
    return { actions, dispose: () => undefined }
  },
})

const markersOf = (markers: editor.IMarkerData[], issue: Issue): editor.IMarkerData[] =>
  markers.filter(({ code }) => code === issue.code)
