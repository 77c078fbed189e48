import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import styles from './Chip.module.css'
import { classes } from './classes'
import { tooltip } from './tooltip'

interface ChipProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** Where the value comes from, after it in small. */
  readonly note?: ReactNode
  /** It is the value now. */
  readonly current?: boolean
  readonly mono?: boolean
  readonly tip?: string
  readonly ref?: Ref<HTMLButtonElement>
}

/** A value that a click sets. */
export const Chip = ({ note, current, mono, tip, className, children, ...rest }: ChipProps) => (
  <button
    type="button"
    className={classes(styles.chip, mono && styles.mono, className)}
    aria-pressed={current}
    {...tooltip(tip)}
    {...rest}
  >
    <span className={styles.value}>{children}</span>
    {note !== undefined && <span className={styles.note}>{note}</span>}
  </button>
)
