import { type KeyboardEvent, type ReactNode, useEffect } from 'react'
import { Group, Panel, Separator, useGroupRef } from 'react-resizable-panels'
import styles from './SplitPane.module.css'

interface SplitPaneProps {
  readonly first: ReactNode
  readonly second: ReactNode
  /** What the second pane gets, 0–1. */
  readonly share: number
  /** After a drag, a key or a double click; to be kept. */
  readonly onShareChange: (share: number) => void
  /** The second pane is hidden, but stays mounted. */
  readonly collapsed: boolean
  /** Enter, or a drag to the edge. */
  readonly onCollapse: () => void
  /** Where a double click on the separator puts it. */
  readonly defaultShare: number
  /** Of the separator. */
  readonly label: string
}

/** Pixels that each pane has at least. */
const minFirst = 320
const minSecond = 240

/** In the package's measure, percent. */
const layoutOf = (share: number) => ({ first: (1 - share) * 100, second: share * 100 })

/** Two panes beside each other, with a separator that is moved by pointer or keys. */
export function SplitPane({
  first,
  second,
  share,
  onShareChange,
  collapsed,
  onCollapse,
  defaultShare,
  label,
}: SplitPaneProps) {
  const group = useGroupRef()
  const shown = collapsed ? 0 : share
  useEffect(() => {
    group.current?.setLayout(layoutOf(shown))
  }, [group, shown])
  const keep = (layout: Readonly<Record<string, number>>, { isUserInteraction }: { isUserInteraction: boolean }) => {
    const wanted = (layout.second ?? 0) / 100
    if (!isUserInteraction) return
    if (wanted === 0) onCollapse()
    else onShareChange(wanted)
  }
  const collapseByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    onCollapse()
  }
  return (
    <Group groupRef={group} defaultLayout={layoutOf(shown)} onLayoutChanged={keep}>
      <Panel id="first" style={{ overflow: 'hidden' }} minSize={minFirst}>
        <div className={styles.pane}>{first}</div>
      </Panel>
      {!collapsed && (
        <Separator
          className={styles.separator}
          style={{ flexBasis: 1 }}
          aria-label={label}
          disableDoubleClick
          onDoubleClick={() => onShareChange(defaultShare)}
          onKeyDownCapture={collapseByKey}
        />
      )}
      <Panel id="second" style={{ overflow: 'hidden' }} minSize={minSecond} collapsible>
        <div className={styles.pane} hidden={collapsed}>
          {second}
        </div>
      </Panel>
    </Group>
  )
}
