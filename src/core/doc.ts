import { type FileFormat, plainFormat, remapFormat } from './file-format'
import { emptyHistory, type History, record, type Step, travel } from './history'
import type { Parsed } from './parsed'
import { applyEdits, type Edit } from './text'
import { parse, type ReadOptions } from './yaml/parse'

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

/** What undo restores beside the text; `opened` only where a step opened another file. Kept unparsed: it is needed once in a while. */
interface Beside {
  readonly file: FileInfo
  readonly opened: Pick<Opened, 'text' | 'file'> | null
}

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
  options: ReadOptions = {},
): Doc {
  const parsed = parse(text, options)
  const openedParsed = parsedOf(opened.text, [parsed], options)
  return {
    text,
    parsed,
    lastGood: goodOf(parsed, openedParsed),
    file,
    opened: { ...opened, parsed: openedParsed },
    history: emptyHistory,
  }
}

/** The document after a change. `after` is the new text already parsed, where the caller has it. What changes nothing leaves no step. */
export function transact(doc: Doc, transaction: Transaction, after?: Parsed, options: ReadOptions = {}): Doc {
  const { edits, file: opening, rename } = transaction
  const text = applyEdits(doc.text, edits)
  const parsed = parsedOf(text, [after, doc.parsed, doc.lastGood ?? undefined], options)
  const file = opening ?? fileAfter(doc, edits, rename)
  const isSameFile = opening === undefined && file.name === doc.file.name
  if (isSameFile && text === doc.text) return doc
  const opened = opening === undefined ? doc.opened : { text, file: opening, parsed }
  const lastGood = goodOf(parsed, opening === undefined ? doc.lastGood : null)
  return { text, file, opened, parsed, lastGood, history: recorded(doc, transaction, { text, file }) }
}

/** The same file after edits; the same object when nothing about it changed. */
function fileAfter({ file, text }: Doc, edits: readonly Edit[], rename: string | undefined): FileInfo {
  const format = remapFormat(file.format, text, edits)
  const name = rename ?? file.name
  return format === file.format && name === file.name ? file : { name, format }
}

/** Changes of a form field are joined by its place, typing in the editor by adjacency; all others stand alone. */
function recorded(doc: Doc, transaction: Transaction, after: { text: string; file: FileInfo }): History<Beside> {
  const { edits, origin, at, group, file } = transaction
  const isOpening = file !== undefined
  const change = {
    edits,
    origin,
    at,
    group,
    alone: isOpening || (group === undefined && origin !== 'editor'),
    before: { text: doc.text, beside: besideOf(doc, isOpening) },
    after: { text: after.text, beside: { file: after.file, opened: null } },
    besideSize: isOpening ? doc.opened.text.length : 0,
  }
  return record(doc.history, change, (a, b) => a.file === b.file && a.opened === b.opened)
}

const besideOf = ({ file, opened }: Doc, withOpened: boolean): Beside => ({
  file,
  opened: withOpened ? { text: opened.text, file: opened.file } : null,
})

/** One step back, and the edits that lead there; null when there is none. */
export const undoDoc = (doc: Doc, options: ReadOptions = {}): { doc: Doc; edits: readonly Edit[] } | null =>
  travelled(doc, 'undo', options)

/** One step forward again, and the edits that lead there; null when there is none. */
export const redoDoc = (doc: Doc, options: ReadOptions = {}): { doc: Doc; edits: readonly Edit[] } | null =>
  travelled(doc, 'redo', options)

/** The same document with its text read whatever its size. */
export function readDoc(doc: Doc): Doc {
  const parsed = parse(doc.text)
  const opened = doc.opened.text === doc.text ? { ...doc.opened, parsed } : doc.opened
  return { ...doc, parsed, opened, lastGood: goodOf(parsed, doc.lastGood) }
}

function travelled(
  doc: Doc,
  direction: 'undo' | 'redo',
  options: ReadOptions,
): { doc: Doc; edits: readonly Edit[] } | null {
  const isOpening = (step: Step<Beside>) => step.beside.opened !== null
  const now = { text: doc.text, beside: (step: Step<Beside>) => besideOf(doc, isOpening(step)) }
  const taken = travel(doc.history, direction, now)
  if (taken === null) return null
  const { history, step } = taken
  const text = applyEdits(doc.text, step.edits)
  const parsed = parsedOf(text, [doc.opened.parsed, doc.lastGood ?? undefined], options)
  const { file, opened: formerly } = step.beside
  const opened = formerly === null ? doc.opened : { ...formerly, parsed: parsedOf(formerly.text, [parsed], options) }
  const lastGood = goodOf(parsed, formerly === null ? doc.lastGood : opened.parsed)
  return { doc: { text, file, opened, parsed, lastGood, history }, edits: step.edits }
}

const parsedOf = (text: string, known: readonly (Parsed | undefined)[], options: ReadOptions): Parsed =>
  known.find((parsed) => parsed?.text === text) ?? parse(text, options)

const goodOf = (parsed: Parsed, before: Parsed | null): Parsed | null =>
  parsed.sound ? parsed : before?.sound ? before : null

/** An empty document. */
export const newDoc = (): Doc => docOf('')

/** The document as just saved: its text is what the file holds, and what is typed next is a step of its own. */
export const savedDoc = (doc: Doc): Doc => ({
  ...doc,
  opened: { text: doc.text, parsed: doc.parsed, file: doc.file },
  history: { ...doc.history, joint: null },
})
