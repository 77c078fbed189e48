import { Download } from 'lucide-react'
import { useState } from 'react'
import { useMessages } from '../../i18n/I18n'
import type { StoredDraft } from '../../state/ports'
import { useAppState } from '../../state/store-context'
import { Banner } from '../../ui/Banner'
import { Button } from '../../ui/Button'
import { useApp } from '../app-context'
import styles from './DraftNotices.module.css'
import { DraftsDialog } from './DraftsDialog'

/** What the user has to know of what is kept and what is not, above the panes, until it is over or closed. */
export function DraftNotices() {
  return (
    <div className={styles.notices}>
      <NotKept />
      <CopyNotice />
      <OtherDrafts />
      <BrokenDrafts />
    </div>
  )
}

/** Stands as long as the browser keeps nothing. */
function NotKept() {
  const { app, drafts } = useMessages()
  const { files } = useApp()
  const isKept = useAppState((state) => state.draftsKept)
  if (isKept) return null
  const download = (
    <Button size="small" icon={<Download size={14} aria-hidden />} onClick={files.download}>
      {app.download}
    </Button>
  )
  return (
    <Banner tone="warning" actions={download}>
      {drafts.notKept}
    </Banner>
  )
}

function CopyNotice() {
  const { app, drafts } = useMessages()
  const { beginning } = useApp()
  const [isOpen, setOpen] = useState(beginning.isCopy)
  const { document } = beginning
  if (!isOpen || document === null) return null
  return (
    <Banner tone="info" closeLabel={app.close} onClose={() => setOpen(false)}>
      {drafts.copy(document.file.name)}
    </Banner>
  )
}

function OtherDrafts() {
  const { app, drafts } = useMessages()
  const left = useAppState((state) => state.others)
  const [closedAt, setClosedAt] = useState(0)
  const [isShown, setShown] = useState(false)
  if (!isShown && left.length <= closedAt) return null
  const show = (
    <Button size="small" onClick={() => setShown(true)}>
      {drafts.show}
    </Button>
  )
  return (
    <>
      {left.length > closedAt && (
        <Banner tone="info" actions={show} closeLabel={app.close} onClose={() => setClosedAt(left.length)}>
          {drafts.others(left.length)}
        </Banner>
      )}
      {isShown && <DraftsDialog drafts={left} close={() => setShown(false)} />}
    </>
  )
}

function BrokenDrafts() {
  const { drafts } = useMessages()
  const { beginning, platform } = useApp()
  const [left, setLeft] = useState(beginning.broken)
  const download = ({ value }: StoredDraft, i: number) => {
    const text = typeof value === 'string' ? value : (JSON.stringify(value, null, 1) ?? '')
    platform.download(`draft-${i + 1}.json`, new TextEncoder().encode(text))
  }
  const forget = (draft: StoredDraft) => {
    void platform.drafts.remove(draft.tab).catch(() => undefined)
    setLeft(left.filter((other) => other !== draft))
  }
  const { app } = useMessages()
  return left.map((draft, i) => (
    <Banner
      key={draft.tab}
      tone="warning"
      actions={
        <>
          <Button size="small" onClick={() => download(draft, i)}>
            {app.download}
          </Button>
          <Button size="small" onClick={() => forget(draft)}>
            {drafts.delete}
          </Button>
        </>
      }
    >
      {drafts.broken}
    </Banner>
  ))
}
