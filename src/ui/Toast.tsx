import { Toast as Base } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, IconButton } from './Button'
import { classes } from './classes'
import styles from './Toast.module.css'

export interface Notice {
  readonly text: string
  readonly level?: 'info' | 'error'
  readonly action?: { readonly label: string; readonly run: () => void }
}

const manager = Base.createToastManager()

/** Says something that needs no answer; goes away by itself. */
export function notify({ text, level = 'info', action }: Notice): void {
  manager.add({
    title: text,
    type: level,
    timeout: level === 'error' ? 9000 : 4000,
    actionProps: action && { children: action.label, onClick: action.run },
  })
}

export function ToastProvider({
  closeLabel,
  label,
  children,
}: {
  closeLabel: string
  label: string
  children: ReactNode
}) {
  return (
    <Base.Provider toastManager={manager} limit={3}>
      {children}
      <Base.Portal>
        <Base.Viewport className={styles.viewport} aria-label={label}>
          <Toasts closeLabel={closeLabel} />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  )
}

function Toasts({ closeLabel }: { closeLabel: string }) {
  const { toasts } = Base.useToastManager()
  return toasts.map((toast) => (
    <Base.Root key={toast.id} toast={toast} className={classes(styles.toast, toast.type === 'error' && styles.error)}>
      <Base.Title className={styles.text} render={<div />} />
      {toast.actionProps && <Base.Action render={<Button size="small" />} />}
      <Base.Close render={<IconButton label={closeLabel} icon={<X size={14} />} size="small" />} />
    </Base.Root>
  ))
}
