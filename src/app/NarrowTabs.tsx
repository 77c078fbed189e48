import { FileCode2, ListChecks, type LucideIcon } from 'lucide-react'
import { useMessages } from '../i18n/I18n'
import { useAppState } from '../state/store-context'
import { Badge } from '../ui/Badge'
import { countIn, type DrawerTab, drawers } from './drawers'
import styles from './Shell.module.css'

export type Pane = 'form' | 'yaml' | DrawerTab

/** The panes of a narrow window, one at a time. */
export function NarrowTabs({ pane, setPane }: { pane: Pane; setPane: (pane: Pane) => void }) {
  const tab = (id: Pane, icon: LucideIcon) => (
    <Tab key={id} id={id} icon={icon} pressed={pane === id} choose={() => setPane(id)} />
  )
  return (
    <nav className={`${styles.bottom} ${styles.tabs}`}>
      {tab('form', ListChecks)}
      {tab('yaml', FileCode2)}
      {drawers.map(({ id, icon }) => tab(id, icon))}
    </nav>
  )
}

interface TabProps {
  readonly id: Pane
  readonly icon: LucideIcon
  readonly pressed: boolean
  readonly choose: () => void
}

function Tab({ id, icon: Icon, pressed, choose }: TabProps) {
  const { panes } = useMessages()
  const count = useAppState((state) => (id === 'form' || id === 'yaml' ? 0 : (countIn(id, state) ?? 0)))
  return (
    <button type="button" className={styles.bigTab} aria-pressed={pressed} onClick={choose}>
      <Icon size={16} aria-hidden />
      <span className={styles.tabName}>{panes[id]}</span>
      {count > 0 && <Badge>{count}</Badge>}
    </button>
  )
}
