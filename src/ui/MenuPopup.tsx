import { Check } from 'lucide-react'
import { Fragment, type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'
import { classes } from './classes'
import { findByLetter, stepTo } from './list-keys'
import type { MenuItem } from './menu-item'
import { Popup } from './Popup'
import styles from './popup.module.css'

interface MenuPopupProps {
  readonly items: readonly MenuItem[]
  readonly anchor: RefObject<HTMLElement | null>
  readonly align: 'start' | 'end'
  readonly label: string | undefined
  readonly onClose: () => void
}

const itemsIn = (menu: HTMLElement | null): HTMLElement[] =>
  menu === null ? [] : [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]:not([aria-disabled="true"])')]

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

/** The open list of a menu: keys walk it, letters find, a choice or Tab closes it. */
export default function MenuPopup({ items, anchor, align, label, onClose }: MenuPopupProps) {
  const menu = useRef<HTMLDivElement>(null)
  useClosingAnchor(anchor, onClose)
  useLayoutEffect(() => (itemsIn(menu.current)[0] ?? menu.current)?.focus(), [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return onClose()
    const places = itemsIn(menu.current)
    const index = places.indexOf(document.activeElement as HTMLElement)
    const isLetter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey
    const next = isLetter
      ? findByLetter(
          event.key,
          index,
          places.map((place) => place.textContent ?? ''),
        )
      : stepTo(event.key, index, places.length)
    if (next === null) return
    event.preventDefault()
    places[next]?.focus()
  }
  const hasMarks = items.some((item) => item.checked !== undefined)
  return (
    <Popup
      ref={menu}
      role="menu"
      aria-label={label}
      tabIndex={-1}
      anchor={anchor}
      align={align}
      onClose={onClose}
      onKeyDown={onKeyDown}
    >
      {items.map((item) => (
        <Fragment key={item.id}>
          {item.separated && <hr className={styles.line} />}
          <MenuRow item={item} hasMarks={hasMarks} onClose={onClose} />
        </Fragment>
      ))}
    </Popup>
  )
}

function MenuRow({ item, hasMarks, onClose }: { item: MenuItem; hasMarks: boolean; onClose: () => void }) {
  const choose = () => {
    if (item.disabled) return
    onClose()
    item.run()
  }
  return (
    <button
      type="button"
      {...(item.checked === undefined
        ? { role: 'menuitem' }
        : { role: 'menuitemcheckbox', 'aria-checked': item.checked })}
      aria-disabled={item.disabled}
      tabIndex={-1}
      className={classes(styles.item, item.danger && styles.danger)}
      onPointerEnter={(event) => event.currentTarget.focus({ preventScroll: true })}
      onClick={choose}
    >
      {hasMarks && <span className={styles.check}>{item.checked && <Check size={14} aria-hidden />}</span>}
      {item.icon}
      <span className={classes(styles.text, item.mono && styles.mono)}>{item.label}</span>
      {item.aside && <span className={styles.aside}>{item.aside}</span>}
    </button>
  )
}
