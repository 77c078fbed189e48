import { type ComponentType, useEffect, useState } from 'react'
import type { ShownTooltip } from './tooltip'

/** Milliseconds of rest before a tooltip comes; none when another was there just now. */
const restBefore = 450
const lingering = 120

type Box = ComponentType<{ shown: ShownTooltip | null; close: () => void }>

/**
 * The one tooltip of the whole page, for every element with the attributes of `tooltip()`: rows have hundreds of them, and none may cost
 * a component. Its box is fetched for the first one; without it there are no tooltips. Rendered once.
 */
export function TooltipLayer() {
  const [shown, setShown] = useState<ShownTooltip | null>(null)
  const [Box, setBox] = useState<Box | null>(null)
  useEffect(() => followPointerAndFocus(setShown), [])
  const isWanted = shown !== null
  useEffect(() => {
    if (isWanted)
      import('./TooltipBox').then(
        ({ TooltipBox }) => setBox(() => TooltipBox),
        () => undefined,
      )
  }, [isWanted])
  return Box && <Box shown={shown} close={() => setShown(null)} />
}

const anchorOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null

const shownAt = (anchor: HTMLElement): ShownTooltip => ({
  anchor,
  text: anchor.dataset.tip ?? '',
  shortcut: anchor.dataset.tipShortcut,
})

function followPointerAndFocus(show: (shown: ShownTooltip | null) => void): () => void {
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
