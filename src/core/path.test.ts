import fc from 'fast-check'
import { expect, test } from 'vitest'
import { share } from './laws/rounds.test-support'
import { childKey, isWithin, type Path, parsePath, pathKey, printPath, samePath } from './path'

const seeded = { seed: 20261125, numRuns: share(2000) }
const word = fc.constantFrom(
  'model',
  'optim',
  'betas',
  '0',
  '1',
  'true',
  '',
  'a.b',
  'a/b',
  'a~b',
  '~n1',
  '学习率',
  '__proto__',
  '*',
  '$x',
  'a b',
  '"',
  '\\',
  ']',
  '\n',
  '-1',
)
const step = fc.oneof(
  word,
  fc.string({ unit: 'binary', maxLength: 5 }),
  fc.integer(),
  fc.boolean(),
  fc.double({ noNaN: true }),
)
const anyPath: fc.Arbitrary<Path> = fc.array(step, { maxLength: 5 })

test('two paths have one key exactly when they are the same', () => {
  fc.assert(
    fc.property(anyPath, anyPath, (a, b) => {
      expect(pathKey(a) === pathKey(b)).toBe(samePath(a, b))
      expect(pathKey([...a])).toBe(pathKey(a))
    }),
    seeded,
  )
  expect([samePath([0], [-0]), samePath([Number.NaN], [Number.NaN])]).toEqual([true, true])
  const steps = ['1', 1, 'true', true, '', '/', '~n1', '~1', '~', 1.5, '1.5', null, 'null']
  expect(new Set(steps.map((one) => pathKey([one]))).size).toBe(steps.length)
})

test('the key of a child is the key of its path', () => {
  fc.assert(
    fc.property(anyPath, step, (path, last) => {
      expect(childKey(pathKey(path), last)).toBe(pathKey([...path, last]))
    }),
    seeded,
  )
})

test('a path lies within its beginnings and nothing else', () => {
  fc.assert(
    fc.property(anyPath, anyPath, (path, rest) => {
      expect(isWithin([...path, ...rest], path)).toBe(true)
      expect(isWithin(path, [...path, ...rest])).toBe(rest.length === 0)
    }),
    seeded,
  )
  expect(isWithin(['a', '0'], ['a', 0])).toBe(false)
})

test('what is printed is read back', () => {
  fc.assert(
    fc.property(anyPath, (path) => {
      const back = parsePath(printPath(path))
      expect(back === null ? null : pathKey(back)).toBe(pathKey(path))
    }),
    seeded,
  )
})

test.each<[Path, string]>([
  [[], ''],
  [['model', 'optim', 'betas', 0], 'model.optim.betas[0]'],
  [['radius', 7], 'radius[7]'],
  [['a', 'b.c'], 'a["b.c"]'],
  [['flags', true], 'flags[true]'],
  [[0, 'a'], '[0].a'],
  [['学习率'], '["学习率"]'],
  [['7'], '["7"]'],
  [['x', -1.5], 'x[-1.5]'],
  [['x', 1e-7], 'x[1e-7]'],
  [['x', Number.POSITIVE_INFINITY], 'x[Infinity]'],
  [['model', '*'], 'model.*'],
])('%j is written %s', (path, written) => {
  expect(printPath(path)).toBe(written)
  expect(parsePath(written)).toEqual(path)
})

test.each(['.', 'a.', '.a', 'a..b', 'a.[0]', 'a b', 'a[', 'a[0', 'a[x]', 'a["x]', 'a["\\q"]', '[0]a', '0a', 'a]'])(
  '%j is no path',
  (written) => expect(parsePath(written)).toBeNull(),
)
