import { isLeftKey, type KeptDraft } from './kept-drafts'

/** The database of the app's drafts. It is made as the app itself makes it, should it not be there yet. */
function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('t2i-config')
    request.onupgradeneeded = () => request.result.createObjectStore('drafts')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

const doneOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** All that was kept, by its keys; storage that is refused holds nothing. */
export async function readKept(): Promise<[key: string, value: unknown][]> {
  const [stored, left] = [await readDatabase().catch(() => []), readLeft()]
  return [...stored, ...left]
}

async function readDatabase(): Promise<[string, unknown][]> {
  const store = (await openDatabase()).transaction('drafts').objectStore('drafts')
  const [keys, values] = await Promise.all([doneOf(store.getAllKeys()), doneOf(store.getAll())])
  return keys.map((key, i) => [String(key), values[i]])
}

function readLeft(): [string, unknown][] {
  try {
    return Object.entries(localStorage)
      .filter(([key]) => isLeftKey(key))
      .map(([key, value]) => [key, parsed(String(value))])
  } catch {
    return []
  }
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch {
    return source
  }
}

/** Keeps a draft in place of the one of its key, what was kept of it while a page was left included. */
export async function keepDraft({ key, record }: KeptDraft): Promise<void> {
  const store = (await openDatabase()).transaction('drafts', 'readwrite').objectStore('drafts')
  await doneOf(store.put(record, key))
  if (key === 'current') localStorage.removeItem('t2i-config.left')
}
