import { parse, type ReadOptions } from '../omegaconf/parse'
import type { Parsed } from '../parsed'
import { applyEdits, type Edit } from '../text'
import { type FileFormat, plainFormat, remapFormat } from './file-format'
import { bounded, closeStep, emptyHistory, type History, record, type Step, travel } from './history'
import { diffText } from './text-diff'

/** A document's file: what it is called and what its bytes have beside the text. */
export interface FileInfo {
  /** Names the document, however its file is called: what is known of it elsewhere (where it lies on the disk) goes by this. */
  readonly id: string
  readonly name: string
  readonly format: FileFormat
}

/** What the file held when it was opened or last saved. */
interface Opened {
  readonly text: string
  readonly parsed: Parsed
  readonly file: FileInfo
}

export type Origin = 'editor' | 'form' | 'open' | 'recipe' | 'fix' | 'undo' | 'redo'

/** A change of the document. `at` is in milliseconds; changes of one `group` in a row are undone together until `closedDoc`. */
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

/** What undo restores beside the text; `opened` only where a step leads to another document. Kept unparsed: it is needed once in a while. */
export interface StepContext {
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
  readonly history: History<StepContext>
}

export const defaultFile: FileInfo = { id: '', name: 'config.yaml', format: plainFormat }

interface DocOptions extends ReadOptions {
  readonly history?: History<StepContext>
}

/** A document, without history unless one is given. `opened` is what its file holds, when that differs. */
export function docOf(
  text: string,
  file: FileInfo = defaultFile,
  opened: { text: string; file: FileInfo } = { text, file },
  { history = emptyHistory, ...options }: DocOptions = {},
): Doc {
  const parsed = parse(text, options)
  const openedParsed = parsedOf(opened.text, [parsed], options)
  return {
    text,
    parsed,
    lastGood: goodOf(parsed, parsed.sound ? null : (lastGoodIn(text, history, options) ?? openedParsed)),
    file,
    opened: { ...opened, parsed: openedParsed },
    history,
  }
}

/** Steps back that are read in search of the last text that could be read. */
const searchedSteps = 30

/** The reading of the newest text of the document's history that can be read; null when none of its last steps can. */
function lastGoodIn(text: string, { past }: History<StepContext>, options: ReadOptions): Parsed | null {
  let at = text
  for (const { edits, isOpening } of past.slice(-searchedSteps).reverse()) {
    if (isOpening) return null
    at = applyEdits(at, edits)
    const parsed = parse(at, options)
    if (parsed.sound) return parsed
  }
  return null
}

/** The document after a change. `after` is the new text already parsed, where the caller has it. What changes nothing leaves no step. */
export const transact = (doc: Doc, transaction: Transaction, after?: Parsed, options: ReadOptions = {}): Doc =>
  read(changed(doc, transaction), doc, options, after)

/** The document after changes that follow each other, each on the text that the one before gives; only the last text is read. */
export const transactAll = (doc: Doc, transactions: readonly Transaction[], options: ReadOptions = {}): Doc =>
  read(transactions.reduce<Unread>(changed, doc), doc, options)

function changed(doc: Unread, transaction: Transaction): Unread {
  const { edits, file: opening, rename } = transaction
  const text = applyEdits(doc.text, edits)
  const file = opening ?? fileAfter(doc, edits, rename)
  const isSameFile = opening === undefined && file.name === doc.file.name
  if (isSameFile && text === doc.text) return doc
  const opened = opening === undefined ? doc.opened : { text, file: opening }
  return { text, file, opened, history: recorded(doc, transaction, { text, file }) }
}

/** The same file after edits; the same object when nothing about it changed. */
function fileAfter({ file, text }: Unread, edits: readonly Edit[], rename: string | undefined): FileInfo {
  const format = remapFormat(file.format, text, edits)
  const name = rename ?? file.name
  return format === file.format && name === file.name ? file : { ...file, name, format }
}

/** Changes of a form field are joined by its place, typing in the editor by adjacency; all others stand alone. */
function recorded(
  doc: Unread,
  transaction: Transaction,
  after: { text: string; file: FileInfo },
): History<StepContext> {
  const { edits, origin, at, group, file } = transaction
  const isOpening = file !== undefined
  const change = {
    edits,
    origin,
    at,
    group,
    alone: isOpening || (group === undefined && origin !== 'editor'),
    isOpening,
    before: { text: doc.text, context: contextOf(doc, isOpening) },
    after: { text: after.text, context: { file: after.file, opened: null } },
    contextSize: isOpening ? doc.opened.text.length : 0,
  }
  return record(doc.history, change, (a, b) => a.file === b.file && a.opened === b.opened)
}

const contextOf = ({ file, opened }: Unread, withOpened: boolean): StepContext => ({
  file,
  opened: withOpened ? { text: opened.text, file: opened.file } : null,
})

/**
 * Another document, with the history of itself, takes the place of this one, which is behind all that can be undone in it. What else the
 * history of the other leads to is not taken along (`otherDocuments`).
 */
export function openDoc(doc: Doc, other: Doc): Doc {
  const past = other.history.past.slice(other.history.past.findLastIndex(({ isOpening }) => isOpening) + 1)
  const future = other.history.future.slice(other.history.future.findLastIndex(({ isOpening }) => isOpening) + 1)
  const first = past.reduceRight((text, { edits }) => applyEdits(text, edits), other.text)
  const edits = diffText(first, doc.text)
  const size = edits.reduce((sum, { insert }) => sum + insert.length, doc.opened.text.length)
  const back: Step<StepContext> = { edits, context: contextOf(doc, true), size, isOpening: true }
  return { ...other, history: { past: bounded([...doc.history.past, back, ...past]), future, joint: null } }
}

/** A document after a step, and the edits that lead there. */
type Travelled = { readonly doc: Doc; readonly edits: readonly Edit[] }

/** One step back within the document; null when it is as it was opened. */
export const undoDoc = (doc: Doc, options: ReadOptions = {}): Travelled | null =>
  canUndo(doc) ? travelled(doc, 'undo', options) : null

/** One step forward again; null when there is none. */
export const redoDoc = (doc: Doc, options: ReadOptions = {}): Travelled | null => travelled(doc, 'redo', options)

/** True when something of this document can be undone. */
export const canUndo = ({ history }: Doc): boolean => history.past.at(-1)?.isOpening === false

/** The file of the document that was open before this one; null when there is none. */
export const formerFile = ({ history }: Doc): FileInfo | null =>
  history.past.findLast(({ isOpening }) => isOpening)?.context.file ?? null

/** Back to the document that was open before, as it was left; all of it can be redone. Null when there is none. */
export function goBackDoc(doc: Doc, options: ReadOptions = {}): Travelled | null {
  let at: Unread | null = formerFile(doc) === null ? null : doc
  for (let last = false; at !== null && !last; ) {
    last = at.history.past.at(-1)?.isOpening === true
    at = stepped(at, 'undo')
  }
  return at === null ? null : { doc: read(at, doc, options), edits: diffText(doc.text, at.text) }
}

/** The same document with its text read whatever its size. */
export function readDoc(doc: Doc): Doc {
  const parsed = parse(doc.text)
  const opened = doc.opened.text === doc.text ? { ...doc.opened, parsed } : doc.opened
  return { ...doc, parsed, opened, lastGood: goodOf(parsed, doc.lastGood) }
}

/** The other documents that redo, and with `both` also going back, leads to from a document, each as it was left; the nearest first. */
export function otherDocuments(doc: Doc, ways: 'redo' | 'both' = 'both'): Unread[] {
  return [...walkedTo(doc, 'redo'), ...(ways === 'both' ? walkedTo(doc, 'undo') : [])]
}

function walkedTo(doc: Doc, direction: 'undo' | 'redo'): Unread[] {
  const found: Unread[] = []
  let last: Unread = doc
  for (let next = stepped(doc, direction); next !== null; next = stepped(next, direction)) {
    // Backwards a document is first met as it was left, forwards last.
    const isOther = next.file.id !== last.file.id
    if (direction === 'undo' && isOther) found.push(next)
    if (direction === 'redo' && isOther && last !== doc && last.file.id !== doc.file.id) found.push(last)
    last = next
  }
  if (direction === 'redo' && last.file.id !== doc.file.id) found.push(last)
  return found
}

/** A document whose texts are not read: what a walk through its history needs. */
export type Unread = Pick<Doc, 'text' | 'file' | 'history'> & { readonly opened: Pick<Opened, 'text' | 'file'> }

function travelled(doc: Doc, direction: 'undo' | 'redo', options: ReadOptions): Travelled | null {
  const edits = (direction === 'undo' ? doc.history.past : doc.history.future).at(-1)?.edits
  const next = stepped(doc, direction)
  return next === null || edits === undefined ? null : { doc: read(next, doc, options), edits }
}

function stepped(doc: Unread, direction: 'undo' | 'redo'): Unread | null {
  const now = { text: doc.text, context: (step: Step<StepContext>) => contextOf(doc, step.isOpening) }
  const taken = travel(doc.history, direction, now)
  if (taken === null) return null
  const { file, opened } = taken.step.context
  const text = applyEdits(doc.text, taken.step.edits)
  return { text, file, opened: opened ?? doc.opened, history: taken.history }
}

/** A document that came from `before`, read as far as that is not done. */
function read(next: Unread, before: Doc, options: ReadOptions, after?: Parsed): Doc {
  if (next === before) return before
  const { text, file, opened, history } = next
  const isSame = opened === before.opened
  const known = [after, before.parsed, before.opened.parsed, before.lastGood ?? undefined]
  const parsed = parsedOf(text, known, options)
  const openedParsed = isSame ? before.opened.parsed : parsedOf(opened.text, [parsed], options)
  return {
    text,
    file,
    parsed,
    opened: isSame ? before.opened : { text: opened.text, file: opened.file, parsed: openedParsed },
    lastGood: goodOf(parsed, isSame ? before.lastGood : openedParsed),
    history,
  }
}

const parsedOf = (text: string, known: readonly (Parsed | undefined)[], options: ReadOptions): Parsed =>
  known.find((parsed) => parsed?.text === text) ?? parse(text, options)

const goodOf = (parsed: Parsed, before: Parsed | null): Parsed | null =>
  parsed.sound ? parsed : before?.sound ? before : null

/** An empty document. */
export const newDoc = (): Doc => docOf('')

/** The document once `saved` (its text and file at some moment) is what its file holds; what is typed next is a step of its own. */
export function savedDoc(doc: Doc, saved: Pick<Doc, 'text' | 'file' | 'parsed'> = doc): Doc {
  const renamed = (file: FileInfo) =>
    file.id === saved.file.id && file.name === doc.file.name ? { ...file, name: saved.file.name } : file
  const isRenamed = saved.file.name !== doc.file.name
  const history = closeStep(doc.history)
  return {
    ...doc,
    file: renamed(doc.file),
    opened: { text: saved.text, parsed: saved.parsed, file: saved.file },
    history: isRenamed ? inFile(history, renamed) : history,
  }
}

/** A history whose steps name the document's file anew: a file that got another name on the disk keeps it, back and forth. */
function inFile(history: History<StepContext>, rename: (file: FileInfo) => FileInfo): History<StepContext> {
  const steps = (all: readonly Step<StepContext>[]) =>
    all.map((step) => ({ ...step, context: { ...step.context, file: rename(step.context.file) } }))
  return { past: steps(history.past), future: steps(history.future), joint: null }
}

/** What is typed next is a step of its own: the user has left the field. */
export function closedDoc(doc: Doc): Doc {
  const history = closeStep(doc.history)
  return history === doc.history ? doc : { ...doc, history }
}
