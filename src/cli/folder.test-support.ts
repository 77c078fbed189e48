import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import type { ExitCode } from './command'
import { nodeIo } from './io'
import { run } from './run'

/** What a call of the program left behind. */
interface Outcome {
  readonly code: ExitCode
  readonly out: string
  readonly err: string
  readonly bytes: Uint8Array
}

/** A folder on the disk for the length of one test, and the program run in it. */
export interface Folder {
  readonly path: string
  t2i(args: readonly string[], given?: { stdin?: string; env?: Record<string, string> }): Promise<Outcome>
  bytes(name: string): Uint8Array
  text(name: string): string
  names(): string[]
}

export function folderOf(files: Readonly<Record<string, string | Uint8Array>> = {}): Folder {
  const path = mkdtempSync(join(tmpdir(), 't2i-config-test-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), content)
  }
  return {
    path,
    t2i: (args, given = {}) => outcomeOf(path, args, given.stdin ?? '', given.env ?? {}),
    bytes: (name) => readFileSync(join(path, name)),
    text: (name) => readFileSync(join(path, name), 'utf8'),
    names: () => readdirSync(path).sort(),
  }
}

async function outcomeOf(path: string, args: readonly string[], stdin: string, env: Record<string, string>) {
  const out: Uint8Array[] = []
  const err: string[] = []
  const io = {
    read: (name: string) => (name === '-' ? Buffer.from(stdin) : nodeIo.read(resolve(path, name))),
    write: (name: string, bytes: Uint8Array) => nodeIo.write(resolve(path, name), bytes),
    out: (text: string | Uint8Array) => void out.push(Buffer.from(text)),
    err: (text: string) => void err.push(text),
  }
  const code = await run(args, io, env)
  const bytes = Buffer.concat(out)
  const outcome = { code, out: bytes.toString('utf8'), err: err.join(''), bytes }
  // Whatever is asked of it, the program has no mistake of its own to report, and no stack trace.
  expect(outcome.err).not.toMatch(/mistake of t2i-config|^\s+at /m)
  return outcome
}
