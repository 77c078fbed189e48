import { Redo2, Undo2 } from 'lucide-react'
import { type MouseEvent, useState } from 'react'
import { canUndo, formerFile } from '../core/document/doc'
import { useMessages } from '../i18n/I18n'
import { useAppState, useStore } from '../state/store-context'
import { Button, IconButton } from '../ui/Button'
import type { Commands } from './commands'
import styles from './Shell.module.css'

/** Undo and redo; where nothing of the document is left to undo, the way back to the one before it. */
export function HistoryButtons({ commands: { undo, redo } }: { commands: Commands }) {
  const isUndoable = useAppState((state) => canUndo(state.doc))
  const former = useAppState((state) => formerFile(state.doc)?.name ?? null)
  const isRedoable = useAppState((state) => state.doc.history.future.length > 0)
  return (
    <>
      {isUndoable || former === null ? (
        <IconButton
          label={undo.label}
          shortcut={undo.shortcut}
          icon={<Undo2 size={16} />}
          disabled={!isUndoable}
          onClick={undo.run}
        />
      ) : (
        <GoBackButton name={former} />
      )}
      <IconButton
        label={redo.label}
        shortcut={redo.shortcut}
        icon={<Redo2 size={16} />}
        disabled={!isRedoable}
        onClick={redo.run}
      />
    </>
  )
}

/** Leaves the document only at the second press, so that nobody who undoes a lot is suddenly in another file. */
function GoBackButton({ name }: { name: string }) {
  const { app } = useMessages()
  const store = useStore()
  const revision = useAppState((state) => state.revision)
  const [armedAt, setArmedAt] = useState<number | null>(null)
  if (armedAt !== revision) {
    const arm = (event: MouseEvent) => isDeliberate(event) && setArmedAt(revision)
    return <IconButton label={app.goBackTo(name)} icon={<Undo2 size={16} />} onClick={arm} />
  }
  return (
    <Button
      variant="primary"
      size="small"
      className={styles.goBack}
      icon={<Undo2 size={14} aria-hidden />}
      onClick={(event) => isDeliberate(event) && store.goBack()}
      onKeyDown={(event) => event.repeat && event.preventDefault()}
      onBlur={() => setArmedAt(null)}
      autoFocus
    >
      <span>{app.goBackAgain(name)}</span>
    </Button>
  )
}

/** Not one of the clicks of a row of quick ones. */
const isDeliberate = ({ detail }: MouseEvent): boolean => detail <= 1
