import {
  cloneElement,
  type HTMLAttributes,
  type KeyboardEvent,
  type ReactElement,
  type RefAttributes,
  type RefObject,
  Suspense,
  useRef,
  useState,
} from 'react'
import { lazyPart } from './lazy-part'
import type { MenuItem } from './menu-item'

const MenuPopup = lazyPart(
  () => import('./MenuPopup'),
  ({ onClose }) => onClose(),
)

type TriggerProps = HTMLAttributes<HTMLElement> & RefAttributes<HTMLButtonElement>

interface MenuProps {
  /** A function is called when the menu opens. */
  readonly items: readonly MenuItem[] | (() => readonly MenuItem[])
  /** What opens it; without one, `open` and `anchor` say when and where it is shown. */
  readonly trigger?: ReactElement<TriggerProps>
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly anchor?: RefObject<HTMLElement | null>
  readonly align?: 'start' | 'end'
  readonly label?: string
}

/** Commands in a list, under a button or at an anchor; the list comes when it is first opened. */
export function Menu({ items, trigger, open, onOpenChange, anchor, align = 'start', label }: MenuProps) {
  const own = useRef<HTMLButtonElement>(null)
  const [ownOpen, setOwnOpen] = useState(false)
  const shown = open ?? ownOpen
  const setShown = (next: boolean) => {
    setOwnOpen(next)
    onOpenChange?.(next)
  }
  const openByArrow = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    setShown(true)
  }
  return (
    <>
      {trigger &&
        cloneElement(trigger, {
          ref: own,
          'aria-haspopup': 'menu',
          'aria-expanded': shown,
          onClick: () => setShown(!shown),
          onKeyDown: openByArrow,
        })}
      {shown && (
        <Suspense fallback={null}>
          <MenuPopup
            items={typeof items === 'function' ? items() : items}
            anchor={anchor ?? own}
            align={align}
            label={label}
            onClose={() => setShown(false)}
          />
        </Suspense>
      )}
    </>
  )
}
