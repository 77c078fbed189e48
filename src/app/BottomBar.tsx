import { ChevronDown } from 'lucide-react'
import { useMessages } from '../i18n/I18n'
import { Changes } from '../panels/Changes'
import { Problems } from '../panels/Problems'
import { changesOf } from '../state/field-view'
import { useAppState } from '../state/store-context'
import { Badge } from '../ui/Badge'
import { IconButton } from '../ui/Button'
import styles from './Shell.module.css'

export type DrawerTab = 'problems' | 'changes'

/** The status line, and the drawer that it opens. */
export function BottomBar({
  drawer,
  setDrawer,
}: {
  drawer: DrawerTab | null
  setDrawer: (tab: DrawerTab | null) => void
}) {
  const { panes } = useMessages()
  const problems = useAppState((state) => state.issues.length)
  const changes = useAppState((state) => changesOf(state).length)
  const tab = (id: DrawerTab, label: string, count: number) => (
    <button
      type="button"
      className={styles.tab}
      aria-expanded={drawer === id}
      onClick={() => setDrawer(drawer === id ? null : id)}
    >
      {label} <Badge>{count}</Badge>
    </button>
  )
  return (
    <footer className={styles.bottom}>
      {drawer !== null && (
        <section className={styles.drawer} aria-label={panes[drawer]}>
          <DrawerContent tab={drawer} />
        </section>
      )}
      <div className={styles.status}>
        {tab('problems', panes.problems, problems)}
        {tab('changes', panes.changes, changes)}
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

export const DrawerContent = ({ tab }: { tab: DrawerTab }) => (tab === 'problems' ? <Problems /> : <Changes />)
