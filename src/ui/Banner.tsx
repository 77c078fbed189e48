import { CircleAlert, Info, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Banner.module.css'
import { IconButton } from './Button'
import { classes } from './classes'
import tones from './tone.module.css'

interface BannerProps {
  readonly tone?: 'error' | 'warning' | 'info'
  readonly title?: ReactNode
  readonly children?: ReactNode
  readonly actions?: ReactNode
  /** With a label it can be closed. */
  readonly closeLabel?: string
  readonly onClose?: () => void
}

const icons = { error: CircleAlert, warning: TriangleAlert, info: Info }

/** Something that concerns a whole pane, with the way out. */
export function Banner({ tone = 'error', title, children, actions, closeLabel, onClose }: BannerProps) {
  const Icon = icons[tone]
  return (
    <div className={classes(styles.banner, tones[tone])} role={tone === 'error' ? 'alert' : 'status'}>
      <Icon size={16} aria-hidden />
      <div className={styles.text}>
        {title !== undefined && <strong className={styles.title}>{title} </strong>}
        {children}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
      {closeLabel && <IconButton size="small" label={closeLabel} icon={<X size={14} />} onClick={onClose} />}
    </div>
  )
}
