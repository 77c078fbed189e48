import { Diff, FileCode2, ListChecks, TriangleAlert } from 'lucide-react'
import { useMessages } from '../i18n/I18n'
import { changesOf } from '../state/field-view'
import { useAppState } from '../state/store-context'
import { Badge } from '../ui/Badge'
import styles from './Shell.module.css'

export type Pane = 'form' | 'yaml' | 'problems' | 'changes'

/** The panes of a narrow window, one at a time. */
export function NarrowTabs({ pane, setPane }: { pane: Pane; setPane: (pane: Pane) => void }) {
  const { panes } = useMessages()
  const problems = useAppState((state) => state.issues.length)
  const changes = useAppState((state) => changesOf(state).length)
  const tabs = [
    { id: 'form', icon: <ListChecks size={16} aria-hidden />, count: 0 },
    { id: 'yaml', icon: <FileCode2 size={16} aria-hidden />, count: 0 },
    { id: 'problems', icon: <TriangleAlert size={16} aria-hidden />, count: problems },
    { id: 'changes', icon: <Diff size={16} aria-hidden />, count: changes },
  ] as const
  return (
    <nav className={`${styles.bottom} ${styles.tabs}`}>
      {tabs.map(({ id, icon, count }) => (
        <button key={id} type="button" className={styles.bigTab} aria-pressed={pane === id} onClick={() => setPane(id)}>
          {icon}
          {panes[id]}
          {count > 0 && <Badge>{count}</Badge>}
        </button>
      ))}
    </nav>
  )
}
