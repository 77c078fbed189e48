import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse, typedOf } from '../omegaconf/parse'
import { lineStarts, positionAt } from '../text'
import { floatOf, type Typed } from '../typed'

interface Result {
  ok: boolean
  type?: string
  value?: unknown
  container?: Typed
  error?: string
  line?: number
  column?: number
  position?: number
}
interface Case extends Result {
  id: string
  category: string
  yaml?: string
  yaml_base64?: string
  result_2_3_0?: Result
}

const oracle = (name: string): Case[] =>
  (JSON.parse(readFileSync(new URL(`../oracle/${name}.json`, import.meta.url), 'utf8')) as { cases: Case[] }).cases

/** Floats compare as doubles: `1e-08` and `1e-8` are one. */
const comparable = (typed: Typed): unknown => {
  if (typed.t === 'float') return { t: 'float', v: Object.is(floatOf(typed.v), -0) ? '-0' : String(floatOf(typed.v)) }
  if (typed.t === 'list') return { t: 'list', v: typed.v.map(comparable) }
  if (typed.t === 'dict') return { t: 'dict', v: typed.v.map(([key, value]) => [comparable(key), comparable(value)]) }
  return typed
}

/** A scalar case as the container that the document is. */
function expectedOf(result: Result): Typed | undefined {
  if (result.container !== undefined) return result.container
  const t = { None: 'null', bool: 'bool', int: 'int', float: 'float', str: 'str', bytes: 'bytes', path: 'path' }[
    result.type ?? ''
  ]
  const value = (t === 'null' ? { t } : { t, v: result.value }) as Typed
  return { t: 'dict', v: [[{ t: 'str', v: 'v' }, value]] }
}

function check(text: string, expected: Result): void {
  const parsed = parse(text)
  const primary = parsed.problems.find((problem) => problem.level === 'error')
  if (expected.ok) {
    expect(primary).toBeUndefined()
    expect(comparable(typedOf(parsed))).toEqual(comparable(expectedOf(expected) as Typed))
    return
  }
  expect(parsed.ok).toBe(false)
  expect(primary?.facts.error).toBe(expected.error)
  const at = primary?.span?.from ?? -1
  if (expected.line !== undefined) expect(markAt(text, at)).toEqual({ line: expected.line, column: expected.column })
  if (expected.position !== undefined) expect([...text.slice(0, at)].length).toBe(expected.position)
}

/** PyYAML's columns do not count byte order marks. */
function markAt(text: string, at: number): { line: number; column: number } {
  const { line, column } = positionAt(lineStarts(text), at)
  return { line, column: column - text.slice(at - column + 1, at).split('\ufeff').length + 1 }
}

for (const name of ['scalars', 'documents'])
  describe(`as OmegaConf reads ${name}.json`, () => {
    for (const { yaml, yaml_base64, id, category, result_2_3_0, ...recorded } of oracle(name)) {
      const text = yaml ?? decoded(yaml_base64 ?? '')
      if (text === null)
        test(`${id} is no UTF-8, refused when the file is opened`, () =>
          expect(recorded.error).toBe('UnicodeDecodeError'))
      else test(`${id} ${category} ${JSON.stringify(text).slice(0, 60)}`, () => check(text, result_2_3_0 ?? recorded))
    }
  })

function decoded(base64: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(base64, 'base64'))
  } catch {
    return null
  }
}

const configs = fileURLToPath(new URL('../../../e2e/fixtures/nemo-configs', import.meta.url))
const files = readdirSync(configs, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'))

test.each(files)('official config %s', (file) => {
  const parsed = parse(readFileSync(`${configs}/${file}`, 'utf8'))
  const typed = JSON.parse(readFileSync(`${configs}/${file.replace(/yaml$/, 'typed.json')}`, 'utf8')) as Typed
  expect(parsed.problems).toEqual([])
  expect(comparable(typedOf(parsed))).toEqual(comparable(typed))
})
