import type { ReactNode } from 'react'
import styles from './Badge.module.css'
import { classes } from './classes'

interface BadgeProps {
  readonly tone?: 'plain' | 'error' | 'warning' | 'info' | 'success' | 'changed'
  readonly title?: string
  readonly children: ReactNode
}

/** A count or a short state. */
export const Badge = ({ tone = 'plain', title, children }: BadgeProps) => (
  <span className={classes(styles.badge, tone !== 'plain' && styles[tone])} title={title}>
    {children}
  </span>
)
