import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { Kbd } from './Kbd'
import { placeElement } from './place-element'
import styles from './TooltipLayer.module.css'

interface Shown {
  readonly anchor: HTMLElement
  readonly text: string
  readonly shortcut: string | undefined
}

/** Milliseconds of rest before a tooltip comes; none when another was there just now. */
const restBefore = 450
const lingering = 120

const anchorOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null

const shownAt = (anchor: HTMLElement): Shown => ({
  anchor,
  text: anchor.dataset.tip ?? '',
  shortcut: anchor.dataset.tipShortcut,
})

/** Shows the tooltips of the whole page: of every element with the attributes of `tooltip()`. Rendered once. */
export function TooltipLayer() {
  const [shown, setShown] = useState<Shown | null>(null)
  useEffect(() => followPointerAndFocus(setShown), [])
  return shown && <TooltipBox shown={shown} />
}

function followPointerAndFocus(show: (shown: Shown | null) => void): () => void {
  let timer = 0
  let current: HTMLElement | null = null
  const turnTo = (anchor: HTMLElement | null, delay: number) => {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => {
      current = anchor
      show(anchor?.isConnected ? shownAt(anchor) : null)
    }, delay)
  }
  const hide = () => turnTo(null, 0)
  const onOver = (event: PointerEvent) => {
    if (event.pointerType === 'touch') return
    if (event.target instanceof Element && event.target.closest('[role="tooltip"]')) return window.clearTimeout(timer)
    const anchor = anchorOf(event.target)
    if (anchor === null) turnTo(null, lingering)
    else turnTo(anchor, current === null ? restBefore : 0)
  }
  const onFocus = (event: FocusEvent) => {
    const anchor = anchorOf(event.target)
    if (anchor?.matches(':focus-visible')) turnTo(anchor, 0)
  }
  const onKey = (event: KeyboardEvent) => event.key === 'Escape' && hide()
  const stop = new AbortController()
  const listen = { signal: stop.signal, capture: true, passive: true }
  document.addEventListener('pointerover', onOver, listen)
  document.addEventListener('pointerdown', hide, listen)
  document.addEventListener('focusin', onFocus, listen)
  document.addEventListener('focusout', hide, listen)
  document.addEventListener('keydown', onKey, listen)
  document.addEventListener('scroll', hide, listen)
  document.documentElement.addEventListener('pointerleave', hide, { signal: stop.signal })
  return () => {
    stop.abort()
    window.clearTimeout(timer)
  }
}

function TooltipBox({ shown }: { shown: Shown }) {
  const box = useRef<HTMLDivElement>(null)
  const id = useId()
  useLayoutEffect(() => {
    box.current?.showPopover()
    if (box.current) placeElement(box.current, shown.anchor, { align: 'center', gap: 6 })
    return describe(shown.anchor, shown.text, id)
  }, [shown, id])
  return (
    <div ref={box} id={id} role="tooltip" popover="manual" className={styles.tooltip}>
      {shown.text}
      {shown.shortcut && <Kbd keys={shown.shortcut} />}
    </div>
  )
}

/** Names the tooltip as the anchor's description, unless it only repeats the name or there is another description. */
function describe(anchor: HTMLElement, text: string, id: string): (() => void) | undefined {
  if (anchor.getAttribute('aria-label') === text || anchor.hasAttribute('aria-describedby')) return
  anchor.setAttribute('aria-describedby', id)
  return () => anchor.removeAttribute('aria-describedby')
}
