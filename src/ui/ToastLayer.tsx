import { Toast, type ToastObject } from '@base-ui/react/toast'
import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react'
import { useEffect } from 'react'
import { Button, IconButton } from './Button'
import { classes } from './classes'
import type { Notice, Notices } from './notices'
import styles from './ToastLayer.module.css'
import tones from './tone.module.css'

interface ToastLayerProps {
  readonly notices: Notices
  readonly label: string
  readonly closeLabel: string
}

const icons = { info: Info, success: CircleCheck, warning: TriangleAlert, error: CircleAlert }

/** Of a live region rather than a dialog, which Base UI makes of it. */
const asStatus = { 'aria-modal': undefined }

/** How many stand at once; older ones make room and come back. */
const limit = 3

/** Shows what is said, the latest at the bottom. F6 goes there. */
export default function ToastLayer({ notices, label, closeLabel }: ToastLayerProps) {
  return (
    <Toast.Provider limit={limit}>
      <Toast.Viewport className={styles.viewport} aria-label={label}>
        <Toasts notices={notices} closeLabel={closeLabel} />
      </Toast.Viewport>
    </Toast.Provider>
  )
}

function Toasts({ notices, closeLabel }: Omit<ToastLayerProps, 'label'>) {
  const { toasts, add, close } = Toast.useToastManager<Notice>()
  useEffect(() => notices.connect({ add, close }), [notices, add, close])
  return toasts
    .toReversed()
    .map((toast) => <OneToast key={toast.id} toast={toast} close={close} closeLabel={closeLabel} />)
}

interface OneToastProps {
  readonly toast: ToastObject<Notice>
  readonly close: (id: string) => void
  readonly closeLabel: string
}

function OneToast({ toast, close, closeLabel }: OneToastProps) {
  if (toast.data === undefined) return null
  const { text, level = 'info', action } = toast.data
  const Icon = icons[level]
  // Away before it acts: what it does may say something on the same topic.
  const act = () => {
    close(toast.id)
    action?.run()
  }
  return (
    <Toast.Root
      toast={toast}
      role={level === 'error' ? 'alert' : 'status'}
      {...asStatus}
      swipeDirection={[]}
      className={classes(styles.toast, tones[level])}
    >
      <Icon size={16} aria-hidden />
      <Toast.Description key={toast.updateKey} render={<span className={styles.text} />}>
        {text}
      </Toast.Description>
      {action && (
        <Button size="small" onClick={act}>
          {action.label}
        </Button>
      )}
      <Toast.Close aria-hidden={false} render={<IconButton label={closeLabel} icon={<X size={14} />} size="small" />} />
    </Toast.Root>
  )
}
