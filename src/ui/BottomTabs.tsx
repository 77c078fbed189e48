import styles from './BottomTabs.module.css'
import type { Tab } from './Tabs'

interface BottomTabsProps {
  readonly label: string
  readonly tabs: readonly Tab[]
  readonly value: string
  readonly onChange: (id: string) => void
}

/** Which pane a narrow window shows. */
export const BottomTabs = ({ label, tabs, value, onChange }: BottomTabsProps) => (
  <nav aria-label={label} className={styles.bar}>
    {tabs.map((tab) => (
      <button
        key={tab.id}
        type="button"
        aria-current={tab.id === value ? 'page' : undefined}
        className={styles.tab}
        onClick={() => onChange(tab.id)}
      >
        <span className={styles.icon}>
          {tab.icon}
          {tab.badge && <span className={styles.badge}>{tab.badge}</span>}
        </span>
        <span className={styles.text}>{tab.label}</span>
      </button>
    ))}
  </nav>
)
