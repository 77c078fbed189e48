import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits, composeEdits, diffText, type Edit, invertEdits, lineStarts, mapOffset, positionAt } from './text'

const seeded = { seed: 20261124, numRuns: 500 }
const anyText = fc.string({ unit: fc.constantFrom('a', 'b', '\n', ' ', '中', '😀'), maxLength: 40 })

/** Sorted, disjoint edits of a text. */
const editsOf = (text: string): fc.Arbitrary<Edit[]> =>
  fc.array(fc.tuple(fc.nat(text.length), fc.nat(text.length), anyText), { maxLength: 5 }).map((cuts) => {
    const edits: Edit[] = []
    let at = 0
    for (const [a, b, insert] of cuts.sort((x, y) => x[0] - y[0])) {
      const [from, to] = [Math.min(a, b), Math.max(a, b)]
      if (from < at || (edits.length > 0 && from === at)) continue
      edits.push({ from, to, insert })
      at = to
    }
    return edits
  })

const textWithEdits = anyText.chain((text) => fc.tuple(fc.constant(text), editsOf(text)))

test('the inverse of edits gives the text back', () => {
  fc.assert(
    fc.property(textWithEdits, ([text, edits]) => {
      expect(applyEdits(applyEdits(text, edits), invertEdits(text, edits))).toBe(text)
    }),
    seeded,
  )
})

test('composed edits do what both do one after the other', () => {
  const two = textWithEdits.chain(([text, first]) =>
    fc.tuple(fc.constant(text), fc.constant(first), editsOf(applyEdits(text, first))),
  )
  fc.assert(
    fc.property(two, ([text, first, second]) => {
      expect(applyEdits(text, composeEdits(first, second))).toBe(applyEdits(applyEdits(text, first), second))
    }),
    seeded,
  )
})

test('a diff leads from one text to the other and never splits a character', () => {
  fc.assert(
    fc.property(anyText, anyText, (before, after) => {
      const edits = diffText(before, after)
      expect(applyEdits(before, edits)).toBe(after)
      for (const { from, to, insert } of edits)
        for (const text of [before.slice(0, from), before.slice(from, to), insert])
          expect(text.isWellFormed()).toBe(true)
    }),
    seeded,
  )
})

test('edits that do not fit are a bug of the caller', () => {
  expect(() => applyEdits('ab', [{ from: 1, to: 3, insert: '' }])).toThrow(RangeError)
  expect(() =>
    applyEdits('abc', [
      { from: 1, to: 2, insert: '' },
      { from: 0, to: 1, insert: '' },
    ]),
  ).toThrow(RangeError)
})

test.each([
  { at: 2, bias: 'before', want: 2 },
  { at: 3, bias: 'before', want: 3 },
  { at: 3, bias: 'after', want: 5 },
  { at: 4, bias: 'before', want: 6 },
  { at: 7, bias: 'before', want: 8 },
  { at: 9, bias: 'before', want: 8 },
] as const)('offset $at moves to $want ($bias)', ({ at, bias, want }) => {
  const edits = [
    { from: 3, to: 3, insert: 'xx' },
    { from: 6, to: 9, insert: '' },
  ]
  expect(mapOffset(edits, at, bias)).toBe(want)
})

test('lines end as YAML 1.1 ends them', () => {
  const text = 'a\nb\r\nc\rd\u2028e\u0085f'
  expect(lineStarts(text).map((at) => text[at])).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  expect(positionAt(lineStarts(text), 4)).toEqual({ line: 2, column: 3 })
})
