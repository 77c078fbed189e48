import { type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode, useId, useRef } from 'react'
import styles from './SplitPane.module.css'
import { clampShare, type Limits, shareAfterKey } from './split-share'

interface SplitPaneProps {
  /** Beside each other, or above each other. */
  readonly direction?: 'row' | 'column'
  readonly first: ReactNode
  readonly second: ReactNode
  /** What the second pane gets, 0–1. */
  readonly share: number
  /** After a drag or a key; to be kept. */
  readonly onShareChange: (share: number) => void
  /** The second pane is hidden, but stays mounted. */
  readonly collapsed?: boolean
  /** Enter, or a drag to the edge. */
  readonly onCollapse?: () => void
  /** Pixels. */
  readonly minFirst?: number
  readonly minSecond?: number
  /** Where a double click on the separator puts it. */
  readonly defaultShare?: number
  /** Of the separator. */
  readonly label: string
}

/** Two panes with a separator that is moved by pointer or keys. */
export function SplitPane(props: SplitPaneProps) {
  const { direction = 'row', first, second, share, collapsed = false, minFirst = 320, minSecond = 240 } = props
  const root = useRef<HTMLDivElement>(null)
  const id = useId()
  const style = {
    '--share': share,
    '--min-first': `${minFirst}px`,
    '--min-second': `${minSecond}px`,
  } as CSSProperties
  const limits = (): Limits => {
    const whole = direction === 'row' ? root.current?.offsetWidth : root.current?.offsetHeight
    return { whole: whole ?? 0, minFirst, minSecond }
  }
  return (
    <div
      ref={root}
      className={styles.split}
      style={style}
      data-direction={direction}
      data-collapsed={collapsed || undefined}
    >
      <div className={styles.first}>{first}</div>
      {!collapsed && <Separator {...props} direction={direction} root={root} limits={limits} secondId={id} />}
      <div id={id} className={styles.second} hidden={collapsed}>
        {second}
      </div>
    </div>
  )
}

interface SeparatorProps extends SplitPaneProps {
  readonly direction: 'row' | 'column'
  readonly root: { readonly current: HTMLDivElement | null }
  readonly limits: () => Limits
  readonly secondId: string
}

function Separator({
  direction,
  root,
  limits,
  secondId,
  share,
  onShareChange,
  onCollapse,
  defaultShare,
  label,
}: SeparatorProps) {
  const dragged = useRef<number | null>(null)
  const shareAt = (event: PointerEvent): number => {
    const box = root.current?.getBoundingClientRect()
    if (box === undefined) return share
    return direction === 'row' ? (box.right - event.clientX) / box.width : (box.bottom - event.clientY) / box.height
  }
  const start = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    dragged.current = share
    root.current?.setAttribute('data-dragging', '')
  }
  const move = (event: PointerEvent) => {
    if (dragged.current === null) return
    dragged.current = shareAt(event)
    root.current?.style.setProperty('--share', String(clampShare(dragged.current, limits())))
  }
  const end = () => {
    const last = dragged.current
    if (last === null) return
    dragged.current = null
    root.current?.removeAttribute('data-dragging')
    const { whole, minSecond } = limits()
    root.current?.style.setProperty('--share', String(share))
    if (onCollapse !== undefined && last * whole < minSecond / 2) onCollapse()
    else onShareChange(clampShare(last, limits()))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = shareAfterKey(event.key, event.shiftKey, share, limits())
    if (next !== null) onShareChange(next)
    else if (event.key === 'Enter' && onCollapse !== undefined) onCollapse()
    else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved is not a rule
    <div
      role="separator"
      tabIndex={0}
      className={styles.separator}
      aria-label={label}
      aria-orientation={direction === 'row' ? 'vertical' : 'horizontal'}
      aria-controls={secondId}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round((1 - share) * 100)}
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
      onLostPointerCapture={end}
      onDoubleClick={() => defaultShare !== undefined && onShareChange(defaultShare)}
      onKeyDown={onKeyDown}
    />
  )
}
