import { useMemo } from 'react'
import { useMessages } from '../i18n/I18n'
import type { Focus, Store } from '../state/store'
import { useStore } from '../state/store-context'
import { nextIssue, showIssue } from '../state/views/problems'
import { useApp } from './app-context'

/** Something that can be done from a button, a menu, a key or the search. */
export interface Command {
  readonly id: string
  readonly label: string
  readonly hint?: string
  /** As shown; the keys themselves are matched in use-shortcuts. */
  readonly shortcut?: string
  readonly run: () => void
}

const isMac = /Mac|iPhone|iPad/.test(navigator.platform)
/** `Ctrl+K`, or `⌘K` on a Mac. */
const keys = (letter: string, shift = false): string =>
  isMac ? `${shift ? '⇧' : ''}⌘${letter}` : `Ctrl+${shift ? 'Shift+' : ''}${letter}`

export interface Dialogs {
  readonly showRecipes: () => void
  readonly showSearch: () => void
  readonly pickFile: () => void
}

/** The app's commands by name; each exists once. */
export function useCommands({ showRecipes, showSearch, pickFile }: Dialogs) {
  const { app, panes, problems } = useMessages()
  const store = useStore()
  const { files, preferences, prefer } = useApp()
  return useMemo(() => {
    const commands = {
      new: { id: 'new', label: app.new, hint: app.newFrom, run: showRecipes },
      open: { id: 'open', label: app.open, hint: app.openHint, shortcut: keys('O'), run: pickFile },
      paste: { id: 'paste', label: app.paste, hint: app.pasteHint, run: () => void files.pasteClipboard() },
      download: { id: 'download', label: app.download, hint: app.downloadHint, run: () => files.download() },
      save: { id: 'save', label: app.save, hint: app.saveHint, shortcut: keys('S'), run: () => void files.save() },
      copy: { id: 'copy', label: app.copy, hint: app.copyHint, run: () => void files.copy() },
      undo: { id: 'undo', label: app.undo, shortcut: keys('Z'), run: store.undo },
      redo: { id: 'redo', label: app.redo, shortcut: keys('Z', true), run: store.redo },
      search: { id: 'search', label: app.search, hint: app.searchHint, shortcut: keys('K'), run: showSearch },
      nextProblem: { id: 'next-problem', label: problems.next, shortcut: 'F8', run: () => walk(store, 1) },
      previousProblem: {
        id: 'previous-problem',
        label: problems.previous,
        shortcut: isMac ? '⇧F8' : 'Shift+F8',
        run: () => walk(store, -1),
      },
      yaml: {
        id: 'yaml',
        label: preferences.yamlPaneOpen ? panes.hideYaml : panes.showYaml,
        run: () => prefer({ yamlPaneOpen: !preferences.yamlPaneOpen }),
      },
    } satisfies Record<string, Command>
    return commands
  }, [app, panes, problems, store, files, preferences, prefer, showRecipes, showSearch, pickFile])
}

/** In the next frame: by then the store knows where the caret is. */
function walk(store: Store, step: 1 | -1): void {
  requestAnimationFrame(() => {
    const issue = nextIssue(store.getState(), step)
    if (issue !== null) showIssue(store, issue, keyboardNow())
  })
}

/** The keyboard stays where it is: in the list of problems, in the text, else in the form. */
function keyboardNow(): Focus['keyboard'] {
  const within = (place: string) => document.activeElement?.closest(place) != null
  return within('[data-walked]') ? 'list' : within('#yaml') ? undefined : 'form'
}

export type Commands = ReturnType<typeof useCommands>
