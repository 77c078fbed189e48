import { accessSync, constants, lstatSync, readlinkSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
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
  // By itself the package writes once, which a full disk cuts short without an error.
  writeFileAtomic.sync(target, '', { tmpfileCreated: (beside) => writeFileSync(beside, bytes) })
}

/** The file that a name leads to, through links; also one that is not there yet, for which the package would put a file in place of the link. */
function targetOf(name: string): string {
  try {
    return realpathSync(name)
  } catch (error) {
    const isLink = lstatSync(name, { throwIfNoEntry: false })?.isSymbolicLink() === true
    return isLink && codeOf(error) === 'ENOENT' ? targetOf(resolve(dirname(name), readlinkSync(name))) : name
  }
}
