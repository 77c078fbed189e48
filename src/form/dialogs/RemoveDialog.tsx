import { useMemo } from 'react'
import { referencesTo } from '../../core/omegaconf/references'
import type { Refusal } from '../../core/parsed'
import { type Path, printPath } from '../../core/path'
import { useMessages } from '../../i18n/I18n'
import { placesText } from '../../i18n/interpolation-sentence'
import { removeField } from '../../state/edits'
import { removePlan, removeWithReferences } from '../../state/references/reference-edits'
import { useStore } from '../../state/store-context'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import styles from '../References.module.css'
import { ReferenceList, referrersOf } from './ReferenceList'

interface RemoveDialogProps {
  readonly path: Path
  readonly close: () => void
  readonly refused: (refusal: Refusal | null) => void
}

/** Asks what becomes of the values that refer to a key before it is removed. */
export default function RemoveDialog({ path, close, refused }: RemoveDialogProps) {
  const messages = useMessages()
  const { app, interpolation } = messages
  const store = useStore()
  const referrers = useMemo(() => referrersOf(referencesTo(store.shown().doc.parsed, path)), [store, path])
  const { planned, updated, changed } = useMemo(() => removePlan(store, path), [store, path])
  const remove = (act: () => Refusal | null) => {
    close()
    refused(act())
  }
  return (
    <Dialog
      title={interpolation.removeTitle(printPath(path))}
      intro={interpolation.references(referrers.length)}
      closeLabel={app.close}
      onClose={close}
      width={640}
      actions={
        <>
          <Button onClick={close}>{app.cancel}</Button>
          <Button variant="danger" onClick={() => remove(() => removeField(store, path))}>
            {interpolation.removeAnyway}
          </Button>
          <Button
            variant="primary"
            data-autofocus
            disabled={!planned.ok || updated === 0}
            onClick={() => remove(() => removeWithReferences(store, path))}
          >
            {interpolation.removeInlined}
          </Button>
        </>
      }
    >
      <ReferenceList referrers={referrers} />
      {changed.length > 0 && (
        <p className={styles.warning}>{interpolation.removeLeft(placesText(changed.map(printPath), messages))}</p>
      )}
      {!planned.ok && <p className={styles.error}>{messages.refusals[planned.refusal]}</p>}
    </Dialog>
  )
}
