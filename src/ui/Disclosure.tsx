import { ChevronRight } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import styles from './Disclosure.module.css'

interface DisclosureProps {
  readonly label: ReactNode
  /** After the label: counts, a summary. */
  readonly aside?: ReactNode
  /** Who holds the state: with `open` the parent, else the disclosure itself. */
  readonly open?: boolean
  readonly defaultOpen?: boolean
  readonly onOpenChange?: (open: boolean) => void
  /** Rendered only while it is open. */
  readonly children: ReactNode
}

/** Something folded away behind a line, such as "12 more". */
export function Disclosure({ label, aside, open, defaultOpen = false, onOpenChange, children }: DisclosureProps) {
  const id = useId()
  const [ownOpen, setOwnOpen] = useState(defaultOpen)
  const shown = open ?? ownOpen
  const toggle = () => {
    setOwnOpen(!shown)
    onOpenChange?.(!shown)
  }
  return (
    <>
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={shown}
        aria-controls={shown ? id : undefined}
        onClick={toggle}
      >
        <ChevronRight size={14} aria-hidden className={styles.chevron} />
        <span>{label}</span>
        {aside}
      </button>
      {shown && <div id={id}>{children}</div>}
    </>
  )
}
