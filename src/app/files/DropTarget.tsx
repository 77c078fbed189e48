import { useEffect, useState } from 'react'
import { useMessages } from '../../i18n/I18n'
import { openedFile } from '../../platform/disk'
import { useApp } from '../app-context'
import styles from '../Shell.module.css'

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/** A file dropped anywhere is opened; where the browser gives a handle, saving writes it in place. */
export function DropTarget() {
  const { app } = useMessages()
  const { files } = useApp()
  const [over, setOver] = useState(false)
  useEffect(() => {
    let depth = 0
    const enter = (event: DragEvent) => {
      if (!hasFiles(event)) return
      depth++
      setOver(true)
    }
    const leave = () => {
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    const allow = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault()
    }
    const drop = async (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      event.stopPropagation()
      depth = 0
      setOver(false)
      const file = event.dataTransfer?.files[0]
      const handle = handleOf(event.dataTransfer?.items[0])
      if (file !== undefined) files.open(await openedFile(file, await handle))
    }
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragleave', leave)
    window.addEventListener('dragover', allow)
    window.addEventListener('drop', drop, true)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('dragover', allow)
      window.removeEventListener('drop', drop, true)
    }
  }, [files])
  if (!over) return null
  return (
    <div className={styles.drop}>
      <strong>{app.dropHere}</strong>
      <span>{app.dropUndo}</span>
    </div>
  )
}

async function handleOf(item: DataTransferItem | undefined): Promise<unknown> {
  const withHandle = item as (DataTransferItem & { getAsFileSystemHandle?: () => Promise<unknown> }) | undefined
  try {
    return (await withHandle?.getAsFileSystemHandle?.()) ?? null
  } catch {
    return null
  }
}
