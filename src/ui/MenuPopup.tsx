import { Menu } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import { Fragment, type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import { classes } from './classes'
import type { MenuItem } from './menu-item'
import { onTop } from './on-top'
import styles from './popup.module.css'

interface MenuPopupProps {
  readonly items: readonly MenuItem[]
  readonly anchor: RefObject<HTMLElement | null>
  readonly align: 'start' | 'end'
  readonly label: string | undefined
  readonly onClose: () => void
}

/** An anchor that knows nothing of the menu but how to open it: while it is open, a click closes it. */
function useClosingAnchor(anchor: RefObject<HTMLElement | null>, onClose: () => void): void {
  const close = useEffectEvent(onClose)
  useEffect(() => {
    const element = anchor.current
    if (element === null || element.hasAttribute('aria-expanded')) return
    const onClick = (event: Event) => {
      event.stopPropagation()
      close()
    }
    element.setAttribute('aria-expanded', 'true')
    element.addEventListener('click', onClick)
    return () => {
      element.removeAttribute('aria-expanded')
      element.removeEventListener('click', onClick)
    }
  }, [anchor])
}

/** The open list of a menu: keys walk it, letters find, a choice or Tab closes it. Gives the focus back when it had it. */
export default function MenuPopup({ items, anchor, align, label, onClose }: MenuPopupProps) {
  const [place, setPlace] = useState<HTMLSpanElement | null>(null)
  const popup = useRef<HTMLDivElement>(null)
  useClosingAnchor(anchor, onClose)
  // At once and not when it is gone: the dialog that a choice opens gives the focus back to what had it.
  const close = () => {
    if (popup.current?.contains(document.activeElement)) anchor.current?.focus()
    onClose()
  }
  const entered = useRef(false)
  const enter = () => {
    if (entered.current) return
    entered.current = true
    popup.current?.querySelector<HTMLElement>('[role^="menuitem"]')?.focus()
  }
  const onOpenChange = (_open: boolean, details: Menu.Root.ChangeEventDetails) => {
    const { event } = details
    const to = event instanceof FocusEvent ? event.relatedTarget : event.target
    if (to instanceof Node && anchor.current?.contains(to)) details.cancel()
    else close()
  }
  return (
    <span ref={setPlace} className={styles.place}>
      <Menu.Root open modal={false} onOpenChange={onOpenChange}>
        <Menu.Portal container={place}>
          <Menu.Positioner
            ref={onTop}
            popover="manual"
            className={styles.layer}
            anchor={anchor}
            align={align}
            sideOffset={4}
            collisionPadding={8}
            positionMethod="fixed"
          >
            <Menu.Popup
              ref={popup}
              className={styles.popup}
              aria-label={label}
              finalFocus={false}
              onFocus={enter}
              onKeyDown={(event: KeyboardEvent) => event.key === 'Tab' && close()}
            >
              <MenuRows items={items} close={close} />
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </span>
  )
}

interface MenuRowsProps {
  readonly items: readonly MenuItem[]
  readonly close: () => void
}

function MenuRows({ items, close }: MenuRowsProps) {
  const hasMarks = items.some((item) => item.checked !== undefined)
  return items.map((item) => (
    <Fragment key={item.id}>
      {item.separated && <Menu.Separator className={styles.line} />}
      <MenuRow item={item} hasMarks={hasMarks} close={close} />
    </Fragment>
  ))
}

function MenuRow({ item, hasMarks, close }: { item: MenuItem; hasMarks: boolean; close: () => void }) {
  const { label, checked, disabled = false } = item
  const props = {
    label,
    disabled,
    className: classes(styles.item, item.danger && styles.danger),
    // Base UI would give the item the focus again.
    onClick: (event: { preventBaseUIHandler: () => void }) => {
      event.preventBaseUIHandler()
      close()
      item.run()
    },
    children: (
      <>
        {hasMarks && <span className={styles.check}>{checked && <Check size={14} aria-hidden />}</span>}
        {item.icon}
        <span className={classes(styles.text, item.mono && styles.mono)}>{label}</span>
        {item.aside && <span className={styles.aside}>{item.aside}</span>}
      </>
    ),
  }
  return checked === undefined ? <Menu.Item {...props} /> : <Menu.CheckboxItem {...props} checked={checked} />
}
