import { X } from 'lucide-react'
import {
  type CSSProperties,
  type PointerEvent,
  type ReactNode,
  type RefObject,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
} from 'react'
import { IconButton } from './Button'
import styles from './Dialog.module.css'
import { VisuallyHidden } from './VisuallyHidden'

interface DialogProps {
  readonly title: string
  readonly intro?: ReactNode
  readonly closeLabel: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** The buttons, at the end. */
  readonly actions?: ReactNode
  /** Pixels. */
  readonly width?: number
  /** Only the children; the title is for screen readers. */
  readonly bare?: boolean
}

/** A dialog that is open while it is rendered. What has `data-autofocus`, else the first control, gets the focus. */
export function Dialog({
  title,
  intro,
  closeLabel,
  onClose,
  children,
  actions,
  width = 640,
  bare = false,
}: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useModal(dialog, onClose)
  const closeFromBackdrop = (event: PointerEvent) => {
    if (event.target === dialog.current && !isInside(event, dialog.current)) onClose()
  }
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      style={{ '--dialog-width': `${width}px` } as CSSProperties}
      aria-labelledby={id}
      onPointerDown={closeFromBackdrop}
    >
      {bare ? (
        <VisuallyHidden id={id}>{title}</VisuallyHidden>
      ) : (
        <div className={styles.head}>
          <div className={styles.titles}>
            <h2 id={id} className={styles.title}>
              {title}
            </h2>
            {intro && <p className={styles.intro}>{intro}</p>}
          </div>
          <IconButton label={closeLabel} icon={<X size={16} />} size="small" onClick={onClose} />
        </div>
      )}
      <div className={bare ? styles.bare : styles.body} data-dialog-body>
        {children}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </dialog>
  )
}

const isInside = (event: PointerEvent, element: Element): boolean => {
  const { left, right, top, bottom } = element.getBoundingClientRect()
  return event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom
}

const focusable = 'input, textarea, select, button, [href], [tabindex="0"]'

/** Shows a rendered `<dialog>` as modal, with the focus inside; Escape asks to close it. The focus goes back when it goes away. */
function useModal(dialog: RefObject<HTMLDialogElement | null>, onClose: () => void): void {
  const close = useEffectEvent(onClose)
  useLayoutEffect(() => {
    const element = dialog.current
    if (element === null) return
    const onCancel = (event: Event) => {
      event.preventDefault()
      close()
    }
    element.addEventListener('cancel', onCancel)
    element.showModal()
    const first = element.querySelector<HTMLElement>('[data-autofocus]')
    const target = first ?? element.querySelector<HTMLElement>(`[data-dialog-body] :is(${focusable})`)
    target?.focus()
    return () => {
      element.removeEventListener('cancel', onCancel)
      element.close()
    }
  }, [dialog])
}
