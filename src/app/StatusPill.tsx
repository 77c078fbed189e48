import { CircleCheck, CircleDashed, CircleX, PencilLine, TriangleAlert } from 'lucide-react'
import { useMessages } from '../i18n/I18n'
import { isUnread } from '../state/large-text'
import { isFullyChecked, isRecognised } from '../state/rule-loading'
import { useAppState } from '../state/store-context'
import { problemCounts, sameProblemCounts } from '../state/views/problems'
import styles from './Shell.module.css'

const kinds = [
  { kind: 'failing', level: 'error', Icon: CircleX },
  { kind: 'fill-in', level: 'fill-in', Icon: PencilLine },
  { kind: 'look', level: 'warning', Icon: TriangleAlert },
] as const
const isFine = { kind: null, level: 'fine', Icon: CircleCheck } as const
const isOpen = { kind: null, level: 'checking', Icon: CircleDashed } as const

/** How far the check has come, by its word. */
function stageOf(seen: { unread: boolean; checked: boolean; recognised: boolean; failed: boolean }) {
  if (seen.unread) return 'unread'
  if (seen.checked) return seen.recognised ? 'fine' : 'none'
  return seen.failed ? 'unchecked' : 'checking'
}

/**
 * Whether the run will launch, in a few words: the gravest that is left. Less than a failure is said only when every rule has spoken. Opens
 * the list.
 */
export function StatusPill({ show, short = false }: { show: () => void; short?: boolean }) {
  const { status } = useMessages()
  const counts = useAppState(problemCounts, sameProblemCounts)
  const checked = useAppState(isFullyChecked)
  const recognised = useAppState(isRecognised)
  const failed = useAppState(({ rulesFailed }) => rulesFailed)
  const unread = useAppState(({ doc }) => isUnread(doc.parsed))
  const left = unread ? [] : kinds.filter(({ kind }) => counts[kind] > 0 && (checked || kind === 'failing'))
  const open = status[stageOf({ unread, checked, recognised, failed })]
  const { kind, level, Icon } = left[0] ?? (!unread && checked && recognised ? isFine : isOpen)
  const all = [...left.map((one) => status[one.kind](counts[one.kind])), ...(checked ? [] : [open])].join(' · ')
  return (
    <button
      type="button"
      className={styles.pill}
      data-level={level}
      onClick={show}
      title={left.length > 1 || (!checked && kind !== null) ? all : undefined}
      aria-label={short && left.length > 0 ? all : undefined}
    >
      <Icon size={15} aria-hidden />
      <span aria-live="polite">{kind === null ? open : short ? counts[kind] : status[kind](counts[kind])}</span>
    </button>
  )
}
