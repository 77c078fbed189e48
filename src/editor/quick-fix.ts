import type { editor, languages } from 'monaco-editor/editor/editor.api.js'
import type { Issue } from '../core/issue'
import type { Messages } from '../i18n/messages'
import { applyFix } from '../state/edits'
import { monaco } from './monaco'
import type { Service } from './service'

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
    const issues = service.store
      .getState()
      .issues.filter(({ span, fix }) => fix !== undefined && span !== null && span.from <= to && span.to >= from)
    const actions = issues.map(
      (issue): languages.CodeAction => ({
        title: titleOf(issue, service.messages),
        kind: 'quickfix',
        diagnostics: markersOf(markers, issue),
        command: { id: command, title: service.messages.problems.fix, arguments: [issue] },
        isPreferred: true,
      }),
    )
    return { actions, dispose: () => undefined }
  },
})

/** What the repair does, in the words of the language. */
function titleOf({ fix }: Issue, { yaml, problems }: Messages): string {
  switch (fix?.kind) {
    case 'set':
      return yaml.fixSet(fix.source)
    case 'rename':
      return yaml.fixRename(fix.key)
    case 'remove':
      return yaml.fixRemove(String(fix.path.at(-1)))
    default:
      return problems.fix
  }
}

const markersOf = (markers: editor.IMarkerData[], issue: Issue): editor.IMarkerData[] =>
  markers.filter(({ code }) => code === issue.code)
