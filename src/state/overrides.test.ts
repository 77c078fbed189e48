import { expect, test } from 'vitest'
import { maxDifferences } from '../core/hydra/diff-overrides'
import { parse } from '../core/omegaconf/parse'
import { overridesBetween } from './overrides'

const numbered = (count: number, value: number): string =>
  Array.from({ length: count }, (_, i) => `k${i}: ${value}\n`).join('')

test.each<[string, string, unknown]>([
  ['a: 1', 'a: 2', { ok: true, overrides: ['a=2'] }],
  ['', 'a: 2', { ok: true, overrides: ['+a=2'] }],
  ['a: 1', 'a: [', { ok: false, why: 'unreadable' }],
  ['- a', 'a: 1', { ok: false, why: 'unreadable' }],
  [numbered(maxDifferences + 1, 0), numbered(maxDifferences + 1, 1), { why: 'many', count: maxDifferences + 1 }],
])('from %j to %j', (base, now, expected) => {
  expect(overridesBetween(parse(base), parse(now))).toMatchObject(expected as object)
})
