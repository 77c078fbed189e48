import { randomUUID } from 'node:crypto'
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { codeOf } from './system-error'

/**
 * Writes a file as a whole: its bytes are complete beside it before they take its place, so that there is the old file or the new one
 * at any moment. It keeps its rights, and a link keeps leading to it. Throws what the file system says; the file is as before then.
 */
export function writeWhole(name: string, bytes: Uint8Array): void {
  const target = targetOf(name)
  const old = statSync(target, { throwIfNoEntry: false })
  // Nothing can take the place of a pipe or a device.
  if (old !== undefined && !old.isFile()) return writeFileSync(target, bytes)
  if (old !== undefined) accessSync(target, constants.W_OK)
  const beside = join(dirname(target), `.t2i-config-${randomUUID()}`)
  try {
    writeNew(beside, bytes, old)
    renameSync(beside, target)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}

/** A file that was not there, on the disk when this returns, with the rights and the owner of another. */
function writeNew(name: string, bytes: Uint8Array, like: Stats | undefined): void {
  const descriptor = openSync(name, 'wx', like === undefined ? 0o666 : 0o600)
  try {
    writeFileSync(descriptor, bytes)
    if (like !== undefined) takeRights(descriptor, like)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function takeRights(descriptor: number, { mode, uid, gid }: Stats): void {
  try {
    fchownSync(descriptor, uid, gid)
  } catch {
    // Only root gives files away; others keep what they write.
  }
  fchmodSync(descriptor, mode & 0o7777)
}

/** The file that a name leads to, through links; also one that is not there yet. */
function targetOf(name: string): string {
  try {
    return realpathSync(name)
  } catch (error) {
    const isLink = lstatSync(name, { throwIfNoEntry: false })?.isSymbolicLink() === true
    return isLink && codeOf(error) === 'ENOENT' ? targetOf(resolve(dirname(name), readlinkSync(name))) : name
  }
}
