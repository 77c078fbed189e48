import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react'
import { Button, IconButton } from './Button'
import { classes } from './classes'
import { currentNotices, dismissNotice, type ShownNotice, subscribeNotices } from './notices'
import styles from './Toast.module.css'
import tones from './tone.module.css'

export { dismissTopic, notify } from './notices'

interface ToastProviderProps {
  readonly closeLabel: string
  readonly label: string
  readonly children: ReactNode
}

const icons = { info: Info, success: CircleCheck, warning: TriangleAlert, error: CircleAlert }

/** Milliseconds that a notice stands, and stays while it is pointed at; longer when there is something to do or wrong; null for ever. */
const standing = ({ level, action, stays }: ShownNotice): number | null =>
  stays ? null : level === 'error' || action ? 9000 : 4500

/** The place where notices appear (`notify`). */
export function ToastProvider({ closeLabel, label, children }: ToastProviderProps) {
  const notices = useSyncExternalStore(subscribeNotices, currentNotices)
  return (
    <>
      {children}
      <section className={styles.viewport} aria-label={label} aria-live="polite">
        {notices.map((notice) => (
          <Toast key={notice.id} notice={notice} closeLabel={closeLabel} />
        ))}
      </section>
    </>
  )
}

function Toast({ notice, closeLabel }: { notice: ShownNotice; closeLabel: string }) {
  const { id, text, level = 'info', action } = notice
  const box = useRef<HTMLDivElement>(null)
  const duration = standing(notice)
  useEffect(() => {
    if (duration === null) return
    let timer = setTimeout(function leave() {
      if (box.current?.matches(':hover, :focus-within')) timer = setTimeout(leave, 1000)
      else dismissNotice(id)
    }, duration)
    return () => clearTimeout(timer)
  }, [id, duration])
  const Icon = icons[level]
  const act = () => {
    dismissNotice(id)
    action?.run()
  }
  return (
    <div ref={box} role={level === 'error' ? 'alert' : 'status'} className={classes(styles.toast, tones[level])}>
      <Icon size={16} aria-hidden />
      <span className={styles.text}>{text}</span>
      {action && (
        <Button size="small" onClick={act}>
          {action.label}
        </Button>
      )}
      <IconButton label={closeLabel} icon={<X size={14} />} size="small" onClick={() => dismissNotice(id)} />
    </div>
  )
}
