import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Banner.module.css'

/** Something that keeps a pane from working, with the way out. */
export const Banner = ({ children, actions }: { children: ReactNode; actions?: ReactNode }) => (
  <div className={styles.banner} role="alert">
    <TriangleAlert size={16} aria-hidden />
    <span className={styles.text}>{children}</span>
    {actions}
  </div>
)
