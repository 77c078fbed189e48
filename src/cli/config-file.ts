import { decodeFile, type FileFormat, maxFileSize } from '../core/file-format'
import type { Parsed } from '../core/parsed'
import { parse } from '../core/yaml/parse'
import type { CliMessages } from '../i18n/cli.en'
import { codeOf, type Io } from './io'

/** A config as it was read from a file. */
export interface ConfigFile {
  /** As given on the command line; `<stdin>` for `-`. */
  readonly name: string
  readonly format: FileFormat
  readonly parsed: Parsed
}

/** A file that cannot be read or written, as a sentence; it ends the command with 2. Thrown inside this folder only. */
export class FileError extends Error {}

export const shownName = (name: string): string => (name === '-' ? '<stdin>' : name)

/** Reads and parses a file. Throws FileError. */
export function readConfig(name: string, io: Io, { files }: CliMessages): ConfigFile {
  const shown = shownName(name)
  let bytes: Uint8Array
  try {
    bytes = io.read(name)
  } catch (error) {
    throw new FileError(files.unreadable(shown, reasonOf(error, files)))
  }
  const decoded = decodeFile(bytes)
  if (decoded.ok) return { name: shown, format: decoded.format, parsed: parse(decoded.text) }
  if (decoded.reason === 'too-large')
    throw new FileError(files.tooLarge(shown, Math.ceil(decoded.size / 1e6), maxFileSize / 1e6))
  if (decoded.reason === 'utf-16') throw new FileError(files.utf16(shown))
  throw new FileError(files.binary(`${shown}:${decoded.line}`))
}

/** Writes a file as a whole. Throws FileError; the file is as before then. */
export function writeConfig(name: string, bytes: Uint8Array, io: Io, { files }: CliMessages): void {
  try {
    io.write(name, bytes)
  } catch (error) {
    throw new FileError(files.unwritable(name, reasonOf(error, files)))
  }
}

function reasonOf(error: unknown, { reasons }: CliMessages['files']): string {
  const code = codeOf(error)
  return Object.hasOwn(reasons, code) ? reasons[code as keyof typeof reasons] : code
}
