import { defaultYamlShare, type Platform, type Preferences } from '../state/ports'
import { readEnvironment, readPreferences } from '../state/preferences'
import { download, isSameFile, pickTarget, readDisk, writeDisk } from './disk'
import { browserDrafts } from './drafts'
import { newId } from './new-id'
import { browserTabs } from './tabs'

const preferencesKey = 't2i-config.preferences'
const environmentKey = 't2i-config.environment'
const defaults: Preferences = {
  language: navigator.languages.some((language) => language.toLowerCase().startsWith('zh')) ? 'zh' : 'en',
  theme: 'system',
  yamlShare: defaultYamlShare,
  yamlPaneOpen: true,
}

/** What was kept under a key; null when there is nothing that can be read. */
function readKept(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

/** The platform of a web page. Storage that is refused (private windows) is done without. */
export const browserPlatform: Platform = {
  now: () => performance.now(),
  epoch: () => Date.now(),
  newId,
  whenIdle(run) {
    if (typeof requestIdleCallback !== 'function') {
      const timer = setTimeout(run, 30)
      return () => clearTimeout(timer)
    }
    const handle = requestIdleCallback(run, { timeout: 500 })
    return () => cancelIdleCallback(handle)
  },
  afterPaint(run) {
    let isDone = false
    const once = () => {
      if (isDone) return
      isDone = true
      clearTimeout(hidden)
      run()
    }
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = once
    // The message of a frame's callback comes when that frame is painted. A hidden page has no frames.
    requestAnimationFrame(() => port2.postMessage(null))
    const hidden = setTimeout(once, 200)
  },
  loadPreferences: () => readPreferences(readKept(preferencesKey), defaults),
  keepPreferences(preferences) {
    try {
      localStorage.setItem(preferencesKey, JSON.stringify(preferences))
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  },
  loadEnvironment: () => readEnvironment(readKept(environmentKey)),
  keepEnvironment(env) {
    try {
      localStorage.setItem(environmentKey, JSON.stringify(env))
    } catch {
      // Without storage the variables last as long as the page.
    }
  },
  drafts: browserDrafts,
  tabs: browserTabs,
  whenLeaving(run) {
    window.addEventListener('pagehide', run)
    return () => window.removeEventListener('pagehide', run)
  },
  askBeforeLeaving(wanted) {
    const ask = (event: BeforeUnloadEvent) => {
      if (wanted()) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  },
  readDisk,
  writeDisk,
  pickTarget,
  isSameFile,
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
