import type { Environment } from '../config/view/resolution'

/** Where a document lies on the disk. `handle` is the browser's and means nothing to the core; it lets the same file be written again. */
export interface DiskFile {
  readonly handle: unknown
  readonly name: string
  /** What was last read from or written to it here; null when that is not known. */
  readonly seen: DiskVersion | null
}

/** What a file held at a time: `modified` in milliseconds since 1970, `digest` of its bytes (SHA-256 in hex). */
export interface DiskVersion {
  readonly modified: number
  readonly digest: string
}

/** A file as the platform hands it over. */
export interface OpenedFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Null where the browser gives no way to write it. */
  readonly disk: DiskFile | null
}

/** What lies on the disk now; `gone` when the file is no longer there. */
export type DiskContent =
  | { readonly state: 'there'; readonly bytes: Uint8Array<ArrayBuffer>; readonly version: DiskVersion }
  | { readonly state: 'gone' }

/** What is kept of one tab, as it was stored: it has to be read before use. */
export interface StoredDraft {
  readonly tab: string
  readonly value: unknown
}

/** Keeps one draft a tab. */
export interface DraftStorage {
  /** Every draft, of each tab what was written last; rejects when the browser refuses storage. */
  readAll(): Promise<readonly StoredDraft[]>
  /** Rejects when it was not kept. What the browser cannot store of it (handles) is left out. */
  write(tab: string, draft: object): Promise<void>
  /** As `write`, done when it returns, without handles; for a page that is being left. False when there is no room. */
  writeAtOnce(tab: string, draft: object): boolean
  remove(tab: string): Promise<void>
}

/** The tabs of the browser that show this app. */
export interface Tabs {
  /**
   * The name of this tab, the same after a reload. `copyOf` is the name of the tab that this one was duplicated from: it has taken a new
   * name then.
   */
  claim(): Promise<{ readonly tab: string; readonly copyOf: string | null }>
  /** This tab goes on as another one that is closed; false when that is open after all. */
  adopt(tab: string): Promise<boolean>
  /** The tabs that are open; null when the browser does not tell. */
  open(): Promise<ReadonlySet<string> | null>
}

export const defaultYamlShare = 0.44

/** Choices of the user, not of the document; kept across visits. */
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
  /** Milliseconds since 1970. */
  epoch(): number
  /** Calls once the next frame is painted, or soon where nothing is. */
  afterPaint(run: () => void): void
  /** A name that nothing else has. */
  newId(): string
  /** Runs once the page is idle or soon after; returns how to cancel. */
  whenIdle(run: () => void): () => void
  loadPreferences(): Preferences
  keepPreferences(preferences: Preferences): void
  loadEnvironment(): Environment
  keepEnvironment(env: Environment): void
  readonly drafts: DraftStorage
  readonly tabs: Tabs
  /** Runs when the page is left or reloaded; returns how to stop. */
  whenLeaving(run: () => void): () => void
  /** While `wanted` says so, the browser asks before the page is left; returns how to stop. */
  askBeforeLeaving(wanted: () => boolean): () => void
  /** What lies at a place on the disk; rejects when the user does not allow reading it. */
  readDisk(disk: DiskFile): Promise<DiskContent>
  /** Writes a file as a whole: the old one stays as it is until all is written. Rejects when that fails. */
  writeDisk(disk: DiskFile, bytes: Uint8Array<ArrayBuffer>): Promise<DiskVersion>
  /** Asks the user for a place to save at; `unsupported` where the browser only downloads. */
  pickTarget(name: string): Promise<DiskFile | 'cancelled' | 'unsupported'>
  /** True when two handles name one file. */
  isSameFile(a: DiskFile, b: DiskFile): Promise<boolean>
  download(name: string, bytes: Uint8Array<ArrayBuffer>): void
  copyText(text: string): Promise<boolean>
  /** Null when the browser does not allow it. */
  readClipboard(): Promise<string | null>
}
