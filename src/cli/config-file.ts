import { type DecodeRefusal, decodeFile, type FileFormat, maxFileSize } from '../core/document/file-format'
import { parse } from '../core/omegaconf/parse'
import type { Parsed } from '../core/parsed'
import type { CliMessages } from '../i18n/cli/cli.en'
import type { Io } from './io'
import { reasonOf } from './system-error'

/** A config as it was read from a file. */
export interface ConfigFile {
  /** As given on the command line; `<stdin>` for `-`. */
  readonly name: string
  readonly format: FileFormat
  readonly parsed: Parsed
}

/** A file that cannot be read or written, as a sentence; it ends the command with 2. Thrown inside this folder only. */
export class FileError extends Error {}

const shownName = (name: string): string => (name === '-' ? '<stdin>' : name)

/** Reads and parses a file. Throws FileError. */
export function readConfig(name: string, io: Io, { files }: CliMessages): ConfigFile {
  const shown = shownName(name)
  const bytes = bytesOf(name, io, files)
  const decoded = decodeFile(bytes)
  if (!decoded.ok) throw new FileError(refusalOf(decoded, bytes, shown, files))
  return { name: shown, format: decoded.format, parsed: parse(decoded.text) }
}

/** Writes a file as a whole. Throws FileError; the file is as before then. */
export function writeConfig(name: string, bytes: Uint8Array, io: Io, { files }: CliMessages): void {
  try {
    io.write(name, bytes)
  } catch (error) {
    throw new FileError(files.unwritable(name, reasonOf(error, files)))
  }
}

function bytesOf(name: string, io: Io, files: CliMessages['files']): Uint8Array {
  try {
    return io.read(name)
  } catch (error) {
    throw new FileError(files.unreadable(shownName(name), reasonOf(error, files)))
  }
}

function refusalOf(refusal: DecodeRefusal, bytes: Uint8Array, name: string, files: CliMessages['files']): string {
  switch (refusal.reason) {
    case 'too-large':
      return files.tooLarge(name, maxFileSize / 1e6)
    case 'utf-16':
      return files.utf16(`${name}:1:1`)
    default:
      return files[refusal.reason](`${name}:${refusal.line}:${columnOf(bytes, refusal.offset)}`)
  }
}

/** From 1, in characters, as editors count; what stands before the offset is UTF-8. */
function columnOf(bytes: Uint8Array, offset: number): number {
  let from = offset
  while (from > 0 && bytes[from - 1] !== 10 && bytes[from - 1] !== 13) from--
  return new TextDecoder().decode(bytes.subarray(from, offset)).length + 1
}
