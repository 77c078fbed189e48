import { randomUUID } from 'node:crypto'
import { chmodSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** What a command asks of the machine. Files are named as on the command line; `-` is standard input. */
export interface Io {
  /** The bytes of a file; throws what the file system says. */
  read(name: string): Uint8Array
  /** The whole file or nothing: written beside it and put in its place. Throws what the file system says. */
  write(name: string, bytes: Uint8Array): void
  out(text: string | Uint8Array): void
  err(text: string): void
}

export const nodeIo: Io = {
  read: (name) => readFileSync(name === '-' ? 0 : name),
  write(name, bytes) {
    // A link keeps pointing at its file, and the file keeps its rights.
    const target = existing(name)
    const beside = join(dirname(target), `.${basename(target)}.${randomUUID()}`)
    try {
      writeFileSync(beside, bytes, { flag: 'wx' })
      if (target !== name || statOf(target) !== null) chmodSync(beside, (statOf(target)?.mode ?? 0o644) & 0o7777)
      renameSync(beside, target)
    } catch (error) {
      rmSync(beside, { force: true })
      throw error
    }
  },
  out: (text) => void writeAll(1, text),
  err: (text) => void writeAll(2, text),
}

function existing(name: string): string {
  try {
    return realpathSync(name)
  } catch {
    return name
  }
}

const statOf = (name: string) => statSync(name, { throwIfNoEntry: false }) ?? null

/** Everything, also into a pipe that takes it piece by piece; a pipe that was closed ends the program in peace. */
function writeAll(descriptor: 1 | 2, text: string | Uint8Array): void {
  try {
    writeFileSync(descriptor, text)
  } catch (error) {
    if (codeOf(error) === 'EPIPE') process.exit(0)
    if (codeOf(error) !== 'EAGAIN') throw error
    ;(descriptor === 1 ? process.stdout : process.stderr).write(text)
  }
}

/** The system's name of an error: `ENOENT`, `EACCES`. */
export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
