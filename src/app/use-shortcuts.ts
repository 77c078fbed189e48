import { useEffect } from 'react'
import type { Commands } from './commands'

/** The app's keys. Undo belongs to the document everywhere but in boxes that are not part of it (search, dialogs, Monaco's own). */
export function useShortcuts(commands: Commands): void {
  useEffect(() => {
    const run = (event: Event, command: { run: () => void }) => {
      event.preventDefault()
      event.stopPropagation()
      command.run()
    }
    const keydown = (event: KeyboardEvent) => {
      if (event.key === 'F8' && !event.ctrlKey && !event.metaKey && !event.altKey)
        return run(event, event.shiftKey ? commands.previousProblem : commands.nextProblem)
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      const key = event.key.toLowerCase()
      if (key === 'k') run(event, commands.search)
      else if (key === 's') run(event, commands.save)
      else if (key === 'o') run(event, commands.open)
      else if (hasOwnUndo(event.target)) return
      else if (key === 'z') run(event, event.shiftKey ? commands.redo : commands.undo)
      else if (key === 'y') run(event, commands.redo)
    }
    const beforeInput = (event: InputEvent) => {
      if (hasOwnUndo(event.target)) return
      if (event.inputType === 'historyUndo') run(event, commands.undo)
      else if (event.inputType === 'historyRedo') run(event, commands.redo)
    }
    window.addEventListener('keydown', keydown, true)
    window.addEventListener('beforeinput', beforeInput, true)
    return () => {
      window.removeEventListener('keydown', keydown, true)
      window.removeEventListener('beforeinput', beforeInput, true)
    }
  }, [commands])
}

const hasOwnUndo = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('dialog, .find-widget, [data-own-undo]') !== null
