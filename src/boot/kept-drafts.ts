import { type FileFormat, type LineRun, plainFormat } from '../core/document/file-format'

/** One text that an earlier visit kept, with what its file needs beside it. */
export interface KeptDocument {
  readonly text: string
  readonly name: string
  readonly format: FileFormat
}

/** What one tab kept, as far as it can be read; `documents` are those of `record` that can, at their own indexes. */
export interface KeptDraft {
  /** The key in the database that the app reads it from. */
  readonly key: string
  readonly record: Readonly<Record<string, unknown>>
  readonly documents: readonly (KeptDocument | null)[]
  readonly active: number
  readonly serial: number
  /** Milliseconds since 1970; 0 where it is not known. */
  readonly at: number
}

/** Something kept under `key` (of the database or of the local storage) that is no draft of a known version. */
export interface Unreadable {
  readonly key: string
  readonly value: unknown
}

/** A key of the local storage that holds what a tab kept while it was being left. */
export const isLeftKey = (key: string): boolean => key === 't2i-config.left' || key.startsWith('t2i-config.left.')

/**
 * The drafts among what was kept, the newest first, each tab's once: of two records of a tab the one with the higher serial, of two
 * without serials the one that was kept while the page was being left.
 */
export function draftsOf(kept: Iterable<readonly [key: string, value: unknown]>): {
  drafts: KeptDraft[]
  unreadable: Unreadable[]
} {
  const newest = new Map<string, KeptDraft>()
  const unreadable: Unreadable[] = []
  for (const [key, value] of kept) {
    const draft = draftOf(key, value)
    if (draft === null || draft.documents.includes(null)) unreadable.push({ key, value })
    if (draft === null) continue
    const other = newest.get(draft.key)
    if (other === undefined || draft.serial > other.serial || (draft.serial === other.serial && isLeftKey(key)))
      newest.set(draft.key, draft)
  }
  return { drafts: [...newest.values()].sort((a, b) => b.at - a.at), unreadable }
}

function draftOf(key: string, value: unknown): KeptDraft | null {
  if (!isRecord(value)) return null
  if (value.version === 1) {
    const document = documentOf(value)
    return document === null
      ? null
      : { key: 'current', record: value, documents: [document], active: 0, serial: 0, at: 0 }
  }
  if (value.version !== 2 || !Array.isArray(value.documents)) return null
  const documents = value.documents.map(documentOf)
  if (documents.every((document) => document === null)) return null
  const tab = typeof value.tab === 'string' ? value.tab : key.replace(/^(tab:|t2i-config\.left\.)/, '')
  return {
    key: `tab:${tab}`,
    record: value,
    documents,
    active: activeOf(documents, value.active),
    serial: numberOf(value.serial),
    at: numberOf(value.at),
  }
}

/** The document that was looked at, or the first that can be read. */
function activeOf(documents: readonly (KeptDocument | null)[], given: unknown): number {
  const active = numberOf(given)
  return documents[active] ? active : documents.findIndex((document) => document !== null)
}

function documentOf(value: unknown): KeptDocument | null {
  if (!isRecord(value) || typeof value.text !== 'string') return null
  const file = isRecord(value.file) ? value.file : {}
  const name = typeof file.name === 'string' && file.name !== '' ? file.name : 'config.yaml'
  return { text: value.text, name, format: formatOf(file.format) }
}

function formatOf(value: unknown): FileFormat {
  if (!isRecord(value)) return plainFormat
  const ends = Array.isArray(value.ends) ? value.ends.filter(isRun) : []
  return { bom: value.bom === true, ends }
}

const isRun = (value: unknown): value is LineRun =>
  isRecord(value) && ['\n', '\r\n', '\r'].includes(value.end as string) && numberOf(value.count) > 0

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const numberOf = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0)

/** The draft with another text in its active document, newer than itself. What only held for the former text is left out. */
export function withText(draft: KeptDraft, text: string, at: number): KeptDraft {
  const { record, active } = draft
  const documents = draft.documents.map((document, i) => (i === active && document ? { ...document, text } : document))
  if (record.version === 1) return { ...draft, documents, record: { ...record, text, caret: null } }
  const serial = draft.serial + 1
  const changed = (record.documents as readonly Record<string, unknown>[]).map((document, i) => {
    const { history: _, caret: __, ...rest } = document
    return i === active ? { ...rest, text } : document
  })
  return { ...draft, documents, serial, at, record: { ...record, documents: changed, serial, at } }
}
