import { expect, test } from 'vitest'
import { parse } from '../omegaconf/parse'
import { applyEdits, type Edit } from '../text'
import { prove, provenFirst } from './plan-proof'

/** A replacement of the first `old` behind `behind`. */
function edit(text: string, old: string, insert: string, behind = ''): Edit {
  const from = text.indexOf(old, text.indexOf(behind))
  return { from, to: from + old.length, insert }
}

/** Whether the edits are proven to lead to the values of `meant`; a proof gives the text it read, and no edit that does nothing. */
function proven(text: string, edits: readonly Edit[], meant: string): boolean {
  const planned = prove(parse(text), { edits, typed: parse(meant).typed })
  if (!planned.ok) {
    expect(planned.refusal).toBe('unproven')
    return false
  }
  expect(planned.after.text).toBe(applyEdits(text, edits))
  expect(planned.edits.every(({ from, to, insert }) => to > from || insert !== '')).toBe(true)
  return true
}

type Row = readonly [name: string, text: string, edits: (text: string) => Edit[], meant: string]

test.each<Row>([
  ['the value alone', 'a: 1 # n\n', (text) => [edit(text, '1', '2')], 'a: 2'],
  ['edits that do nothing', 'a: 1\n', () => [{ from: 2, to: 2, insert: '' }], 'a: 1'],
  [
    'a comment goes with the lines that are taken out',
    'a: 1 # n\nb: 2\n',
    (text) => [edit(text, 'a: 1 # n\n', '')],
    'b: 2',
  ],
  [
    'a comment is written again elsewhere',
    'a: 1 # n\nb: 2\n',
    (text) => [edit(text, 'a: 1 # n\nb: 2\n', 'b: 2\na: 1 # n\n')],
    'b: 2\na: 1',
  ],
  ['one of two equal comments goes', 'a: 1 # n\nb: 2 # n\n', (text) => [edit(text, 'a: 1 # n\n', '')], 'b: 2'],
  [
    'both equal comments are written again',
    'a: 1 # n\nb: 2 # n\n',
    (text) => [edit(text, text, 'b: 2 # n\na: 1 # n\n')],
    'b: 2\na: 1',
  ],
  [
    'one of two equal comments is written again',
    'a: 1 # n\nb: 2 # n\n',
    (text) => [edit(text, text, 'b: 2 # n\na: 1\n')],
    'b: 2\na: 1',
  ],
])('proven: %s', (_, text, edits, meant) => {
  expect(proven(text, edits(text), meant)).toBe(true)
})

test.each<Row>([
  ['another value', 'a: 1\n', (text) => [edit(text, '1', '3')], 'a: 2'],
  ['another type', 'a: 1\n', (text) => [edit(text, '1', "'2'")], 'a: 2'],
  ['another place too', 'a: 1\nb: 1\n', (text) => [edit(text, '1', '2'), edit(text, '1', '2', 'b')], 'a: 2\nb: 1'],
  ['a text that cannot be read', 'a: 1\n', (text) => [edit(text, '1', '[')], 'a: 1'],
  ['a text that cannot be read and so has no values', 'a: 1\n', (text) => [edit(text, '1', '[')], '{}'],
  ['a comment that was not there', 'a: 1\n', (text) => [edit(text, '1', '2 # new')], 'a: 2'],
  ['a second copy of a comment', 'a: 1 # n\nb: 2\n', (text) => [edit(text, 'b: 2', 'b: 3 # n')], 'a: 1\nb: 3'],
  [
    'a comment that is written again twice',
    'a: 1 # n\n',
    (text) => [edit(text, 'a: 1 # n\n', '# n\na: 2 # n\n')],
    'a: 2',
  ],
  ['a comment with other words', 'a: 1 # n\n', (text) => [edit(text, '1 # n', '2 # m')], 'a: 2'],
  ['a comment of which a part is taken out', 'a: 1 # note\n', (text) => [edit(text, 'ote', '')], 'a: 1'],
  [
    'the end of a comment is taken out with what follows',
    'a: 1 # note\nb: 2\n',
    (text) => [edit(text, 'te\nb: 2', '')],
    'a: 1',
  ],
  [
    'the start of a comment is taken out with what is before',
    'a: 1 # note\n',
    (text) => [edit(text, '1 # no', '2 # m')],
    'a: 2',
  ],
  ['a comment that swallows the next line', 'a: 1 # n\nb: 2\n', (text) => [edit(text, '\n', '')], 'a: 1'],
  ['a comment that becomes a value', 'a: 1 # n\n', (text) => [edit(text, ' #', '#')], "a: '1# n'"],
  [
    'a comment that becomes a value before another edit',
    'a: 1 # n\nb: 2\n',
    (text) => [edit(text, ' #', '#'), edit(text, '2', '3')],
    "a: '1# n'\nb: 3",
  ],
  ['a value that becomes a comment', "a: '1# n'\n", (text) => [edit(text, "'1# n'", '1 # n')], 'a: 1'],
  [
    'a comment lost beside one that is taken out',
    '# n\na: 1 # n\nb: 2 # m\n',
    (text) => [edit(text, '# n\n', ''), edit(text, ' ', '', ': 2')],
    "a: 1\nb: '2# m'",
  ],
])('refused: %s', (_, text, edits, meant) => {
  expect(proven(text, edits(text), meant)).toBe(false)
})

test('what is meant may depend on the text that results; where there is nothing that could be meant, nothing is proven', () => {
  const before = parse('a: 1\n')
  const edits = [edit('a: 1\n', '1', '2')]
  expect(prove(before, { edits, typed: ({ typed }) => typed }).ok).toBe(true)
  expect(prove(before, { edits, typed: () => null }).ok).toBe(false)
})

test('the first way that is proven is taken, each different way is tried once', () => {
  const text = 'a: 1 # n\n'
  const meant = parse('a: 2').typed
  let tried = 0
  const asked = () => {
    tried += 1
    return meant
  }
  const ways = [[edit(text, '1', '3')], [edit(text, '1', '3')], [edit(text, '1', '2')], [edit(text, '1 ', '2 ')]]
  const planned = provenFirst(parse(text), asked, ways)
  expect(planned.ok && applyEdits(text, planned.edits)).toBe('a: 2 # n\n')
  expect(tried).toBe(2)
  expect(provenFirst(parse(text), meant, ways.slice(0, 2))).toEqual({ ok: false, refusal: 'unproven' })
})
