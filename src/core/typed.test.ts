import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { share } from './laws/rounds.test-support'
import { floatOf, floatRepr } from './typed'

test.each([
  [1, '1.0'],
  [-0, '-0.0'],
  [0.1, '0.1'],
  [0.0001, '0.0001'],
  [0.00001, '1e-05'],
  [1e-8, '1e-08'],
  [-1.5e-7, '-1.5e-07'],
  [1e15, '1000000000000000.0'],
  [2 ** 53, '9007199254740992.0'],
  [1e16, '1e+16'],
  [1.25e22, '1.25e+22'],
  [1e100, '1e+100'],
  [5e-324, '5e-324'],
  [1.7976931348623157e308, '1.7976931348623157e+308'],
  [Number.POSITIVE_INFINITY, 'inf'],
  [Number.NEGATIVE_INFINITY, '-inf'],
  [Number.NaN, 'nan'],
])('%d is %s in Python', (value, repr) => {
  expect(floatRepr(value)).toBe(repr)
  expect(floatOf(repr)).toBe(value)
})

test('a repr is read as the same double', () => {
  fc.assert(
    fc.property(fc.double(), (value) => {
      expect(floatOf(floatRepr(value))).toBe(value)
    }),
    { seed: 1, numRuns: share(5000) },
  )
})

test('the floats of the oracle, as Python wrote them, are written the same', () => {
  const found: string[] = []
  const visit = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return
    const { t, v } = value as { t?: unknown; v?: unknown }
    if (t === 'float' && typeof v === 'string') found.push(v)
    for (const child of Object.values(value)) visit(child)
  }
  for (const name of ['scalars', 'documents', 'interpolations', 'overrides']) {
    const { cases } = JSON.parse(readFileSync(new URL(`./oracle/${name}.json`, import.meta.url), 'utf8')) as {
      cases: { type?: string; value?: unknown }[]
    }
    visit(cases)
    for (const { type, value } of cases) if (type === 'float') found.push(String(value))
  }
  expect(found.length).toBeGreaterThan(100)
  expect(found.filter((repr) => floatRepr(floatOf(repr)) !== repr)).toEqual([])
})
