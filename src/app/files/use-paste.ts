import { useEffect } from 'react'
import { useApp } from '../app-context'

const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, .monaco-editor, dialog') !== null)

/** Text pasted where nothing takes it becomes the config, once the user has said so where something is unsaved. */
export function usePasteAnywhere(): void {
  const { files } = useApp()
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (takesText(event.target) || text.trim() === '') return
      event.preventDefault()
      void files.pasteText(text, 'unasked')
    }
    window.addEventListener('paste', paste)
    return () => window.removeEventListener('paste', paste)
  }, [files])
}
