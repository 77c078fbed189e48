import {
  cloneElement,
  type HTMLAttributes,
  type ReactElement,
  type ReactNode,
  type RefAttributes,
  useId,
  useRef,
  useState,
} from 'react'
import { Popup } from './Popup'
import styles from './popup.module.css'

interface PopoverProps {
  readonly trigger: ReactElement<HTMLAttributes<HTMLElement> & RefAttributes<HTMLButtonElement>>
  readonly label: string
  readonly align?: 'start' | 'center' | 'end'
  readonly side?: 'top' | 'bottom'
  /** What stands in it; a function gets how to close it. */
  readonly children: ReactNode | ((close: () => void) => ReactNode)
}

/** Any content under a button, without leaving the page. */
export function Popover({ trigger, label, align, side, children }: PopoverProps) {
  const anchor = useRef<HTMLButtonElement>(null)
  const id = useId()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      {cloneElement(trigger, {
        ref: anchor,
        'aria-haspopup': 'dialog',
        'aria-expanded': open,
        'aria-controls': open ? id : undefined,
        onClick: () => setOpen(!open),
      })}
      {open && (
        <Popup
          id={id}
          role="dialog"
          aria-label={label}
          anchor={anchor}
          align={align}
          side={side}
          onClose={close}
          className={styles.pane}
        >
          {typeof children === 'function' ? children(close) : children}
        </Popup>
      )}
    </>
  )
}
