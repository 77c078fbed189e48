import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits } from '../core/text'
import { editsOfChanges, offsetAfter } from './text-change'

test.each([
  { before: 'ab', changes: [{ rangeOffset: 1, rangeLength: 0, text: 'x' }], after: 'axb' },
  { before: 'ab', changes: [{ rangeOffset: 0, rangeLength: 2, text: '' }], after: '' },
  {
    before: 'a\nb\nc',
    changes: [
      { rangeOffset: 4, rangeLength: 0, text: '# ' },
      { rangeOffset: 2, rangeLength: 0, text: '# ' },
      { rangeOffset: 0, rangeLength: 0, text: '# ' },
    ],
    after: '# a\n# b\n# c',
  },
  {
    before: 'ab',
    changes: [
      { rangeOffset: 1, rangeLength: 1, text: 'y' },
      { rangeOffset: 0, rangeLength: 1, text: 'x' },
    ],
    after: 'xy',
  },
])('$before becomes $after', ({ before, changes, after }) => {
  expect(applyEdits(before, editsOfChanges(changes))).toBe(after)
})

test('replacements made last one first, as Monaco does, give the same text as the edits', () => {
  const spans = fc.uniqueArray(fc.nat(30), { maxLength: 8 }).map((ends) => ends.sort((a, b) => a - b))
  fc.assert(
    fc.property(fc.string({ minLength: 30, maxLength: 40 }), spans, fc.array(fc.string()), (before, ends, inserts) => {
      const changes = []
      for (let i = 0; i + 1 < ends.length; i += 2) {
        const [from = 0, to = 0] = ends.slice(i)
        changes.unshift({ rangeOffset: from, rangeLength: to - from, text: inserts[i] ?? '' })
      }
      const after = changes.reduce(
        (text, { rangeOffset, rangeLength, text: insert }) =>
          text.slice(0, rangeOffset) + insert + text.slice(rangeOffset + rangeLength),
        before,
      )
      expect(applyEdits(before, editsOfChanges(changes))).toBe(after)
    }),
    { seed: 11, numRuns: 300 },
  )
})

test.each([
  [[], null],
  [[{ from: 3, to: 5, insert: '1234' }], 7],
  [[{ from: 3, to: 3, insert: 'x' }], 4],
  [[{ from: 3, to: 5, insert: '' }], 3],
  [
    [
      { from: 0, to: 1, insert: 'abc' },
      { from: 9, to: 9, insert: 'z' },
    ],
    12,
  ],
])('the caret after %j', (edits, offset) => expect(offsetAfter(edits)).toBe(offset))
