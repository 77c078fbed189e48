import { ChevronDown } from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import { useMessages } from '../i18n/I18n'
import { useAppState } from '../state/store-context'
import { Badge } from '../ui/Badge'
import { IconButton } from '../ui/Button'
import { countIn, DrawerContent, type DrawerTab, drawers } from './drawers'
import styles from './Shell.module.css'

/** The status line, and the drawer that it opens. */
export function BottomBar({
  drawer,
  setDrawer,
}: {
  drawer: DrawerTab | null
  setDrawer: (tab: DrawerTab | null) => void
}) {
  const { panes } = useMessages()
  const tabs = useRef<HTMLDivElement>(null)
  const closeByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    tabs.current?.querySelector<HTMLElement>('[aria-expanded=true]')?.focus()
    setDrawer(null)
  }
  return (
    <footer className={styles.bottom}>
      {drawer !== null && (
        <section className={styles.drawer} aria-label={panes[drawer]} onKeyDown={closeByKey}>
          <DrawerContent tab={drawer} />
        </section>
      )}
      <div className={styles.status} ref={tabs}>
        {drawers.map(({ id }) => (
          <Tab key={id} id={id} open={drawer === id} toggle={() => setDrawer(drawer === id ? null : id)} />
        ))}
        <span className={styles.place} />
        {drawer !== null && (
          <IconButton
            size="small"
            label={panes.hideDrawer}
            icon={<ChevronDown size={14} />}
            onClick={() => setDrawer(null)}
          />
        )}
      </div>
    </footer>
  )
}

function Tab({ id, open, toggle }: { id: DrawerTab; open: boolean; toggle: () => void }) {
  const { panes } = useMessages()
  const count = useAppState((state) => countIn(id, state))
  return (
    <button type="button" className={styles.tab} aria-expanded={open} onClick={toggle}>
      {panes[id]} {count !== null && <Badge>{count}</Badge>}
    </button>
  )
}
