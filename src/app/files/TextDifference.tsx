import { useMemo } from 'react'
import { diffLines } from '../../core/document/line-diff'
import { useMessages } from '../../i18n/I18n'
import styles from './QuestionDialog.module.css'

/** Lines that are shown at most; the difference is there to decide by, not to be read to its end. */
const maxShown = 400
/** Equal lines that are shown around a change. */
const around = 2

interface DifferenceLine {
  readonly sign: ' ' | '-' | '+' | '…'
  readonly text: string
}

/** What lies on the disk against the text here, line by line. */
export function TextDifference({ theirs, mine }: { theirs: string; mine: string }) {
  const { saving } = useMessages()
  const lines = useMemo(() => differenceOf(theirs.split('\n'), mine.split('\n')), [theirs, mine])
  if (lines === null) return <p>{saving.tooDifferent}</p>
  if (lines.length === 0) return <p>{saving.same}</p>
  return (
    <section className={styles.difference} aria-label={saving.differenceLabel}>
      {lines.slice(0, maxShown).map(({ sign, text }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one difference never move
        <div key={i} className={styles.line} data-sign={sign}>
          <span aria-hidden>{sign}</span> {text}
        </div>
      ))}
      {lines.length > maxShown && <p>{saving.moreLines(lines.length - maxShown)}</p>}
    </section>
  )
}

function differenceOf(theirs: readonly string[], mine: readonly string[]): DifferenceLine[] | null {
  const changes = diffLines(theirs, mine)
  if (changes === null) return null
  const lines: DifferenceLine[] = []
  let shown = 0
  for (const { from, to, start, end } of changes) {
    const behind = shown > 0 ? Math.min(shown + around, from) : 0
    const before = Math.max(behind, from - around)
    lines.push(...same(theirs, shown, behind))
    if (before > behind) lines.push({ sign: '…', text: '' })
    lines.push(...same(theirs, before, from))
    for (const text of theirs.slice(from, to)) lines.push({ sign: '-', text })
    for (const text of mine.slice(start, end)) lines.push({ sign: '+', text })
    shown = to
  }
  if (changes.length > 0) lines.push(...same(theirs, shown, shown + around))
  return lines
}

const same = (lines: readonly string[], from: number, to: number): DifferenceLine[] =>
  lines.slice(from, Math.max(from, to)).map((text) => ({ sign: ' ', text }))
