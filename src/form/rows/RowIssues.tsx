import { Info, TriangleAlert } from 'lucide-react'
import { repairOf } from '../../config/fixes/repair-syntax'
import type { Issue } from '../../core/issue'
import type { Refusal } from '../../core/parsed'
import { useMessages, useWords } from '../../i18n/I18n'
import { fixTitle, sentenceOf } from '../../i18n/sentence'
import { useStore } from '../../state/store-context'
import { repairIssue } from '../../state/views/repairs'
import { Button } from '../../ui/Button'
import styles from '../Form.module.css'

interface RowIssuesProps {
  readonly issues: readonly Issue[]
  /** Why the last change of this place was not made. */
  readonly refusal: Refusal | null
  readonly readOnly: boolean
  readonly refused: (refusal: Refusal | null) => void
}

/** What is wrong at one place, each with its repair. */
export function RowIssues({ issues, refusal, readOnly, refused }: RowIssuesProps) {
  const messages = useMessages()
  const words = useWords()
  return (
    <>
      {refusal !== null && (
        <p className={styles.issue} role="status">
          <TriangleAlert className={styles.issueIcon} size={12} aria-hidden />
          <span className={styles.issueText}>{messages.refusals[refusal]}</span>
        </p>
      )}
      {issues.map((issue) => (
        <p key={issue.code} className={styles.issue} data-level={issue.level}>
          {issue.level === 'info' ? (
            <Info className={styles.issueIcon} size={12} aria-hidden />
          ) : (
            <TriangleAlert className={styles.issueIcon} size={12} aria-hidden />
          )}
          <span className={styles.issueText}>{sentenceOf(issue, messages, words)}</span>
          <Repair issue={issue} readOnly={readOnly} refused={refused} />
        </p>
      ))}
    </>
  )
}

/** The button of an issue's repair, which is planned when the row is shown, and again for the text of the moment when it is pressed. */
function Repair({ issue, readOnly, refused }: Pick<RowIssuesProps, 'readOnly' | 'refused'> & { issue: Issue }) {
  const messages = useMessages()
  const words = useWords()
  const store = useStore()
  const fix = repairOf(store.shown().doc.parsed, issue)
  if (fix === null) return null
  return (
    <Button
      className={styles.issueFix}
      size="small"
      disabled={readOnly}
      onClick={() => refused(repairIssue(store, issue))}
    >
      {fixTitle(issue, fix, messages, words)}
    </Button>
  )
}
