import type { Doc } from '../../core/document/doc'
import { decodeFile, encodeFile } from '../../core/document/file-format'
import { copyName, fileName } from '../../state/file-name'
import type { DiskFile, Platform } from '../../state/ports'
import type { Store } from '../../state/store'
import type { Answer, Questions } from './questions'

/** How a save ended; `theirs` are the bytes that the user would rather have. */
export type Saved =
  | { readonly way: 'written' | 'downloaded'; readonly name: string }
  | { readonly way: 'theirs'; readonly name: string; readonly disk: DiskFile; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly way: 'cancelled' }

interface Saving {
  readonly store: Store
  readonly platform: Platform
  readonly questions: Questions
}

/**
 * Saves the document where it lies on the disk, else where the user says. What somebody else wrote there since is never overwritten
 * without a question. Rejects when the disk does not take it.
 */
export async function saveFile(saving: Saving): Promise<Saved> {
  const { doc, disks } = saving.store.getState()
  const disk = disks.get(doc.file.id)
  // Under another name it is another file.
  if (disk === undefined || disk.name !== doc.file.name) return saveElsewhere(saving, doc, fileName(doc.file.name))
  const now = await saving.platform.readDisk(disk)
  const isKnown = now.state === 'there' && now.version.digest === disk.seen?.digest
  const answer = isKnown ? 'overwrite' : await askBeforeWriting(saving.questions, doc, now)
  if (answer === 'copy') return saveElsewhere(saving, doc, copyName(doc.file.name))
  if (answer === 'theirs' && now.state === 'there')
    return { way: 'theirs', name: disk.name, disk: { ...disk, seen: now.version }, bytes: now.bytes }
  return answer === 'overwrite' ? write(saving, doc, disk) : { way: 'cancelled' }
}

function askBeforeWriting(
  questions: Questions,
  { text, file: { name }, opened }: Doc,
  now: Awaited<ReturnType<Platform['readDisk']>>,
): Promise<Answer> {
  if (now.state === 'gone') return questions.ask({ kind: 'gone-from-disk', name, theirs: opened.text, mine: text })
  const decoded = decodeFile(now.bytes)
  const theirs = decoded.ok ? decoded.text : null
  return questions.ask({ kind: 'changed-on-disk', name, modified: now.version.modified, theirs, mine: text })
}

async function saveElsewhere(saving: Saving, doc: Doc, name: string): Promise<Saved> {
  const target = await saving.platform.pickTarget(name)
  if (target === 'cancelled') return { way: 'cancelled' }
  if (target !== 'unsupported') return write(saving, doc, target)
  saving.platform.download(name, encodeFile(doc.text, doc.file.format))
  saving.store.markSaved(doc)
  return { way: 'downloaded', name }
}

async function write({ store, platform }: Saving, doc: Doc, disk: DiskFile): Promise<Saved> {
  const seen = await platform.writeDisk(disk, encodeFile(doc.text, doc.file.format))
  store.setDisk(doc.file.id, { ...disk, seen })
  store.markSaved({ text: doc.text, parsed: doc.parsed, file: { ...doc.file, name: disk.name } })
  return { way: 'written', name: disk.name }
}
