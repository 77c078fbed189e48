import { FilePlus2 } from 'lucide-react'
import { presets } from '../config/presets'
import { useMessages } from '../i18n/I18n'
import { Dialog } from '../ui/Dialog'
import { useApp } from './app-context'
import styles from './RecipesDialog.module.css'

/** Official starting points, each as a card; choosing one opens it. */
export default function RecipesDialog({ close }: { close: () => void }) {
  const { recipes, app } = useMessages()
  const { files } = useApp()
  const choose = (id: string | null) => {
    close()
    void files.startFrom(id)
  }
  return (
    <Dialog title={recipes.title} intro={recipes.intro} closeLabel={app.close} onClose={close} width={720}>
      <ul className={styles.grid}>
        {presets.map(({ id, fileName }) => {
          const words = recipes.of[id as keyof typeof recipes.of]
          return (
            <li key={id}>
              <button type="button" className={styles.card} onClick={() => choose(id)}>
                <strong>{words.title}</strong>
                <span>{words.summary}</span>
                <code>{fileName}</code>
              </button>
            </li>
          )
        })}
        <li>
          <button type="button" className={styles.card} onClick={() => choose(null)}>
            <strong>
              <FilePlus2 size={14} aria-hidden /> {recipes.empty}
            </strong>
            <span>{recipes.emptySummary}</span>
          </button>
        </li>
      </ul>
    </Dialog>
  )
}
