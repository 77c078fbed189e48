import { useMemo, useState } from 'react'
import { isReferable, referencesBy } from '../../core/omegaconf/references'
import type { Refusal } from '../../core/parsed'
import { type Path, printPath } from '../../core/path'
import { useMessages } from '../../i18n/I18n'
import { placesText } from '../../i18n/interpolation-sentence'
import { renameKey } from '../../state/edits'
import { renamePlan, renameWithReferences } from '../../state/references/reference-edits'
import { useStore } from '../../state/store-context'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextInput } from '../../ui/TextInput'
import styles from '../Form.module.css'
import references from '../References.module.css'
import { ReferenceList, referrersOf } from './ReferenceList'

/** A new name for a key; what refers to it follows unless the user says otherwise. */
export default function RenameDialog({ path, close }: { path: Path; close: () => void }) {
  const messages = useMessages()
  const { form, app, refusals, interpolation } = messages
  const store = useStore()
  const before = String(path.at(-1))
  const [name, setName] = useState(before)
  const [follow, setFollow] = useState(true)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const referrers = useMemo(() => referrersOf(referencesBy(store.shown().doc.parsed, path)), [store, path])
  const canFollow = isReferable(name)
  const changed = useMemo(
    () => (follow && canFollow && name !== before ? renamePlan(store, path, name).changed : []),
    [store, path, name, before, follow, canFollow],
  )
  const submit = () => {
    const rename = follow ? renameWithReferences : renameKey
    const refused = name === before ? null : rename(store, path, name)
    setRefusal(refused)
    if (refused === null) close()
  }
  return (
    <Dialog
      title={form.rename}
      intro={referrers.length === 0 ? undefined : interpolation.references(referrers.length)}
      closeLabel={app.close}
      onClose={close}
      width={referrers.length === 0 ? 400 : 560}
    >
      <form
        className={styles.addRow}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <TextInput
          mono
          autoFocus
          data-autofocus
          value={name}
          aria-label={form.renameTo}
          onChange={(event) => setName(event.target.value)}
          onFocus={(event) => event.target.select()}
        />
        <Button type="submit" variant="primary" disabled={name === ''}>
          {form.rename}
        </Button>
      </form>
      {referrers.length > 0 && (
        <>
          <label className={references.check}>
            <input
              type="checkbox"
              checked={follow && canFollow}
              disabled={!canFollow}
              onChange={(event) => setFollow(event.target.checked)}
            />
            {interpolation.update(referrers.length)}
          </label>
          {!(follow && canFollow) && (
            <p className={references.warning}>
              {canFollow || name === '' ? '' : interpolation.notReferable(name)} {interpolation.notUpdated}
            </p>
          )}
          <ReferenceList referrers={referrers} />
        </>
      )}
      {changed.length > 0 && (
        <p className={references.warning}>{interpolation.wouldChange(placesText(changed.map(printPath), messages))}</p>
      )}
      {refusal !== null && <p className={styles.issue}>{refusals[refusal]}</p>}
    </Dialog>
  )
}
