import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from '../../core/omegaconf/parse'
import { printPath } from '../../core/path'
import { pathAtOffset, spanOfPlace } from './place'

/** `|` marks the caret; the text itself has none. */
function placeAt(marked: string): string {
  const offset = marked.indexOf('|')
  const parsed = parse(marked.slice(0, offset) + marked.slice(offset + 1))
  return printPath(pathAtOffset(parsed, offset))
}

describe('the place at the caret', () => {
  test.each([
    ['', '|'],
    ['', '\n|\n'],
    ['', '|\na: 1'],
    ['', '# top|\na: 1\n'],
    ['', 'a: 1\n\n|\nb: 2\n'],
    ['a', '|a: 1'],
    ['a', 'a|: 1'],
    ['a', 'a: |1\n'],
    ['a', 'a: 1|'],
    ['a', 'a: 1   |'],
    ['a', 'a: 1  # a no|te\nb: 2'],
    ['b', 'a: 1\n|b: 2'],
    ['a', 'a|:\n  b: 1\n  c: 2'],
    ['a', 'a:|\n  b: 1\n'],
    ['a', 'a: # no|te\n  b: 1'],
    ['a.b', 'a:\n | b: 1\n  c: 2'],
    ['a.c', 'a:\n  b: 1\n  c: 2|'],
    ['a.c', 'a:\n  b: 1\n  c|: 2\n'],
    ['a', 'a:\n  b: 1\n|\n  c: 2'],
    ['a', 'a:\n  b: 1\n  # no|te\n  c: 2'],
    ['a.b', 'a:\n  b:|\n  c: 2'],
    ['a.b', 'a:\n  b:| \n'],
    ['l[0]', 'l:\n  |- x\n  - y'],
    ['l[1]', 'l:\n  - x\n  - y|\n'],
    ['l[1]', 'l:\n- x\n|- y  # z'],
    ['l[0].a', 'l:\n  -| a: 1\n    b: 2'],
    ['l[0].b', 'l:\n  - a: 1\n    b: 2|'],
    ['l[0].a', 'l:\n  - a: 1  # no|te\n    b: 2'],
    ['l[1]', 'l: [1, |2]\n'],
    ['l[1]', 'l: [1, 2|3, 4]'],
    ['l', 'l: [1,| 2]'],
    ['l', 'l: [1, 2]  # no|te'],
    ['m.b', 'm: {a: 1, b|: 2}'],
    ['m.b', 'm: {a: 1, b: |2}\n'],
    ['t', 't: >-\n  one\n  t|wo\nu: 1'],
    ['t', 't: "one\n  t|wo"\nu: 1'],
    ['b', 'a: &x {k: 1}\nb: *|x'],
    ['c', 'a: &x {k: 1}\nc:\n  <<: |*x\n  j: 2'],
    ['a.k', 'a: &x {|k: 1}\nb: *x'],
    ['["点.x"]', '点.x: 值|'],
  ])('%s ← %j', (path, marked) => expect(placeAt(marked)).toBe(path))

  test('any text, any offset', () => {
    const piece = fc.constantFrom(
      'a: ',
      'b:\n',
      '  c: 1',
      '- ',
      '\n',
      '{',
      '}',
      '[',
      ']',
      ', ',
      '"',
      '#',
      '&x ',
      '*x',
      '|',
      '  ',
    )
    fc.assert(
      fc.property(fc.array(piece), fc.nat(), (pieces, at) => {
        const parsed = parse(pieces.join(''))
        const path = pathAtOffset(parsed, at % (parsed.text.length + 1))
        const span = spanOfPlace(parsed, path)
        expect(path.length === 0).toBe(span === null)
        if (span !== null) expect(span.from).toBeLessThanOrEqual(span.to)
      }),
      { seed: 7, numRuns: 500 },
    )
  })
})

describe('where a place shows', () => {
  test.each([
    ['a: 1', ['a'], 'a: 1'],
    ['a:\n  b: x y # z', ['a', 'b'], 'b: x y'],
    ['a:\n  b: 1', ['a'], 'a'],
    ['a:\n  b: 1', ['a', 'missing', 'deep'], 'a'],
    ['l:\n  - x\n  - y', ['l', 1], 'y'],
    ['l:\n  - k: 1', ['l', 0], ''],
    ['a: &x 1\nb: *x', ['b'], 'b'],
    ['a: 1', ['nowhere'], null],
    ['', [], null],
  ] as const)('%j %j', (text, path, shown) => {
    const span = spanOfPlace(parse(text), path)
    expect(span === null ? null : text.slice(span.from, span.to)).toBe(shown)
  })
})
