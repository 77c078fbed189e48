import { type FileFormat, plainFormat, remapFormat } from './file-format'
import { emptyHistory, type History, record, type Step } from './history'
import type { Parsed } from './parsed'
import { applyEdits, type Edit, invertEdits } from './text'
import { parse } from './yaml/parse'

/** A document's file: what it is called and what its bytes have beside the text. */
export interface FileInfo {
  readonly name: string
  readonly format: FileFormat
}

/** What the file held when it was opened or last saved. */
export interface Opened {
  readonly text: string
  readonly parsed: Parsed
  readonly file: FileInfo
}

export type Origin = 'editor' | 'form' | 'open' | 'preset' | 'fix' | 'undo' | 'redo'

/** A change of the document. `at` is in milliseconds; changes of one `group` close in time are undone together. */
export interface Transaction {
  readonly edits: readonly Edit[]
  readonly origin: Origin
  readonly at: number
  readonly group?: string
  /** The document becomes this file: it counts as opened with the new text. */
  readonly file?: FileInfo
  /** The same file under another name. */
  readonly rename?: string
}

type Beside = Pick<Doc, 'file' | 'opened'>

export interface Doc {
  readonly text: string
  readonly parsed: Parsed
  /** The last text that could be read; what forms show while the text cannot. */
  readonly lastGood: Parsed | null
  readonly file: FileInfo
  readonly opened: Opened
  readonly history: History<Beside>
}

export const defaultFile: FileInfo = { name: 'config.yaml', format: plainFormat }

/** A document without history. `opened` is what its file holds, when that differs. */
export function docOf(
  text: string,
  file: FileInfo = defaultFile,
  opened: { text: string; file: FileInfo } = { text, file },
): Doc {
  const parsed = parse(text)
  const openedParsed = opened.text === text ? parsed : parse(opened.text)
  return {
    text,
    parsed,
    lastGood: parsed.sound ? parsed : openedParsed.sound ? openedParsed : null,
    file,
    opened: { ...opened, parsed: openedParsed },
    history: emptyHistory,
  }
}

/** The document after a change. `after` is the new text already parsed, where the caller has it. */
export function transact(doc: Doc, transaction: Transaction, after?: Parsed): Doc {
  const { edits, file, rename } = transaction
  const next = moved(doc, edits, after)
  const beside = besideOf(doc, next, edits, file, rename)
  const step: Step<Beside> = {
    inverse: invertEdits(doc.text, edits),
    extra: { file: doc.file, opened: doc.opened },
    group: groupOf(doc, transaction),
    at: transaction.at,
    end: endOf(edits),
  }
  return { ...next, ...beside, history: record(doc.history, step) }
}

function besideOf(
  doc: Doc,
  next: Doc,
  edits: readonly Edit[],
  file: FileInfo | undefined,
  rename: string | undefined,
): Beside {
  if (file !== undefined) return { file, opened: { text: next.text, parsed: next.parsed, file } }
  const format = remapFormat(doc.file.format, doc.text, edits)
  return { file: { name: rename ?? doc.file.name, format }, opened: doc.opened }
}

function moved(doc: Doc, edits: readonly Edit[], after?: Parsed): Doc {
  const text = applyEdits(doc.text, edits)
  const parsed = after?.text === text ? after : text === doc.text ? doc.parsed : parse(text)
  return { ...doc, text, parsed, lastGood: parsed.sound ? parsed : doc.lastGood }
}

const endOf = (edits: readonly Edit[]): number => {
  let shift = 0
  for (const { from, to, insert } of edits) shift += insert.length - (to - from)
  return (edits.at(-1)?.to ?? 0) + shift
}

/** Form fields are grouped by their place; typing in the editor by adjacency. Paste and structural edits stand alone. */
function groupOf(doc: Doc, { edits, origin, group }: Transaction): string | null {
  if (group !== undefined) return `${origin}:${group}`
  const [edit] = edits
  if (origin !== 'editor' || edits.length !== 1 || edit === undefined) return null
  if (edit.insert.length > 1 && !/^\n[ \t]*$/.test(edit.insert)) return null
  if (edit.to - edit.from > 1) return null
  const last = doc.history.past.at(-1)
  const isNear = last?.group?.startsWith('editor:typing') === true && (edit.from === last.end || edit.to === last.end)
  return isNear ? (last?.group ?? null) : `editor:typing:${edit.from}:${doc.history.past.length}`
}

/** One step back, and the edits that lead there; null when there is none. */
export function undoDoc(doc: Doc): { doc: Doc; edits: readonly Edit[] } | null {
  const step = doc.history.past.at(-1)
  if (step === undefined) return null
  const { next, back } = travelled(doc, step)
  const history = { past: doc.history.past.slice(0, -1), future: [...doc.history.future, back] }
  return { doc: { ...next, history }, edits: step.inverse }
}

/** One step forward again, and the edits that lead there; null when there is none. */
export function redoDoc(doc: Doc): { doc: Doc; edits: readonly Edit[] } | null {
  const step = doc.history.future.at(-1)
  if (step === undefined) return null
  const { next, back } = travelled(doc, step)
  const history = { past: [...doc.history.past, back], future: doc.history.future.slice(0, -1) }
  return { doc: { ...next, history }, edits: step.inverse }
}

function travelled(doc: Doc, step: Step<Beside>): { next: Doc; back: Step<Beside> } {
  const next = { ...moved(doc, step.inverse), ...step.extra }
  const back: Step<Beside> = {
    inverse: invertEdits(doc.text, step.inverse),
    extra: { file: doc.file, opened: doc.opened },
    group: null,
    at: Number.NEGATIVE_INFINITY,
    end: -1,
  }
  return { next, back }
}

/** An empty document. */
export const newDoc = (): Doc => docOf('')

/** The document as just saved: its text is what the file holds. */
export const savedDoc = (doc: Doc): Doc => ({ ...doc, opened: { text: doc.text, parsed: doc.parsed, file: doc.file } })
