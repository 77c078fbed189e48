import { createContext, use } from 'react'
import type { Beginning } from '../state/drafts/begin'
import type { Platform, Preferences } from '../state/ports'
import type { Theme } from '../theme/theme'
import type { FileActions } from './files/file-actions'
import type { Questions } from './files/questions'

/** What every part of the shell needs beside the store. */
export interface AppHandle {
  readonly platform: Platform
  readonly files: FileActions
  readonly questions: Questions
  /** What was kept of earlier visits. */
  readonly beginning: Beginning
  readonly theme: Theme
  readonly preferences: Preferences
  readonly prefer: (change: Partial<Preferences>) => void
}

export const AppContext = createContext<AppHandle | null>(null)

export function useApp(): AppHandle {
  const app = use(AppContext)
  if (app === null) throw new Error('AppContext is missing')
  return app
}
