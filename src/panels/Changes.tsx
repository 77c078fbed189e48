import { Undo2 } from 'lucide-react'
import type { Path } from '../core/path'
import { printPath } from '../core/path'
import { useMessages } from '../i18n/I18n'
import { usePanelMessages } from '../i18n/panels/use-panel-messages'
import { removeField, setField } from '../state/edits'
import { useAppState, useStore } from '../state/store-context'
import { changesOf, type ValueChange } from '../state/views/field-view'
import { IconButton } from '../ui/Button'
import { useNotices } from '../ui/notices'
import styles from './Panel.module.css'

/** More than these are not listed: each is a row with a button, and nobody reads on. */
const most = 300

/** Every value that differs from the opened file, each with its way back. */
export default function Changes() {
  const messages = useMessages()
  const { changes: words } = usePanelMessages()
  const store = useStore()
  const { notify } = useNotices()
  const changes = useAppState(changesOf)
  const isEdited = useAppState((state) => state.doc.text !== state.doc.opened.text)
  if (changes.length === 0) return <p className={styles.none}>{isEdited ? words.layoutOnly : words.none}</p>
  const show = (path: Path) => store.setFocus({ path, from: 'app', reveal: true })
  const revert = ({ path, before }: ValueChange) => {
    const refusal = before === null ? removeField(store, path) : setField(store, path, before === '' ? 'null' : before)
    if (refusal !== null) notify({ text: messages.refusals[refusal], level: 'error' })
  }
  const value = (source: string | null, className: string | undefined) =>
    source === null ? (
      <span className={styles.absent}>{words.absent}</span>
    ) : (
      <span className={className}>{source === '' ? 'null' : source}</span>
    )
  return (
    <>
      <ul className={styles.list}>
        {changes.slice(0, most).map((change) => (
          <li key={printPath(change.path)} className={styles.item}>
            <button type="button" className={styles.go} onClick={() => show(change.path)}>
              <span className={styles.change}>{printPath(change.path)}</span>
              <span className={`${styles.text} ${styles.change}`}>
                {value(change.before, styles.before)} → {value(change.after, styles.after)}
              </span>
            </button>
            <IconButton
              size="small"
              label={`${words.revert}: ${printPath(change.path)}`}
              icon={<Undo2 size={14} />}
              onClick={() => revert(change)}
            />
          </li>
        ))}
      </ul>
      {changes.length > most && <p className={styles.none}>{words.more(changes.length - most)}</p>}
    </>
  )
}
