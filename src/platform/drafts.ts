import { createStore, delMany, entries, set } from 'idb-keyval'
import type { DraftStorage, StoredDraft } from '../state/ports'

const prefix = 'tab:'
/** Where the first version of the editor kept its one draft. */
const firstKeys = { stored: 'current', left: 't2i-config.left' }
/** Before a tab's name: what was kept of it while its page was being left. */
const leftPrefix = 't2i-config.left.'
/** A browser that does not answer in this many milliseconds refuses storage. */
const patience = 5000

/** A page has one database, opened when it is first needed. */
let opened: ReturnType<typeof createStore> | null = null
const database = () => {
  opened ??= createStore('t2i-config', 'drafts')
  return opened
}

/** Drafts in IndexedDB; what is written while the page is being left, when nothing can be waited for, in localStorage. */
export const browserDrafts: DraftStorage = {
  async readAll() {
    const left = leftDrafts()
    const stored = new Map<string, unknown>()
    for (const [key, value] of await inTime(entries<string, unknown>(database()))) {
      if (key === firstKeys.stored) stored.set(key, value)
      else if (key.startsWith(prefix)) stored.set(key.slice(prefix.length), value)
    }
    const tabs = new Set([...stored.keys(), ...left.keys()])
    return [...tabs].map((tab): StoredDraft => ({ tab, value: newest(stored.get(tab), left.get(tab)) }))
  },
  async write(tab, draft) {
    try {
      await set(prefix + tab, draft, database())
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'DataCloneError')) throw error
      await set(prefix + tab, withoutHandles(draft), database())
    }
    forgetLeft(tab)
  },
  writeAtOnce(tab, draft) {
    try {
      localStorage.setItem(leftPrefix + tab, JSON.stringify(draft))
      return true
    } catch {
      return false
    }
  },
  async remove(tab) {
    forgetLeft(tab)
    await delMany([prefix + tab, tab === firstKeys.stored ? tab : prefix + tab], database())
  },
}

/** JSON has no handles, which leaves them out. */
const withoutHandles = (draft: object): unknown => JSON.parse(JSON.stringify(draft))

function inTime<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DOMException('no answer', 'TimeoutError')), patience)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

/** What was kept while pages were left, by tab. */
function leftDrafts(): Map<string, unknown> {
  const found = new Map<string, unknown>()
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(leftPrefix)) found.set(key.slice(leftPrefix.length), parsedJson(localStorage.getItem(key)))
      else if (key === firstKeys.left) found.set(firstKeys.stored, parsedJson(localStorage.getItem(key)))
    }
  } catch {
    // Without localStorage nothing was left there.
  }
  return found
}

/** The value of a JSON text; the text itself when it is none, so that it is not lost. */
function parsedJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return text
  }
}

function forgetLeft(tab: string): void {
  try {
    localStorage.removeItem(leftPrefix + tab)
    if (tab === firstKeys.stored) localStorage.removeItem(firstKeys.left)
  } catch {
    // Without localStorage nothing was left there.
  }
}

/** Of two drafts of one tab the one that was written later, with the handles of the other, which JSON cannot hold. */
function newest(stored: unknown, left: unknown): unknown {
  if (left === undefined || (stored !== undefined && serialOf(stored) >= serialOf(left))) return stored
  return withHandlesOf(left, stored)
}

const serialOf = (draft: unknown): number => {
  const serial = (draft as { serial?: unknown } | null)?.serial
  return typeof serial === 'number' ? serial : -1
}

interface WithDisks {
  readonly documents?: readonly { readonly disks?: Readonly<Record<string, object>> }[]
}

function withHandlesOf(left: unknown, stored: unknown): unknown {
  const documents = (left as WithDisks | null)?.documents
  const known = Object.assign({}, ...((stored as WithDisks | null)?.documents ?? []).map(({ disks }) => disks ?? {}))
  if (!Array.isArray(documents)) return left
  return {
    ...(left as object),
    documents: documents.map((document: { disks?: Record<string, object> }) => ({
      ...document,
      disks: Object.fromEntries(
        Object.entries(document.disks ?? {}).map(([id, disk]) => [id, { ...disk, handle: known[id]?.handle ?? null }]),
      ),
    })),
  }
}
