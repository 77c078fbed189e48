import { usePanelMessages } from '../i18n/panels/use-panel-messages'
import { OverrideList } from './OverrideList'
import styles from './Overrides.module.css'
import { PasteCommand } from './PasteCommand'
import type { PanelProps } from './panel-props'

/** The config as Hydra overrides, and the way back from a pasted command line. */
export default function Overrides({ copyText }: PanelProps) {
  const { overrides } = usePanelMessages()
  return (
    <div className={styles.panel}>
      <section className={styles.column} aria-label={overrides.title}>
        <OverrideList copyText={copyText} />
      </section>
      <section className={styles.column} aria-label={overrides.paste}>
        <PasteCommand />
      </section>
    </div>
  )
}
