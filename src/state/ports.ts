import type { Kind } from '../config/family'
import type { Environment } from '../config/resolution'
import type { FileInfo } from '../core/doc'
import type { Path } from '../core/path'

/** A file as the platform hands it over. `handle` lets the same file be written again; it means nothing to the core. */
export interface OpenedFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly handle: unknown
}

/** What survives a reload: the last text with its file, what was opened, and the place in it. */
export interface Kept {
  readonly version: 1
  readonly text: string
  readonly file: FileInfo
  readonly openedText: string
  readonly openedFile: FileInfo
  readonly focusPath: Path | null
  /** UTF-16 offset of the caret in the text. */
  readonly caret: number | null
  /** What the person said the document is; absent in what earlier versions kept. */
  readonly pinned?: Kind | null
  readonly handle: unknown
}

export const defaultYamlShare = 0.44

/** Choices of the person, not of the document; kept across visits. */
export interface Preferences {
  readonly language: 'en' | 'zh'
  readonly theme: 'system' | 'light' | 'dark'
  /** Of the form's and the YAML pane's width, 0–1. */
  readonly yamlShare: number
  readonly yamlPaneOpen: boolean
}

/** Everything the app asks of the browser. The core and the state never touch it otherwise. */
export interface Platform {
  /** Milliseconds; only differences count. */
  now(): number
  /** Runs once the page is idle or soon after; returns how to cancel. */
  whenIdle(run: () => void): () => void
  loadPreferences(): Preferences
  keepPreferences(preferences: Preferences): void
  loadEnvironment(): Environment
  keepEnvironment(env: Environment): void
  loadKept(): Promise<Kept | null>
  keep(kept: Kept): Promise<void>
  /** As `keep`, done when it returns, without the handle; for a page that is being left. `loadKept` gives what was kept last either way. */
  keepAtOnce(kept: Kept): void
  /** Runs when the page is left or reloaded; returns how to stop. */
  whenLeaving(run: () => void): () => void
  /** `done` is false when the person cancels; the handle is kept for the next save. */
  saveFile(name: string, bytes: Uint8Array<ArrayBuffer>, handle: unknown): Promise<{ done: boolean; handle: unknown }>
  download(name: string, bytes: Uint8Array<ArrayBuffer>): void
  copyText(text: string): Promise<boolean>
  /** Null when the browser does not allow it. */
  readClipboard(): Promise<string | null>
}
