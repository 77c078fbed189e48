import { CircleX, Info, TriangleAlert } from 'lucide-react'
import type { Issue, Level } from '../core/issue'
import { printPath } from '../core/path'
import { lineStarts, positionAt } from '../core/text'
import { useMessages, useWords } from '../i18n/I18n'
import { sentenceOf } from '../i18n/sentence'
import { applyFix } from '../state/edits'
import { useAppState, useStore } from '../state/store-context'
import { Button } from '../ui/Button'
import { notify } from '../ui/Toast'
import styles from './Panel.module.css'

const icons: Readonly<Record<Level, typeof Info>> = { error: CircleX, warning: TriangleAlert, info: Info }
const order: readonly Level[] = ['error', 'warning', 'info']

/** Everything that is wrong, worst first; each shows its place, and mends it where that can be done. */
export function Problems() {
  const messages = useMessages()
  const words = useWords()
  const store = useStore()
  const issues = useAppState((state) => state.issues)
  if (issues.length === 0) return <p className={styles.none}>{messages.problems.none}</p>
  const starts = lineStarts(store.getState().doc.text)
  const show = (issue: Issue) =>
    store.setFocus({
      path: issue.path,
      from: 'app',
      reveal: true,
      ...(issue.span === null ? {} : { offset: issue.span.from }),
    })
  const fix = (issue: Issue) => {
    const refusal = issue.fix === undefined ? null : applyFix(store, issue.fix)
    if (refusal !== null) notify({ text: messages.refusals[refusal], level: 'error' })
  }
  return (
    <ul className={styles.list}>
      {order
        .flatMap((level) => issues.filter((issue) => issue.level === level))
        .map((issue) => {
          const Icon = icons[issue.level]
          return (
            <li key={`${issue.code} ${printPath(issue.path)} ${issue.span?.from}`} className={styles.item}>
              <Icon size={14} className={styles[issue.level]} aria-label={messages.problems.levels[issue.level]} />
              <button type="button" className={styles.go} onClick={() => show(issue)}>
                <span className={styles.text}>{sentenceOf(issue, messages, words)}</span>
                <span className={styles.path}>{printPath(issue.path)}</span>
                {issue.span !== null && (
                  <span className={styles.line}>{messages.status.line(positionAt(starts, issue.span.from).line)}</span>
                )}
              </button>
              {issue.fix !== undefined && (
                <Button size="small" onClick={() => fix(issue)}>
                  {messages.problems.fix}
                </Button>
              )}
            </li>
          )
        })}
    </ul>
  )
}
