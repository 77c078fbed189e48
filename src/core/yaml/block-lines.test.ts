import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse, typedOf } from '../omegaconf/parse'
import { printPath } from '../path'
import type { Typed } from '../typed'
import { blockLines } from './block-lines'

const textOf = (typed: Typed): string =>
  blockLines(typed)
    .map(({ text }) => `${text}\n`)
    .join('')

test('one value a line, each with its place', () => {
  const typed = typedOf(parse('a: {b: 1e-4, "c d": [x, {e: [], f: null}, [1, 2]]}\n7: "on"\nm: "x\\ny"\n'))
  expect(blockLines(typed).map(({ text, path }) => [text, printPath(path)])).toEqual([
    ['a:', 'a'],
    ['  b: 0.0001', 'a.b'],
    ['  c d:', 'a["c d"]'],
    ['    - x', 'a["c d"][0]'],
    ['    - e: []', 'a["c d"][1].e'],
    ['      f: null', 'a["c d"][1].f'],
    ['    - - 1', 'a["c d"][2][0]'],
    ['      - 2', 'a["c d"][2][1]'],
    ["7: 'on'", '[7]'],
    ['m: "x\\ny"', 'm'],
  ])
  expect(textOf({ t: 'dict', v: [] })).toBe('{}\n')
})

const scalar: fc.Arbitrary<Typed> = fc.oneof(
  fc.constant<Typed>({ t: 'null' }),
  fc.boolean().map((v): Typed => ({ t: 'bool', v })),
  fc.integer().map((v): Typed => ({ t: 'int', v: String(v) })),
  fc.constantFrom('0.5', '1e-08', 'inf', '-0.0', '1e+16').map((v): Typed => ({ t: 'float', v })),
  fc
    .oneof(fc.string({ maxLength: 12 }), fc.constantFrom('on', '1', '- a', 'a: b', '', '${a}', 'x # y', '1e3', '~'))
    .map((v): Typed => ({ t: 'str', v: v.replaceAll('${', '$ {') })),
)
const tree = fc.letrec<{ node: Typed }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalar,
    fc.array(tie('node'), { maxLength: 3 }).map((v): Typed => ({ t: 'list', v })),
    fc
      .dictionary(fc.string({ maxLength: 6 }), tie('node'), { maxKeys: 3 })
      .map(
        (dict): Typed => ({ t: 'dict', v: Object.entries(dict).map(([key, value]) => [{ t: 'str', v: key }, value]) }),
      ),
  ),
})).node

test('it is read back as the same value', () => {
  fc.assert(
    fc.property(tree, (typed) => {
      const config: Typed = { t: 'dict', v: [[{ t: 'str', v: 'k' }, typed]] }
      const parsed = parse(textOf(config))
      expect(parsed.problems).toEqual([])
      expect(parsed.typed).toEqual(config)
    }),
    { seed: 5, numRuns: 500 },
  )
})

test('so are the official configs', () => {
  const folder = new URL('../../../e2e/fixtures/nemo-configs/', import.meta.url)
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.yaml')) continue
    const typed = typedOf(parse(readFileSync(new URL(file, folder), 'utf8')))
    expect(typedOf(parse(textOf(typed))), file).toEqual(typed)
  }
})
