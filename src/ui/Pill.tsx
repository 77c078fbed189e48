import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { classes } from './classes'
import styles from './Pill.module.css'
import type { Tone } from './tone'
import tones from './tone.module.css'
import { tooltip } from './tooltip'

interface PillProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly tone: Tone
  readonly icon?: ReactNode
  readonly tip?: string
  readonly ref?: Ref<HTMLButtonElement>
}

/** The state of the whole, as a button that leads to its parts. */
export const Pill = ({ tone, icon, tip, className, children, ...rest }: PillProps) => (
  <button type="button" className={classes(styles.pill, tones[tone], className)} {...tooltip(tip)} {...rest}>
    {icon}
    <span className={styles.text}>{children}</span>
  </button>
)
