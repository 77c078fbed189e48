import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isHydraOverride, type OverrideErrorCode } from './override'
import { parseOverride } from './parse-override'

interface Case {
  id: string
  category: string
  override: string
  ok: boolean
  message?: string
  error?: string
}
const { cases }: { cases: Case[] } = JSON.parse(
  readFileSync(new URL('../oracle/overrides.json', import.meta.url), 'utf8'),
)

test.each(cases.map((row) => [`${row.id} ${row.category} ${row.override.slice(0, 60)}`, row] as const))(
  '%s',
  (_, row) => {
    const { id: _id, category: _category, override, message: _message, ...expected } = row
    const parsed = parseOverride(override)
    if (parsed.ok) expect(parsed).toEqual(expected)
    else expect({ ok: false, error: parsed.error }).toEqual(expected)
  },
)

test.each<[string, OverrideErrorCode, number, object?]>([
  ['model.lr 1', 'character', 8, { character: ' ' }],
  ['model.lr = 1', 'blank-before-equals', 8],
  ['model.lr', 'no-equals', 8],
  ['a+=1', 'key', 1, { text: '+' }],
  ['a/b.c=1', 'key', 2, { text: 'b.c' }],
  ['学=1', 'character', 0, { character: '学' }],
  ['k=a<b', 'character', 3, { character: '<' }],
  ['k=😀', 'character', 2, { character: '😀' }],
  ["k=it's", 'open-quote', 4],
  ['k=[1,', 'unclosed', 5],
  ['k=[1', 'unclosed', 4, { expected: ']' }],
  ['k={a', 'unclosed', 4, { expected: ':' }],
  ['k={a:1]', 'unexpected', 6, { text: ']' }],
  ['k=[1,,2]', 'missing-value', 5],
  ['k=a(b', 'unclosed', 5, { expected: ')' }],
  ["k='a' b", 'unexpected', 5],
  ['k=a=b', 'unexpected', 3, { text: '=' }],
  ['k=${a.${b}}', 'nested-interpolation', 2],
  ['k=x/${a:${b},2}', 'nested-interpolation', 4],
  ['k=${a}}', 'unexpected', 6, { text: '}' }],
  ['k=foo(1)', 'unknown-function', 2, { name: 'foo' }],
  ['k=[int(x)]', 'function', 3, { name: 'int' }],
  ['k=int(value=1,2)', 'function', 2, { name: 'int' }],
  [`k=${'['.repeat(1000)}`, 'too-deep', 202],
  [`k=${'9'.repeat(5000)}`, 'number-too-long', 2],
])('%s is refused: %s at %d', (arg, code, position, facts = {}) => {
  expect(parseOverride(arg)).toMatchObject({ ok: false, code, position, facts })
})

test('what Hydra takes for itself is told apart', () => {
  const keys = ['hydra.run.dir', 'hydra/launcher', 'hydra', 'hydration.x', 'model.hydra.x']
  expect(keys.map((key) => isHydraOverride({ key }))).toEqual([true, true, false, false, false])
})

test('large and hostile arguments end quickly and never throw', () => {
  const parts = ['\\', "'", '"', '${', '}', '[', '{a:', '1', 'a', ' ', ',', 'int(', '\0', '\ud800', '.']
  for (const part of parts) expect(typeof parseOverride(`k=${part.repeat(50_000)}`).ok).toBe('boolean')
  for (const part of ['a.', 'a/', '+', '~', '$', '@'])
    expect(typeof parseOverride(part.repeat(50_000)).ok).toBe('boolean')
})
