import { recipeFileName, recipeText } from '../../config/recipes/recipe-text'
import { type FileInfo, type Origin, otherDocuments } from '../../core/document/doc'
import { decodeFile, decodeText, encodeFile, maxFileSize, plainFormat } from '../../core/document/file-format'
import { parse } from '../../core/omegaconf/parse'
import type { Parsed } from '../../core/parsed'
import type { Messages } from '../../i18n/messages'
import { activeOf, isUnsaved, readDraft, restored, type TabDraft } from '../../state/drafts/draft'
import { keepDocuments } from '../../state/drafts/keep'
import { replaceText } from '../../state/edits'
import { fileName, pastedName } from '../../state/file-name'
import type { DiskFile, OpenedFile, Platform } from '../../state/ports'
import type { Store } from '../../state/store'
import type { Notices } from '../../ui/notices'
import type { Questions } from './questions'
import { saveFile } from './save-file'
import { documentTopic } from './use-undo-notice'

/** What opens, takes away and shares the document. Every failure is a sentence and changes nothing. */
export interface FileActions {
  open(file: OpenedFile): void
  /** Text becomes a document of its own; `unasked`: by a key that may have been meant otherwise, so that unsaved text is asked for. */
  pasteText(text: string, how?: 'unasked'): Promise<void>
  pasteClipboard(): Promise<void>
  startFrom(recipeId: string | null): Promise<void>
  /** The text of a closed tab is opened here; its own draft goes once this tab's has it. */
  openDraft(draft: TabDraft): Promise<void>
  download(): void
  save(): Promise<void>
  copy(): Promise<void>
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1_000_000)

interface FileActionsContext {
  readonly store: Store
  readonly platform: Platform
  readonly questions: Questions
  readonly notify: Notices['notify']
  /** The name of this tab. */
  readonly tab: string
  /** Once all changes up to now are kept. */
  readonly whenKept: () => Promise<void>
  /** The sentences of now. */
  readonly messages: () => Messages
}

export function fileActions(context: FileActionsContext): FileActions {
  const { store, platform, questions, notify, tab, whenKept, messages } = context
  let isSaving = false

  interface Replacement {
    readonly text: string
    readonly file: Omit<FileInfo, 'id'>
    readonly origin: Origin
    readonly disk?: DiskFile | null
    readonly parsed?: Parsed
    readonly sentence: string
  }
  function replace({ text, file, origin, disk = null, parsed, sentence }: Replacement) {
    const former = store.getState().doc.file.name
    const id = platform.newId()
    if (disk !== null) store.setDisk(id, disk)
    replaceText(store, text, { origin, file: { ...file, id } }, parsed)
    const action = { label: messages().app.goBackTo(former), run: store.goBack }
    notify({ text: sentence, action, topic: documentTopic })
  }

  function refuse(name: string, decoded: Exclude<ReturnType<typeof decodeFile>, { ok: true }>) {
    const { openFailed } = messages()
    const text =
      decoded.reason === 'too-large'
        ? openFailed.tooLarge(name, megabytes(decoded.size), megabytes(maxFileSize))
        : decoded.reason === 'utf-16'
          ? openFailed.utf16(name)
          : openFailed.binary(name, decoded.line)
    notify({ text, level: 'error' })
  }

  /** Two tabs that write one file would overwrite each other's text: that is said when the second opens it. */
  async function warnOfOtherTab(disk: DiskFile) {
    const open = await platform.tabs.open()
    const drafts = await platform.drafts.readAll().catch(() => [])
    for (const { tab: other, value } of drafts) {
      const draft = other !== tab && open?.has(other) ? readDraft(value) : null
      const document = draft === null ? null : activeOf(draft)
      const theirs = document?.disks[document.file.id]
      if (theirs !== undefined && (await platform.isSameFile(theirs, disk)))
        notify({ text: messages().toast.openElsewhere(disk.name), level: 'warning' })
    }
  }

  const bytes = () => {
    const { text, file } = store.getState().doc
    return encodeFile(text, file.format)
  }

  const actions: FileActions = {
    open({ name, bytes: given, disk }) {
      const decoded = decodeFile(given)
      if (!decoded.ok) return refuse(name, decoded)
      const { text, format } = decoded
      replace({ text, file: { name, format }, origin: 'open', disk, sentence: messages().toast.opened(name) })
      if (disk !== null) void warnOfOtherTab(disk)
    },
    async pasteText(raw, how) {
      const { doc } = store.getState()
      const former = doc.file.name
      if (how === 'unasked' && isUnsaved(doc)) {
        if ((await questions.ask({ kind: 'replace-unsaved', name: former })) !== 'replace') return
      }
      const { text, format } = decodeText(raw)
      const parsed = parse(text)
      const name = pastedName(parsed)
      const sentence = messages().toast.pasted(name, former)
      replace({ text, file: { name, format }, origin: 'open', parsed, sentence })
    },
    async pasteClipboard() {
      const text = await platform.readClipboard()
      if (text === null) notify({ text: messages().toast.pasteBlocked, level: 'error' })
      else if (text.trim() === '') notify({ text: messages().toast.nothingToPaste })
      else await actions.pasteText(text)
    },
    async startFrom(recipeId) {
      const name = recipeId === null ? 'config.yaml' : recipeFileName(recipeId)
      const text = recipeId === null ? '' : await recipeText(recipeId).catch(() => null)
      if (text === null) {
        const { recipe, again } = messages().parts
        const action = { label: again, run: () => void actions.startFrom(recipeId) }
        notify({ text: recipe(recipeId ?? ''), level: 'error', action, stays: true })
        return
      }
      const sentence = messages().toast.opened(name)
      replace({ text, file: { name, format: plainFormat }, origin: 'recipe', sentence })
    },
    async openDraft(draft) {
      const document = restored(activeOf(draft))
      const former = store.getState().doc.file.name
      store.setOthers(store.getState().others.filter((other) => other !== draft))
      keepDocuments(store, platform, otherDocuments(document.doc))
      store.open(document)
      const action = { label: messages().app.goBackTo(former), run: store.goBack }
      notify({ text: messages().toast.opened(document.doc.file.name), action, topic: documentTopic })
      await whenKept()
      if (store.getState().draftsKept) await platform.drafts.remove(draft.tab).catch(() => undefined)
    },
    download() {
      const { doc } = store.getState()
      platform.download(fileName(doc.file.name), bytes())
      store.markSaved(doc)
    },
    async save() {
      if (isSaving) return
      isSaving = true
      const { name } = store.getState().doc.file
      try {
        const saved = await saveFile({ store, platform, questions })
        const { toast } = messages()
        if (saved.way === 'written') notify({ text: toast.saved(saved.name), level: 'success' })
        if (saved.way === 'downloaded') notify({ text: toast.downloaded(saved.name) })
        if (saved.way === 'theirs') actions.open(saved)
      } catch {
        const action = { label: messages().app.download, run: actions.download }
        notify({ text: messages().toast.saveFailed(name), level: 'error', action })
      } finally {
        isSaving = false
      }
    },
    async copy() {
      const done = await platform.copyText(store.getState().doc.text)
      notify(done ? { text: messages().toast.copied } : { text: messages().toast.copyFailed, level: 'error' })
    },
  }
  return actions
}
