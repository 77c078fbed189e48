import { createStore, get, set } from 'idb-keyval'
import { defaultYamlShare, type Kept, type OpenedFile, type Platform, type Preferences } from '../state/ports'

const preferencesKey = 't2i-config.preferences'
const environmentKey = 't2i-config.environment'
const defaults: Preferences = {
  language: navigator.languages.some((language) => language.toLowerCase().startsWith('zh')) ? 'zh' : 'en',
  theme: 'system',
  yamlShare: defaultYamlShare,
  yamlPaneOpen: true,
}

let openedDrafts: ReturnType<typeof createStore> | null = null
const drafts = () => {
  openedDrafts ??= createStore('t2i-config', 'drafts')
  return openedDrafts
}
/** What was kept while the page was being left, until the next visit reads it. */
const leftKey = 't2i-config.left'

/** The browser's file picker with handles, where there is one (Chromium). */
interface FilePickers {
  showSaveFilePicker?(options: object): Promise<FileSystemFileHandle>
}

const pickers = window as unknown as FilePickers
const fileTypes = [{ description: 'YAML', accept: { 'application/yaml': ['.yaml', '.yml'] } }]

/** The platform of a web page. Storage that is refused (private windows) is done without. */
export const browserPlatform: Platform = {
  now: () => performance.now(),
  whenIdle(run) {
    if (typeof requestIdleCallback !== 'function') {
      const timer = setTimeout(run, 30)
      return () => clearTimeout(timer)
    }
    const handle = requestIdleCallback(run, { timeout: 500 })
    return () => cancelIdleCallback(handle)
  },
  loadPreferences() {
    try {
      return { ...defaults, ...(JSON.parse(localStorage.getItem(preferencesKey) ?? '{}') as Partial<Preferences>) }
    } catch {
      return defaults
    }
  },
  keepPreferences(preferences) {
    try {
      localStorage.setItem(preferencesKey, JSON.stringify(preferences))
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  },
  loadEnvironment() {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(environmentKey) ?? '{}')
      const entries = typeof kept === 'object' && kept !== null ? Object.entries(kept) : []
      return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
    } catch {
      return {}
    }
  },
  keepEnvironment(env) {
    try {
      localStorage.setItem(environmentKey, JSON.stringify(env))
    } catch {
      // Without storage the variables last as long as the page.
    }
  },
  async loadKept() {
    const left = takeLeft()
    try {
      const kept = (await get<Kept>('current', drafts())) ?? null
      if (left === null) return kept
      return { ...left, handle: kept?.file.name === left.file.name ? kept.handle : null }
    } catch {
      return left
    }
  },
  async keep(kept) {
    try {
      await set('current', kept, drafts())
    } catch {
      await set('current', { ...kept, handle: null }, drafts()).catch(() => undefined)
    }
  },
  keepAtOnce(kept) {
    try {
      localStorage.setItem(leftKey, JSON.stringify({ ...kept, handle: null }))
    } catch {
      // Too large, or no storage: what was kept before stands.
    }
  },
  whenLeaving(run) {
    window.addEventListener('pagehide', run)
    return () => window.removeEventListener('pagehide', run)
  },
  async saveFile(name, bytes, handle) {
    const target = isFileHandle(handle) ? handle : await pickTarget(name)
    if (target === 'cancelled') return { done: false, handle: null }
    if (target === null) {
      download(name, bytes)
      return { done: true, handle: null }
    }
    const stream = await target.createWritable()
    await stream.write(bytes)
    await stream.close()
    return { done: true, handle: target }
  },
  download,
  async copyText(text) {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      return false
    }
  },
  async readClipboard() {
    try {
      return await navigator.clipboard.readText()
    } catch {
      return null
    }
  },
}

function takeLeft(): Kept | null {
  try {
    const left = localStorage.getItem(leftKey)
    localStorage.removeItem(leftKey)
    return left === null ? null : (JSON.parse(left) as Kept)
  } catch {
    return null
  }
}

const isFileHandle = (handle: unknown): handle is FileSystemFileHandle =>
  typeof handle === 'object' && handle !== null && 'createWritable' in handle

const isCancelled = (error: unknown) => error instanceof DOMException && error.name === 'AbortError'

async function pickTarget(name: string): Promise<FileSystemFileHandle | 'cancelled' | null> {
  if (pickers.showSaveFilePicker === undefined) return null
  try {
    return await pickers.showSaveFilePicker({ suggestedName: name, types: fileTypes })
  } catch (error) {
    return isCancelled(error) ? 'cancelled' : null
  }
}

/** The file that a picker or a drop gave; a drop may bring a handle to write it in place. */
export async function openedFile(file: File, handle: unknown): Promise<OpenedFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), handle }
}

function download(name: string, bytes: Uint8Array<ArrayBuffer>) {
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/yaml' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
