import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react'
import { useMessages } from '../i18n/I18n'
import type { AppState } from '../state/store'
import { useAppState } from '../state/store-context'
import styles from './Shell.module.css'

interface Totals {
  readonly errors: number
  readonly warnings: number
}

const selectTotals = ({ issues }: AppState): Totals => ({
  errors: issues.filter(({ level }) => level === 'error').length,
  warnings: issues.filter(({ level }) => level === 'warning').length,
})
const sameTotals = (a: Totals, b: Totals): boolean => a.errors === b.errors && a.warnings === b.warnings

/** Whether the config is fine, in one word; opens the list. */
export function StatusPill({ show }: { show: () => void }) {
  const { status } = useMessages()
  const { errors, warnings } = useAppState(selectTotals, sameTotals)
  const level = errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'fine'
  const Icon = errors > 0 ? CircleX : warnings > 0 ? TriangleAlert : CircleCheck
  return (
    <button type="button" className={styles.pill} data-level={level} onClick={show} aria-live="polite">
      <Icon size={15} aria-hidden />
      {errors > 0 ? status.errors(errors) : warnings > 0 ? status.warnings(warnings) : status.fine}
    </button>
  )
}
