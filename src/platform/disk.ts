import type { DiskContent, DiskFile, DiskVersion, OpenedFile } from '../state/ports'

/** What of the File System Access API the DOM's types do not have. */
interface WithPermission {
  requestPermission?(options: { mode: 'read' | 'readwrite' }): Promise<PermissionState>
}
interface FilePickers {
  showSaveFilePicker?(options: object): Promise<FileSystemFileHandle>
}

const pickers = window as unknown as FilePickers
const fileTypes = [{ description: 'YAML', accept: { 'application/yaml': ['.yaml', '.yml'] } }]

const isFileHandle = (handle: unknown): handle is FileSystemFileHandle & WithPermission =>
  typeof handle === 'object' && handle !== null && 'createWritable' in handle && 'getFile' in handle

const isNamed = (error: unknown, name: string) => error instanceof DOMException && error.name === name

/** The file that a picker or a drop gave; a drop may bring a handle to write it in place. */
export async function openedFile(file: File, handle: unknown): Promise<OpenedFile> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const { name, lastModified } = file
  const disk = isFileHandle(handle) ? { handle, name, seen: await versionOf(bytes, lastModified) } : null
  return { name, bytes, disk }
}

export async function readDisk({ handle }: DiskFile): Promise<DiskContent> {
  if (!isFileHandle(handle)) throw new TypeError('no file handle')
  await allow(handle)
  try {
    const file = await handle.getFile()
    const bytes = new Uint8Array(await file.arrayBuffer())
    return { state: 'there', bytes, version: await versionOf(bytes, file.lastModified) }
  } catch (error) {
    if (isNamed(error, 'NotFoundError')) return { state: 'gone' }
    throw error
  }
}

export async function writeDisk({ handle }: DiskFile, bytes: Uint8Array<ArrayBuffer>): Promise<DiskVersion> {
  if (!isFileHandle(handle)) throw new TypeError('no file handle')
  await allow(handle)
  const stream = await handle.createWritable()
  try {
    await stream.write(bytes)
    await stream.close()
  } catch (error) {
    await stream.abort().catch(() => undefined)
    throw error
  }
  return versionOf(bytes, (await handle.getFile()).lastModified)
}

/** A handle of an earlier visit has to be allowed once more; the browser asks the user. */
async function allow(handle: WithPermission): Promise<void> {
  const answer = await handle.requestPermission?.({ mode: 'readwrite' })
  if (answer === 'denied') throw new DOMException('not allowed', 'NotAllowedError')
}

async function versionOf(bytes: Uint8Array<ArrayBuffer>, modified: number): Promise<DiskVersion> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return { modified, digest: [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('') }
}

export async function pickTarget(name: string): Promise<DiskFile | 'cancelled' | 'unsupported'> {
  if (pickers.showSaveFilePicker === undefined) return 'unsupported'
  try {
    const handle = await pickers.showSaveFilePicker({ suggestedName: name, types: fileTypes })
    return { handle, name: handle.name, seen: null }
  } catch (error) {
    return isNamed(error, 'AbortError') ? 'cancelled' : 'unsupported'
  }
}

export async function isSameFile(a: DiskFile, b: DiskFile): Promise<boolean> {
  return isFileHandle(a.handle) && isFileHandle(b.handle) && a.handle.isSameEntry(b.handle).catch(() => false)
}

export function download(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/yaml' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
