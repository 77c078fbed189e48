import { Menu as Base } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import { Fragment, type ReactElement, type ReactNode, type RefObject } from 'react'
import styles from './popup.module.css'

export interface MenuItem {
  readonly id: string
  readonly label: string
  readonly icon?: ReactNode
  /** A shortcut or a note, at the right. */
  readonly aside?: string
  readonly checked?: boolean
  readonly disabled?: boolean
  readonly mono?: boolean
  /** A line above it. */
  readonly separated?: boolean
  readonly run: () => void
}

interface MenuProps {
  readonly items: readonly MenuItem[]
  /** What opens it; without one, `open` and `anchor` say when and where it is shown. */
  readonly trigger?: ReactElement<Record<string, unknown>>
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly anchor?: RefObject<HTMLElement | null>
  readonly align?: 'start' | 'end'
  readonly label?: string
}

export function Menu({ items, trigger, open, onOpenChange, anchor, align = 'start', label }: MenuProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange} modal={false}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Positioner
          className={styles.positioner}
          sideOffset={4}
          align={align}
          anchor={anchor}
          collisionPadding={8}
        >
          <Base.Popup className={styles.popup} aria-label={label}>
            {items.map((item) => (
              <Fragment key={item.id}>
                {item.separated && <Base.Separator className={styles.separator} />}
                <Base.Item className={styles.item} disabled={item.disabled} onClick={item.run} label={item.label}>
                  {item.checked === undefined ? (
                    item.icon
                  ) : item.checked ? (
                    <Check size={14} aria-hidden />
                  ) : (
                    <span style={{ width: 14 }} />
                  )}
                  <span className={item.mono ? `${styles.text} ${styles.mono}` : styles.text}>{item.label}</span>
                  {item.aside && <span className={styles.aside}>{item.aside}</span>}
                </Base.Item>
              </Fragment>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
