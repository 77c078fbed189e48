import { useState } from 'react'
import type { Refusal } from '../core/parsed'
import type { Path } from '../core/path'
import { useMessages } from '../i18n/I18n'
import { renameKey } from '../state/edits'
import { useStore } from '../state/store-context'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { TextInput } from '../ui/TextInput'
import styles from './Form.module.css'

export function RenameDialog({ path, close }: { path: Path; close: () => void }) {
  const { form, app, refusals } = useMessages()
  const store = useStore()
  const [name, setName] = useState(String(path.at(-1)))
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const submit = () => {
    const refused = name === String(path.at(-1)) ? null : renameKey(store, path, name)
    setRefusal(refused)
    if (refused === null) close()
  }
  return (
    <Dialog title={form.rename} closeLabel={app.close} onClose={close} width={400}>
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
          value={name}
          aria-label={form.renameTo}
          onChange={(event) => setName(event.target.value)}
          onFocus={(event) => event.target.select()}
        />
        <Button type="submit" variant="primary" disabled={name === ''}>
          {form.rename}
        </Button>
      </form>
      {refusal !== null && <p className={styles.issue}>{refusals[refusal]}</p>}
    </Dialog>
  )
}
