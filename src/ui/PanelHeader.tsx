import type { ReactNode } from 'react'
import styles from './PanelHeader.module.css'

interface PanelHeaderProps {
  readonly title: string
  readonly icon?: ReactNode
  /** Beside the title: a count, a path. */
  readonly aside?: ReactNode
  readonly actions?: ReactNode
}

/** The bar at the top of a pane. */
export const PanelHeader = ({ title, icon, aside, actions }: PanelHeaderProps) => (
  <header className={styles.header}>
    {icon}
    <h2 className={styles.title}>{title}</h2>
    <div className={styles.aside}>{aside}</div>
    {actions && <div className={styles.actions}>{actions}</div>}
  </header>
)
