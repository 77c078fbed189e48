import { Download } from 'lucide-react'
import { encodeFile } from '../../core/document/file-format'
import { useLanguage, useMessages } from '../../i18n/I18n'
import { activeOf, type TabDraft } from '../../state/drafts/draft'
import { useStore } from '../../state/store-context'
import { Button, IconButton } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { useApp } from '../app-context'
import styles from './DraftNotices.module.css'
import { timeOf } from './QuestionDialog'

interface DraftsDialogProps {
  readonly drafts: readonly TabDraft[]
  readonly close: () => void
}

/** The unsaved text of closed tabs: to open here, download or delete. */
export function DraftsDialog({ drafts: list, close }: DraftsDialogProps) {
  const { app, drafts } = useMessages()
  const { files, platform } = useApp()
  const store = useStore()
  const open = (draft: TabDraft) => {
    void files.openDraft(draft)
    close()
  }
  const remove = (draft: TabDraft) => {
    void platform.drafts.remove(draft.tab).catch(() => undefined)
    store.setOthers(list.filter((other) => other !== draft))
  }
  return (
    <Dialog title={drafts.title} intro={drafts.intro} closeLabel={app.close} onClose={close} width={600}>
      {list.length === 0 && <p>{drafts.none}</p>}
      <ul className={styles.list}>
        {list.map((draft) => (
          <Row key={draft.tab} draft={draft} open={() => open(draft)} remove={() => remove(draft)} />
        ))}
      </ul>
    </Dialog>
  )
}

function Row({ draft, open, remove }: { draft: TabDraft; open: () => void; remove: () => void }) {
  const { app, drafts } = useMessages()
  const language = useLanguage()
  const { platform } = useApp()
  const { text, file } = activeOf(draft)
  return (
    <li className={styles.draft}>
      <span className={styles.what}>
        {file.name}
        <small>
          {drafts.lines(text.split('\n').length)}, {drafts.at(timeOf(draft.at, language))}
        </small>
      </span>
      <Button size="small" variant="primary" onClick={open}>
        {drafts.open}
      </Button>
      <IconButton
        size="small"
        label={`${app.download}: ${file.name}`}
        icon={<Download size={14} aria-hidden />}
        onClick={() => platform.download(file.name, encodeFile(text, file.format))}
      />
      <Button size="small" onClick={remove}>
        {drafts.delete}
      </Button>
    </li>
  )
}
