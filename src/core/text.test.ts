import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffLines } from './document/line-diff'
import { diffText } from './document/text-diff'
import { applyEdits, composeEdits, type Edit, invertEdits, lineStarts, mapOffset, offsetAt, positionAt } from './text'

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

test.each([
  { name: 'nothing', before: 'a\nb\n', after: 'a\nb\n', want: [] },
  { name: 'one value', before: 'a: 1\nb: 2\n', after: 'a: 1\nb: 23\n', want: [{ from: 9, to: 9, insert: '3' }] },
  {
    name: 'two values far apart',
    before: 'a: 1\nb: 2\nc: 3\nd: 4\n',
    after: 'a: 9\nb: 2\nc: 3\nd: 5\n',
    want: [
      { from: 3, to: 4, insert: '9' },
      { from: 18, to: 19, insert: '5' },
    ],
  },
  {
    name: 'a line more and one less',
    before: 'a\nb\nc\nd',
    after: 'a\nnew\nb\nc',
    want: [
      { from: 2, to: 2, insert: 'new\n' },
      { from: 5, to: 7, insert: '' },
    ],
  },
  { name: 'a half of a pair', before: '😀', after: '😁', want: [{ from: 0, to: 2, insert: '😁' }] },
  { name: 'all', before: 'a\n', after: '', want: [{ from: 0, to: 2, insert: '' }] },
])('the diff of $name', ({ before, after, want }) => {
  expect(applyEdits(before, want)).toBe(after)
  expect(diffText(before, after)).toEqual(want)
})

test('a diff of lines is as small as the longest common subsequence allows', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })
  fc.assert(
    fc.property(lines, lines, (a, b) => {
      const changes = diffLines(a, b) ?? []
      const changed = changes.reduce((sum, { from, to, start, end }) => sum + (to - from) + (end - start), 0)
      expect(changed).toBe(a.length + b.length - 2 * commonLength(a, b))
      const out = [...a]
      for (const { from, to, start, end } of [...changes].reverse()) out.splice(from, to - from, ...b.slice(start, end))
      expect(out).toEqual(b)
      changes.forEach(({ from, start }, i) => {
        const before = changes[i - 1]
        if (before !== undefined) expect(from > before.to && start > before.end).toBe(true)
      })
    }),
    seeded,
  )
})

/** The length of the longest common subsequence, by the textbook. */
function commonLength(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const line of a) {
    const next = [0]
    b.forEach((other, j) => {
      next.push(line === other ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0))
    })
    row = next
  }
  return row[b.length] ?? 0
}

test('two large texts that share little are replaced as one', () => {
  const before = Array.from({ length: 20_000 }, (_, i) => `a${i}: 1\n`).join('')
  const after = Array.from({ length: 20_000 }, (_, i) => `b${i}: 1\n`).join('')
  const edits = diffText(before, after)
  expect(edits).toHaveLength(1)
  expect(applyEdits(before, edits)).toBe(after)
  const similar = before.replaceAll('5: 1', '5: 2').slice(0, 3000) + before.slice(3000)
  expect(diffText(before, similar).every(({ from, to }) => to - from === 1)).toBe(true)
  expect(applyEdits(before, diffText(before, similar))).toBe(similar)
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

test('an offset between edits maps to the same character', () => {
  fc.assert(
    fc.property(textWithEdits, ([text, edits]) => {
      const after = applyEdits(text, edits)
      for (let at = 0; at < text.length; at++) {
        if (edits.some(({ from, to }) => at >= from && at < to)) continue
        expect(after[mapOffset(edits, at, 'after')]).toBe(text[at])
      }
      const places = Array.from({ length: text.length + 1 }, (_, at) => at)
      for (const bias of ['before', 'after'] as const) {
        const mapped = places.map((at) => mapOffset(edits, at, bias))
        expect(mapped).toEqual([...mapped].sort((a, b) => a - b))
      }
      expect(mapOffset(edits, text.length, 'after')).toBe(after.length)
    }),
    seeded,
  )
})

test('positions and offsets are each other’s inverse', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', '\n', '\r\n', '\r', '\u2028', '😀'), maxLength: 20 }),
      (text) => {
        const starts = lineStarts(text)
        for (let at = 0; at <= text.length; at++) expect(offsetAt(starts, positionAt(starts, at))).toBe(at)
      },
    ),
    seeded,
  )
  const starts = lineStarts('ab\ncd')
  expect([
    offsetAt(starts, { line: 0, column: 2 }),
    offsetAt(starts, { line: 9, column: 1 }),
    offsetAt(starts, { line: 2, column: 0 }),
  ]).toEqual([1, 3, 3])
})

test('lines end as YAML 1.1 ends them', () => {
  const text = 'a\nb\r\nc\rd\u2028e\u0085f'
  expect(lineStarts(text).map((at) => text[at])).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  expect(positionAt(lineStarts(text), 4)).toEqual({ line: 2, column: 3 })
})
