import { FileDown } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import styles from './DropZone.module.css'

interface DropZoneProps {
  readonly title: string
  readonly hint?: string
  /** Called inside the event, while its data can be read. */
  readonly onDrop: (data: DataTransfer) => void
}

const bringsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/** Takes files that are dropped anywhere on the page, and shows so while they are above it. Text drags are left alone. */
export function DropZone({ title, hint, onDrop }: DropZoneProps) {
  const [above, setAbove] = useState(false)
  const take = useEffectEvent(onDrop)
  useEffect(() => {
    const stop = new AbortController()
    const on = (type: 'dragenter' | 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void) =>
      window.addEventListener(type, (event) => bringsFiles(event) && act(event), { signal: stop.signal, capture: true })
    const hold = (event: DragEvent) => {
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
      setAbove(true)
    }
    on('dragenter', hold)
    on('dragover', hold)
    on('dragleave', (event) => event.relatedTarget === null && setAbove(false))
    on('drop', (event) => {
      event.preventDefault()
      event.stopPropagation()
      setAbove(false)
      if (event.dataTransfer) take(event.dataTransfer)
    })
    return () => stop.abort()
  }, [])
  return (
    above && (
      <div className={styles.zone} role="status">
        <div className={styles.card}>
          <FileDown size={24} aria-hidden />
          <strong>{title}</strong>
          {hint && <span className={styles.hint}>{hint}</span>}
        </div>
      </div>
    )
  )
}
