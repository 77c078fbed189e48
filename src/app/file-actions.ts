import { presetFileName, presetText } from '../config/preset-text'
import type { FileInfo, Origin } from '../core/doc'
import { decodeFile, decodeText, encodeFile, maxFileSize, plainFormat } from '../core/file-format'
import type { Messages } from '../i18n/messages'
import { replaceText } from '../state/edits'
import type { OpenedFile, Platform } from '../state/ports'
import type { Store } from '../state/store'
import { notify } from '../ui/Toast'

/** What opens, takes away and shares the document. Every failure is a sentence and changes nothing. */
export interface FileActions {
  open(file: OpenedFile): void
  pasteText(text: string): void
  pasteClipboard(): Promise<void>
  startFrom(presetId: string | null): Promise<void>
  download(): void
  save(): Promise<void>
  copy(): Promise<void>
  handle(): unknown
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1_000_000)

export function fileActions(
  store: Store,
  platform: Platform,
  messages: () => Messages,
  keptHandle: unknown,
): FileActions {
  // The handle belongs to one file: undoing an open must not save into the other one.
  let handle: { value: unknown; of: string } = { value: keptHandle, of: store.getState().doc.file.name }
  const currentHandle = () => (handle.of === store.getState().doc.file.name ? handle.value : null)

  function replace(text: string, file: FileInfo, origin: Origin, value: unknown = null) {
    handle = { value, of: file.name }
    replaceText(store, text, { origin, file })
    notify({ text: messages().toast.opened(file.name), action: { label: messages().toast.undo, run: store.undo } })
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

  const bytes = () => {
    const { text, file } = store.getState().doc
    return encodeFile(text, file.format)
  }

  return {
    open({ name, bytes: given, handle: value }) {
      const decoded = decodeFile(given)
      if (decoded.ok) replace(decoded.text, { name, format: decoded.format }, 'open', value)
      else refuse(name, decoded)
    },
    pasteText(text) {
      const decoded = decodeText(text)
      replace(decoded.text, { name: store.getState().doc.file.name, format: decoded.format }, 'open')
    },
    async pasteClipboard() {
      const text = await platform.readClipboard()
      if (text === null) notify({ text: messages().toast.pasteBlocked, level: 'error' })
      else if (text === '') notify({ text: messages().toast.nothingToPaste })
      else this.pasteText(text)
    },
    async startFrom(presetId) {
      let text = ''
      try {
        if (presetId !== null) text = await presetText(presetId)
      } catch {
        const { recipe, again } = messages().parts
        const action = { label: again, run: () => void this.startFrom(presetId) }
        notify({ text: recipe(presetId ?? ''), level: 'error', action, stays: true })
        return
      }
      const name = presetId === null ? 'config.yaml' : presetFileName(presetId)
      replace(text, { name, format: plainFormat }, 'preset')
    },
    download() {
      const { name } = store.getState().doc.file
      platform.download(name, bytes())
      store.markSaved()
    },
    async save() {
      const { name } = store.getState().doc.file
      try {
        const saved = await platform.saveFile(name, bytes(), currentHandle())
        if (!saved.done) return
        handle = { value: saved.handle, of: name }
        store.markSaved()
        notify({ text: saved.handle === null ? messages().toast.downloaded(name) : messages().toast.saved(name) })
      } catch {
        notify({ text: messages().toast.saveFailed(name), level: 'error' })
      }
    },
    async copy() {
      const done = await platform.copyText(store.getState().doc.text)
      notify(done ? { text: messages().toast.copied } : { text: messages().toast.copyFailed, level: 'error' })
    },
    handle: currentHandle,
  }
}
