import {
  type HTMLAttributes,
  type ReactNode,
  type Ref,
  type RefObject,
  useEffectEvent,
  useLayoutEffect,
  useRef,
} from 'react'
import { classes } from './classes'
import type { Placement } from './place'
import { placeElement } from './place-element'
import styles from './popup.module.css'

interface PopupProps extends HTMLAttributes<HTMLDivElement>, Placement {
  readonly anchor: RefObject<HTMLElement | null>
  /** At least as wide as the anchor. */
  readonly matchWidth?: boolean
  /** Escape, a press outside, or the focus going elsewhere. */
  readonly onClose: () => void
  readonly children: ReactNode
  readonly ref?: Ref<HTMLDivElement>
}

/** The open popups, the innermost last: Escape closes that one only. */
const open: HTMLElement[] = []

/** A box above everything, beside its anchor; it is open while it is rendered. Gives the focus back when it had it. */
export function Popup({
  anchor,
  side,
  align,
  gap,
  matchWidth = false,
  onClose,
  className,
  children,
  ref,
  ...rest
}: PopupProps) {
  const box = useRef<HTMLDivElement | null>(null)
  usePlace(box, anchor, { side, align, gap }, matchWidth)
  useDismissal(box, anchor, onClose)
  const attach = (element: HTMLDivElement | null) => {
    box.current = element
    if (typeof ref === 'function') return ref(element)
    if (ref) ref.current = element
  }
  return (
    <div popover="manual" {...rest} ref={attach} className={classes(styles.popup, className)}>
      {children}
    </div>
  )
}

function usePlace(
  box: RefObject<HTMLElement | null>,
  anchor: RefObject<HTMLElement | null>,
  { side, align, gap }: Placement,
  matchWidth: boolean,
): void {
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    element.showPopover()
    const update = () => {
      if (anchor.current !== null) placeElement(element, anchor.current, { side, align, gap }, matchWidth)
    }
    update()
    const resized = new ResizeObserver(update)
    resized.observe(element)
    window.addEventListener('scroll', update, { capture: true, passive: true })
    window.addEventListener('resize', update)
    return () => {
      resized.disconnect()
      window.removeEventListener('scroll', update, { capture: true })
      window.removeEventListener('resize', update)
    }
  }, [box, anchor, side, align, gap, matchWidth])
}

function useDismissal(
  box: RefObject<HTMLElement | null>,
  anchor: RefObject<HTMLElement | null>,
  onClose: () => void,
): void {
  const close = useEffectEvent(onClose)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    const before = document.activeElement
    const isOutside = (target: EventTarget | null) =>
      target instanceof Node && !element.contains(target) && !anchor.current?.contains(target)
    const onPress = (event: Event) => isOutside(event.target) && close()
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || open.at(-1) !== element) return
      event.preventDefault()
      event.stopPropagation()
      close()
    }
    open.push(element)
    document.addEventListener('pointerdown', onPress, true)
    document.addEventListener('focusin', onPress)
    document.addEventListener('keydown', onKey, true)
    return () => {
      open.splice(open.indexOf(element), 1)
      document.removeEventListener('pointerdown', onPress, true)
      document.removeEventListener('focusin', onPress)
      document.removeEventListener('keydown', onKey, true)
      if (element.contains(document.activeElement) && before instanceof HTMLElement) before.focus()
    }
  }, [box, anchor])
}
