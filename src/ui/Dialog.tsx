import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { CSSProperties, ReactNode } from 'react'
import { IconButton } from './Button'
import styles from './Dialog.module.css'

interface DialogProps {
  readonly title: string
  readonly intro?: string
  readonly closeLabel: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** Pixels. */
  readonly width?: number
  /** Only the children; the title is for screen readers. */
  readonly bare?: boolean
}

/** A dialog that is open while it is rendered. */
export function Dialog({ title, intro, closeLabel, onClose, children, width = 640, bare = false }: DialogProps) {
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup className={styles.popup} style={{ '--dialog-width': `${width}px` } as CSSProperties}>
          {bare ? (
            <Base.Title className={styles.hidden}>{title}</Base.Title>
          ) : (
            <div className={styles.head}>
              <div className={styles.titles}>
                <Base.Title className={styles.title}>{title}</Base.Title>
                {intro && <Base.Description className={styles.intro}>{intro}</Base.Description>}
              </div>
              <Base.Close render={<IconButton label={closeLabel} icon={<X size={16} />} size="small" />} />
            </div>
          )}
          <div className={bare ? styles.bare : styles.body}>{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
