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
      const command = commandOf(event, commands)
      if (command !== null) run(event, command)
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

/** What a key does, null when it is none of the app's. */
function commandOf(event: KeyboardEvent, commands: Commands): { run: () => void } | null {
  const { altKey, shiftKey } = event
  const isModified = event.ctrlKey || event.metaKey
  if (altKey) return null
  const problem = shiftKey ? commands.previousProblem : commands.nextProblem
  if (!isModified) return event.key === 'F8' ? problem : null
  const step = shiftKey ? commands.redo : commands.undo
  switch (event.key.toLowerCase()) {
    case 'k':
      return commands.search
    case 'f':
      // The browser finds only the rows that are there; a second press, from the search, is its own.
      return isInForm(event.target) ? commands.search : null
    case 's':
      return commands.save
    case 'o':
      return commands.open
    case 'z':
      return hasOwnUndo(event.target) ? null : step
    case 'y':
      return hasOwnUndo(event.target) ? null : commands.redo
    default:
      return null
  }
}

const isInForm = (target: EventTarget | null): boolean => target instanceof Element && target.closest('#form') !== null

const hasOwnUndo = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('dialog, .find-widget, [data-own-undo]') !== null
