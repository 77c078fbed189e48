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
