import { type Kind, modelFamilies, tasks } from '../../config/schema/family'
import { type Doc, docOf, type StepContext, type Unread } from '../../core/document/doc'
import { bounded, emptyHistory, type History, type Step } from '../../core/document/history'
import { diffText } from '../../core/document/text-diff'
import type { Path } from '../../core/path'
import { readOptions } from '../large-text'
import type { DiskFile } from '../ports'
import { z } from '../zod'

/** What undo keeps across a reload: this many steps singly, of this many characters together; older ones as one. */
export const keptSteps = 1000
export const keptCharacters = 2_000_000

const list = <T extends z.ZodMiniType>(item: T) => z.readonly(z.array(item))
const wholeNumber = z.number().check(z.int(), z.minimum(0))
const lineRun = z.object({ end: z.enum(['\n', '\r\n', '\r']), count: wholeNumber })
const file = z.object({
  id: z.string(),
  name: z.string(),
  format: z.object({ bom: z.boolean(), ends: list(lineRun) }),
})
const opened = z.object({ text: z.string(), file })
const edit = z.object({ from: wholeNumber, to: wholeNumber, insert: z.string() })
const step = z.object({
  edits: list(edit),
  context: z.object({ file, opened: z.nullable(opened) }),
  size: wholeNumber,
  isOpening: z.boolean(),
})
const pinned = z.nullable(z.object({ family: z.nullable(z.enum(modelFamilies)), task: z.nullable(z.enum(tasks)) }))
const disk = z.object({
  handle: z.unknown(),
  name: z.string(),
  seen: z.nullable(z.object({ modified: z.number(), digest: z.string() })),
})
const documentDraft = z.object({
  text: z.string(),
  file,
  opened,
  /** It and the caret are absent where the text was changed without the app, by boot/rescue.ts. */
  history: z.optional(z.object({ past: list(step), future: list(step) })),
  focusPath: z.nullable(list(z.union([z.string(), z.number(), z.boolean(), z.null()]))),
  /** UTF-16 offset of the caret in the text. */
  caret: z.optional(z.nullable(wholeNumber)),
  pinned: z.catch(pinned, null),
  /** Where the documents lie that undo and redo lead to, by their id. */
  disks: z.record(z.string(), disk),
})
const tabDraft = z.object({
  version: z.literal(2),
  tab: z.string(),
  /** Milliseconds since 1970. */
  at: z.number(),
  /** Counts what a tab has kept: of two drafts of one tab the one with the higher number is the newer. */
  serial: wholeNumber,
  active: wholeNumber,
  documents: z.array(documentDraft).check(z.minLength(1)),
})

type ReadDocument = z.infer<typeof documentDraft>
/** What is kept of one document. */
export type DocumentDraft = Omit<ReadDocument, 'history' | 'caret'> & {
  readonly history: NonNullable<ReadDocument['history']>
  readonly caret: number | null
}
/** What is kept of one tab of the browser. */
export type TabDraft = Omit<z.infer<typeof tabDraft>, 'documents'> & { readonly documents: readonly DocumentDraft[] }

/** What a visit left, as an earlier version of the editor kept it. */
const firstDraft = z.object({
  version: z.literal(1),
  text: z.string(),
  file: z.object({ name: z.string(), format: z.object({ bom: z.boolean(), ends: list(lineRun) }) }),
  openedText: z.string(),
  openedFile: z.object({ name: z.string(), format: z.object({ bom: z.boolean(), ends: list(lineRun) }) }),
})

/** A kept value as a draft, or null when it is none that can be used. What is wrong with its history alone costs only that. */
export function readDraft(value: unknown): TabDraft | null {
  const read = tabDraft.safeParse(value)
  if (read.success) return { ...read.data, documents: read.data.documents.map(withFittingHistory) }
  const first = firstDraft.safeParse(value)
  return first.success ? ofFirstVersion(first.data) : null
}

function ofFirstVersion({ text, file, openedText, openedFile }: z.infer<typeof firstDraft>): TabDraft {
  const id = 'first-version'
  const document = {
    text,
    file: { ...file, id },
    opened: { text: openedText, file: { ...openedFile, id } },
    history: emptyHistory,
    focusPath: null,
    caret: null,
    pinned: null,
    disks: {},
  }
  return { version: 2, tab: 'first-version', at: 0, serial: 0, active: 0, documents: [withOneStep(document)] }
}

/** The document of a draft that was being edited. */
export const activeOf = (draft: TabDraft): DocumentDraft =>
  draft.documents[draft.active] ?? (draft.documents[0] as DocumentDraft)

/** True when something in the draft is nowhere else: it differs from what its file or recipe holds. */
export const isUnsaved = (document: Pick<DocumentDraft, 'text' | 'opened'>): boolean =>
  document.text !== document.opened.text

/** What is kept of the app's state. */
interface KeptState {
  readonly doc: Doc
  readonly focus: { readonly path: Path; readonly offset?: number } | null
  readonly pinned: Kind | null
  readonly disks: ReadonlyMap<string, DiskFile>
}

/** What is kept of a state. */
export function draftOf({ doc, focus, pinned, disks }: KeptState): DocumentDraft {
  const { past, future } = keptHistory(doc.history)
  const ids = new Set([doc.file, ...[...past, ...future].map(({ context }) => context.file)].map(({ id }) => id))
  return {
    text: doc.text,
    file: doc.file,
    opened: { text: doc.opened.text, file: doc.opened.file },
    history: { past, future },
    focusPath: focus === null ? null : focus.path,
    caret: focus?.offset ?? null,
    pinned,
    disks: Object.fromEntries([...disks].filter(([id]) => ids.has(id))),
  }
}

const limits = { steps: keptSteps, characters: keptCharacters }

const keptHistory = ({ past, future }: History<StepContext>) => ({
  past: bounded(past, limits),
  future: nearest(future),
})

/** The next steps forward, the next one last, as many as are kept. */
function nearest(future: readonly Step<StepContext>[]): readonly Step<StepContext>[] {
  let held = 0
  let from = future.length
  while (from > 0 && future.length - from < keptSteps) {
    held += future[from - 1]?.size ?? 0
    if (held > keptCharacters) break
    from--
  }
  return future.slice(from)
}

/** What is kept of a document that is left for good; null when nothing of it is unsaved. */
export function draftOfLeft({ text, file, opened }: Unread, disks: KeptState['disks']): DocumentDraft | null {
  if (text === opened.text) return null
  const disk = disks.get(file.id)
  return withOneStep({
    text,
    file,
    opened: { text: opened.text, file: opened.file },
    focusPath: null,
    caret: null,
    pinned: null,
    disks: disk === undefined ? {} : { [file.id]: disk },
  })
}

/** A draft that is as small as it can be without losing a text: undo leads to the opened text in one step. */
export function withOneStep(document: Omit<DocumentDraft, 'history'>): DocumentDraft {
  const edits = diffText(document.text, document.opened.text)
  const back = { edits, context: { file: document.opened.file, opened: null }, size: 0, isOpening: false }
  return { ...document, history: { past: edits.length === 0 ? [] : [back], future: [] } }
}

/** The document of a draft with its history and its place on the disk. */
export function restored({ text, file, opened, history, focusPath, caret, pinned, disks }: DocumentDraft) {
  const offset = caret === null ? {} : { offset: Math.min(caret, text.length) }
  const focus = focusPath === null ? null : { path: focusPath, from: 'app' as const, reveal: true, ...offset }
  const doc = docOf(text, file, opened, { history: { ...history, joint: null }, ...readOptions })
  return { doc, focus, pinned, disks: new Map(Object.entries(disks)) }
}

/** A document of its own with the same text and history: it is saved elsewhere than the one it is a copy of. */
export function copied(document: DocumentDraft): DocumentDraft {
  return { ...document, disks: {} }
}

/** Steps whose edits lie outside the text of their moment would break undo: then the history is given up, the texts stay. */
function withFittingHistory(document: ReadDocument): DocumentDraft {
  const { text, history, caret = null } = document
  const fits =
    history !== undefined && areWalkable(text.length, history.past) && areWalkable(text.length, history.future)
  return fits ? { ...document, caret, history } : withOneStep({ ...document, caret })
}

function areWalkable(length: number, steps: readonly Step<unknown>[]): boolean {
  let now = length
  return steps.toReversed().every(({ edits }) => {
    const isSorted = edits.every(({ from, to }, i) => from >= (edits[i - 1]?.to ?? 0) && to >= from && to <= now)
    now += edits.reduce((sum, { from, to, insert }) => sum + insert.length - (to - from), 0)
    return isSorted
  })
}
