import { expect, test } from 'vitest'
import { printPath } from '../core/path'
import { parse } from '../core/yaml/parse'
import { pathAtOffset } from './place'

test.each([
  ['a: |1\n', 'a'],
  ['|a: 1\n', 'a'],
  ['a: 1 # no|te\n', 'a'],
  ['a:\n  b: 1\n  c|: 2\n', 'a.c'],
  ['a:\n  b:| \n', 'a.b'],
  ['a:|\n  b: 1\n', 'a'],
  ['l:\n  - x\n  - y|\n', 'l[1]'],
  ['l: [1, |2]\n', 'l[1]'],
  ['m: {a: 1, b: |2}\n', 'm.b'],
  ['# top|\na: 1\n', ''],
  ['a: 1\n\n|\nb: 2\n', ''],
])('%j is at %s', (marked, path) => {
  const offset = marked.indexOf('|')
  expect(printPath(pathAtOffset(parse(marked.replace('|', '')), offset))).toBe(path)
})
