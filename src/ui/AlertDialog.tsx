import { type ReactNode, useId, useRef } from 'react'
import { Button } from './Button'
import { useModal } from './Dialog'
import styles from './Dialog.module.css'

interface AlertDialogProps {
  readonly title: string
  readonly children: ReactNode
  readonly confirmLabel: string
  readonly cancelLabel: string
  /** It takes something away: the safe answer has the focus. */
  readonly danger?: boolean
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/** A question that must be answered; open while it is rendered. */
export function AlertDialog({
  title,
  children,
  confirmLabel,
  cancelLabel,
  danger = false,
  onConfirm,
  onCancel,
}: AlertDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useModal(dialog, onCancel)
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      className={styles.dialog}
      aria-labelledby={id}
      aria-describedby={`${id}-text`}
    >
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
      </div>
      <div id={`${id}-text`} className={styles.body}>
        {children}
      </div>
      <div className={styles.actions}>
        <Button data-autofocus={danger || undefined} onClick={onCancel}>
          {cancelLabel}
        </Button>
        <Button data-autofocus={!danger || undefined} variant={danger ? 'danger' : 'primary'} onClick={onConfirm}>
          {confirmLabel}
        </Button>
      </div>
    </dialog>
  )
}
