import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { maxFileSize } from '../core/document/file-format'
import { codeOf } from './system-error'
import { writeWhole } from './write-whole'

/** What a command asks of the machine. Files are named as on the command line; `-` is standard input. */
export interface Io {
  /** The bytes of a file, of a larger one the first that make it too large. Throws what the file system says. */
  read(name: string): Uint8Array
  /** The whole file or nothing. Throws what the file system says. */
  write(name: string, bytes: Uint8Array): void
  out(text: string | Uint8Array): void
  err(text: string): void
}

export const nodeIo: Io = {
  read: (name) => (name === '-' ? readAll(0) : readFile(name)),
  write: writeWhole,
  out: (text) => writeAll(1, text),
  err(text) {
    try {
      writeAll(2, text)
    } catch {
      // There is nowhere left to say it.
    }
  },
}

function readFile(name: string): Uint8Array {
  const descriptor = openSync(name, 'r')
  try {
    return readAll(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** To the end, but not much more than is ever opened: `/dev/zero` and some pipes have no end. */
function readAll(descriptor: number): Uint8Array {
  const piece = new Uint8Array(1 << 16)
  const pieces: Uint8Array[] = []
  let size = 0
  while (size <= maxFileSize) {
    const count = whenReady(() => readSync(descriptor, piece))
    if (count === 0) break
    pieces.push(piece.slice(0, count))
    size += count
  }
  return Buffer.concat(pieces)
}

/** The process's own streams whose reader has gone. */
const closed = new Set<number>()

/** Everything, also into a pipe that takes it piece by piece. What a closed pipe no longer takes is nobody's loss. */
function writeAll(descriptor: 1 | 2, text: string | Uint8Array): void {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  try {
    for (let at = 0; at < bytes.length && !closed.has(descriptor); ) {
      const from = at
      at += whenReady(() => writeSync(descriptor, bytes, from))
    }
  } catch (error) {
    if (codeOf(error) !== 'EPIPE') throw error
    closed.add(descriptor)
  }
}

/** Asks again while the other side of a pipe is not ready. */
function whenReady<T>(attempt: () => T): T {
  for (;;) {
    try {
      return attempt()
    } catch (error) {
      if (codeOf(error) !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
}
