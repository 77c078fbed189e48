import type { ReactNode } from 'react'
import styles from './Badge.module.css'
import { classes } from './classes'
import type { Tone } from './tone'
import tones from './tone.module.css'
import { tooltip } from './tooltip'
import { VisuallyHidden } from './VisuallyHidden'

interface BadgeProps {
  readonly tone?: Tone
  readonly title?: string
  readonly children: ReactNode
}

/** A count or a short state; `title` is shown on hover and read out. */
export const Badge = ({ tone = 'plain', title, children }: BadgeProps) => (
  <span className={classes(styles.badge, tones[tone])} {...tooltip(title)}>
    {title === undefined ? (
      children
    ) : (
      <>
        <span aria-hidden>{children}</span>
        <VisuallyHidden>{title}</VisuallyHidden>
      </>
    )}
  </span>
)
