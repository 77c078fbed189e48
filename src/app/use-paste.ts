import { useEffect } from 'react'
import { useApp } from './app-context'

const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, .monaco-editor, dialog') !== null)

/** Text pasted where nothing takes it becomes the config; the one before is one undo away. */
export function usePasteAnywhere(): void {
  const { files } = useApp()
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (takesText(event.target) || text === '') return
      event.preventDefault()
      files.pasteText(text)
    }
    window.addEventListener('paste', paste)
    return () => window.removeEventListener('paste', paste)
  }, [files])
}
