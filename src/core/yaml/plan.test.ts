import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse } from '../omegaconf/parse'
import {
  planInsert,
  planListInsert,
  planListMove,
  planListRemove,
  planRemove,
  planRename,
  planSet,
} from '../omegaconf/plan'
import type { Plan, Refusal } from '../parsed'
import type { Path } from '../path'
import { applyEdits, invertEdits } from '../text'
import { planSetOn } from './plan'

/** The plan leads to exactly this text, back again, and the text can be read. */
function leadsTo(before: string, plan: Plan, after: string): void {
  expect(plan.ok ? applyEdits(before, plan.edits) : plan).toBe(after)
  if (!plan.ok) return
  expect(applyEdits(after, invertEdits(before, plan.edits))).toBe(before)
  expect(parse(after).sound).toBe(true)
}

type Row = readonly [name: string, before: string, path: Path, source: string, after: string]

describe('set', () => {
  const rows: Row[] = [
    ['beside its key', 'a: 1 # note\nb: 2\n', ['a'], '10', 'a: 10 # note\nb: 2\n'],
    ['spacing before a note stays', 'a:   1    # note\n', ['a'], 'x', 'a:   x    # note\n'],
    ['on the next line', 'a:\n  # why\n  1\nb: 2\n', ['a'], '3', 'a:\n  # why\n  3\nb: 2\n'],
    ['nothing there', 'a:\nb: 2\n', ['a'], 'x', 'a: x\nb: 2\n'],
    ['nothing but a note', 'a:   # note\nb: 2\n', ['a'], 'x', 'a: x   # note\nb: 2\n'],
    ['nothing at the end', 'a:', ['a'], 'x', 'a: x'],
    ['nothing after a blank', 'a: \n', ['a'], 'x', 'a: x \n'],
    ['single quotes', "a: 'x' # n\n", ['a'], "'it''s'", "a: 'it''s' # n\n"],
    ['double quotes', 'a: "x\\n"\n', ['a'], '"y"', 'a: "y"\n'],
    ['a plain scalar of two lines', 'a: one\n  two # n\nb: 1\n', ['a'], 'x', 'a: x # n\nb: 1\n'],
    ['a quoted scalar of two lines', 'a: "one\n  two" # n\nb: 1\n', ['a'], 'x', 'a: x # n\nb: 1\n'],
    ['a literal', 'a: |\n  one\n  two\nb: 1\n', ['a'], 'x', 'a: x\nb: 1\n'],
    ['a literal with a note', 'a: |- # n\n  one\n\n# c\nb: 1\n', ['a'], 'x', 'a: x # n\n\n# c\nb: 1\n'],
    ['a folded one that keeps its end', 'a: >+\n  one\n\n\nb: 1\n', ['a'], 'x', 'a: x\nb: 1\n'],
    ['a literal with indentation', 'a: |2\n    one\nb: 1\n', ['a'], 'x', 'a: x\nb: 1\n'],
    ['a literal at the end', 'a: |\n  one', ['a'], 'x', 'a: x'],
    ['inside a flow list', 'a: [1, 2, 3] # n\n', ['a', 1], '20', 'a: [1, 20, 3] # n\n'],
    ['inside a flow map', 'a: {b: 1, c: 2}\n', ['a', 'c'], '[x]', 'a: {b: 1, c: [x]}\n'],
    ['quoted where brackets need it', 'a: [x]\n', ['a', 0], '512, 512', "a: ['512, 512']\n"],
    ['an item of a block list', 'a:\n- 1\n-   2 # n\n', ['a', 1], 'x', 'a:\n- 1\n-   x # n\n'],
    ['an empty item', 'a:\n  -\n  - 2\n', ['a', 0], 'x', 'a:\n  - x\n  - 2\n'],
    ['in a map on a dash', 'a:\n  - b: 1\n    c: 2\n', ['a', 0, 'c'], '3', 'a:\n  - b: 1\n    c: 3\n'],
    ['a list in a list', '- - 1\n  - 2\n- - 3\n', [0, 1], 'x', '- - 1\n  - x\n- - 3\n'],
    ['a block map by a scalar', 'a: # n\n  b: 1\n  c: 2 # m\nd: 3\n', ['a'], 'x', 'a: x # n\nd: 3\n'],
    ['a block list by a flow list', 'a:\n- 1\n- 2\nb: 3\n', ['a'], '[1]', 'a: [1]\nb: 3\n'],
    ['a map on a dash by a scalar', '- a: 1\n  b: 2\n- c\n', [0], 'x', '- x\n- c\n'],
    ['an anchor stays', 'a: &x 1\n', ['a'], '2', 'a: &x 2\n'],
    ['a tag that fits stays', 'a: !!int 1\n', ['a'], '2', 'a: !!int 2\n'],
    ['a tag that would misread goes', 'a: !!str 1\n', ['a'], '2', 'a: 2\n'],
    ['an alias is replaced by a value', 'a: &x 1\nb: *x # n\n', ['b'], '2', 'a: &x 1\nb: 2 # n\n'],
    [
      'a merged key gets its own value',
      'a: &x {k: 1}\nb:\n  <<: *x\n  m: 2\n',
      ['b', 'k'],
      '5',
      'a: &x {k: 1}\nb:\n  <<: *x\n  m: 2\n  k: 5\n',
    ],
    ['an integer key', 'a:\n  7: x\n  true: y\n', ['a', 7], 'z', 'a:\n  7: z\n  true: y\n'],
    ['a boolean key', 'a:\n  7: x\n  true: y\n', ['a', true], 'z', 'a:\n  7: x\n  true: z\n'],
    ['a quoted key', "'a b': 1\n", ['a b'], '2', "'a b': 2\n"],
    ['a complex key', '? a\n: 1\n? b\n: 2\n', ['b'], '3', '? a\n: 1\n? b\n: 3\n'],
    ['behind document marks', '%YAML 1.1\n---\na: 1\n...\n', ['a'], '2', '%YAML 1.1\n---\na: 2\n...\n'],
    ['CRLF', 'a: 1\r\nb: 2\r\n', ['b'], '3', 'a: 1\r\nb: 3\r\n'],
    ['tabs in a comment', 'a: 1 #\tx\ty\n', ['a'], '2', 'a: 2 #\tx\ty\n'],
    ['Chinese and emoji', '名: 猫 # 注释 😀\n', ['名'], '狗 😺', '名: 狗 😺 # 注释 😀\n'],
    ['an interpolation', 'a: 1\nb: ${a}\n', ['b'], '${.a}', 'a: 1\nb: ${.a}\n'],
    ['a half-typed interpolation', 'a: 1\n', ['a'], '${b', 'a: ${b\n'],
    ['__proto__', '__proto__: 1\nb: 2\n', ['__proto__'], '3', '__proto__: 3\nb: 2\n'],
    ['a new key at the end', 'a: 1\n\n# bye\n', ['b'], '2', 'a: 1\nb: 2\n\n# bye\n'],
    ['a new key without final newline', 'a: 1', ['b'], '2', 'a: 1\nb: 2'],
    ['a new key with CRLF', 'a: 1\r\n', ['b'], '2', 'a: 1\r\nb: 2\r\n'],
    ['a new key in a block', 'm:\n    a: 1 # n\n\nz: 0\n', ['m', 'b'], '2', 'm:\n    a: 1 # n\n    b: 2\n\nz: 0\n'],
    [
      'a new key before a commented-out block',
      'm:\n  a: 1\n#  b: 3\n\nz: 0\n',
      ['m', 'b'],
      '2',
      'm:\n  a: 1\n  b: 2\n#  b: 3\n\nz: 0\n',
    ],
    [
      'a new key behind a nested block',
      'm:\n  a:\n    x: 1\nz: 0\n',
      ['m', 'b'],
      '2',
      'm:\n  a:\n    x: 1\n  b: 2\nz: 0\n',
    ],
    ['a new key behind a literal', 'm:\n  a: |\n    x\nz: 0\n', ['m', 'b'], '2', 'm:\n  a: |\n    x\n  b: 2\nz: 0\n'],
    [
      'a new key behind a list at zero indent',
      'm:\n  a:\n  - 1\nz: 0\n',
      ['m', 'b'],
      '2',
      'm:\n  a:\n  - 1\n  b: 2\nz: 0\n',
    ],
    ['a new key in a flow map', 'm: {a: 1} # n\n', ['m', 'b'], '2', 'm: {a: 1, b: 2} # n\n'],
    ['a new key in an empty map', 'm: {} # n\nz: 0\n', ['m', 'b'], '2', 'm: # n\n  b: 2\nz: 0\n'],
    ['a new key in an empty map in brackets', 'm: [{}]\n', ['m', 0, 'b'], '2', 'm: [{b: 2}]\n'],
    ['a new key below a bare key', 'm:   # n\nz: 0\n', ['m', 'b'], '2', 'm:   # n\n  b: 2\nz: 0\n'],
    ['a new key below null', 'm: null\nz: 0\n', ['m', 'b'], '2', 'm:\n  b: 2\nz: 0\n'],
    [
      'a new key below a bare key, deeper',
      'm:\n    k:\n    l:\n        x: 1\n',
      ['m', 'k', 'b'],
      '2',
      'm:\n    k:\n        b: 2\n    l:\n        x: 1\n',
    ],
    ['a map that is not there', 'a: 1\n', ['m', 'k', 'b'], '2', 'a: 1\nm:\n  k:\n    b: 2\n'],
    [
      'a map that is not there, in the file’s own indent',
      'a:\n    x: 1\n',
      ['m', 'b'],
      '2',
      'a:\n    x: 1\nm:\n    b: 2\n',
    ],
    ['a map that is not there in a flow map', 'm: {a: 1}\n', ['m', 'k', 'b'], '2', 'm: {a: 1, k: {b: 2}}\n'],
    ['a list that is not there', 'm:\n  a: 1\n', ['m', 'l', 0], 'x', 'm:\n  a: 1\n  l: [x]\n'],
    ['the next item of a list', 'l:\n  - 1\n', ['l', 1], '2', 'l:\n  - 1\n  - 2\n'],
    ['a key for a map on a dash', 'l:\n  - a: 1\n', ['l', 0, 'b'], '2', 'l:\n  - a: 1\n    b: 2\n'],
    ['a key for an empty item', 'l:\n  -\n', ['l', 0, 'b'], '2', 'l:\n  - b: 2\n'],
    ['an empty file', '', ['a'], '1', 'a: 1\n'],
    ['a file of comments', '# one\n# two', ['a', 'b'], '1', '# one\n# two\na:\n  b: 1'],
    ['an empty document', '---\n', ['a'], '1', '---\na: 1\n'],
    ['an empty root map', '{}\n', ['a'], '1', 'a: 1\n'],
    ['a root flow map', '{a: 1}\n', ['b'], '2', '{a: 1, b: 2}\n'],
    ['an explicit key without a value', '? a\n', ['a'], '1', '? a\n: 1\n'],
    ['one with a note', '? a # n\n? b\n', ['a'], '1', '? a # n\n: 1\n? b\n'],
    ['one between braces', '{a, b: 1}\n', ['a'], '2', '{a: 2, b: 1}\n'],
    ['one of two lines', '{"a\n b", c}\n', ['a b'], '2', '{? "a\n b" : 2, c}\n'],
    ['a list below an explicit key', '? a\n:\n - x\n', ['a'], '1', '? a\n: 1\n'],
    ['an item below an explicit key', '? a\n:\n - x\n', ['a', 0], 'y', '? a\n:\n - y\n'],
    ['an empty literal', 'm:\n  a: |\n  b: 1\n', ['m', 'a'], 'x', 'm:\n  a: x\n  b: 1\n'],
    ['an item that is an empty literal', '- |\n- b\n', [0], 'x', '- x\n- b\n'],
    ['a pair in a list', '[a: b, c]\n', [0, 'a'], 'x', '[a: x, c]\n'],
    ['a new key beside a pair in a list', '[a: b, c]\n', [0, 'd'], 'x', '[{a: b, d: x}, c]\n'],
    ['a note right behind quotes', 'a: "x"# n\n', ['a'], 'y', 'a: y # n\n'],
    ['a value right behind a quoted key', '{"a":[1]}\n', ['a'], '2', '{"a": 2}\n'],
    ['behind an anchor on its own line', 'a:\n  &x\n  b: 1\n', ['a'], '2', 'a:\n  &x 2\n'],
    ['a tag alone', '- !!str # n\n', [0], '2', '-  2 # n\n'],
    ['a block source where only one line fits', 'a: [x]\n', ['a', 0], '|-\n  y z', 'a: [y z]\n'],
    [
      'a key in a merged map: all of that map is written beside the merge',
      'a: &x {k: {p: 1, q: 2}}\nb:\n  <<: *x\n',
      ['b', 'k', 'p'],
      '5',
      'a: &x {k: {p: 1, q: 2}}\nb:\n  <<: *x\n  k: {p: 5, q: 2}\n',
    ],
    [
      'a new key behind a merge alone',
      'a: &x {k: 1}\nb:\n  <<: *x\n',
      ['b', 'm'],
      '2',
      'a: &x {k: 1}\nb:\n  <<: *x\n  m: 2\n',
    ],
    ['a new key behind a literal without line end', 'a: |\n  x', ['b'], '2', 'a: |-\n  x\nb: 2'],
    ['a new key in null behind document marks', '--- null\n...\n', ['a'], '1', '---\na: 1\n...\n'],
    ['a new key before the document’s end', '---\n# c\n...\n', ['a'], '1', '---\n# c\na: 1\n...\n'],
    ['a new key in an anchored null', 'a: &x\nb: 1\n', ['a', 'k'], '1', 'a: &x\n  k: 1\nb: 1\n'],
    ['a new key in braces with a note', 'a: { # n\n  }\n', ['a', 'k'], '1', 'a: {k: 1 # n\n  }\n'],
    ['a new key below an explicit key', '? a\n', ['a', 'k'], '1', '? a\n: k: 1\n'],
    ['a new key behind NEL', 'a: 1 # n\x85b: 2\x85', ['a'], '3', 'a: 3 # n\x85b: 2\x85'],
  ]
  test.each(rows)('%s', (_, before, path, source, after) => leadsTo(before, planSet(before, [...path], source), after))
})

describe('insert', () => {
  type Insert = readonly [
    name: string,
    before: string,
    parent: Path,
    key: string | number | boolean,
    source: string,
    sibling: string | undefined,
    after: string,
  ]
  const rows: Insert[] = [
    ['at the end', 'a: 1\n', [], 'b', '2', undefined, 'a: 1\nb: 2\n'],
    ['before the first', '# top\na: 1\n', [], 'b', '2', 'a', '# top\nb: 2\na: 1\n'],
    [
      'in the middle, comments stay with their keys',
      'a: 1\n# about c\nc: 3\n',
      [],
      'b',
      '2',
      'c',
      'a: 1\nb: 2\n# about c\nc: 3\n',
    ],
    ['before the first on a dash', '- a: 1\n  c: 3\n', [0], 'b', '2', 'a', '- b: 2\n  a: 1\n  c: 3\n'],
    ['into a flow map', '{a: 1, c: 3}\n', [], 'b', '2', 'c', '{a: 1, b: 2, c: 3}\n'],
    ['an integer key', 'm:\n  1: a\n', ['m'], 3, 'x', undefined, 'm:\n  1: a\n  3: x\n'],
    ['a key that needs quotes', 'a: 1\n', [], 'on', 'x', undefined, "a: 1\n'on': x\n"],
    ['after a key without value', 'a: 1\nb:\n', [], 'c', '2', undefined, 'a: 1\nb:\nc: 2\n'],
    ['before an explicit key', 'z: 0\n? a\n: 1\n', [], 'b', '2', 'a', 'z: 0\nb: 2\n? a\n: 1\n'],
    ['into a pair in a list', '[a: b]\n', [0], 'c', '2', 'a', '[{c: 2, a: b}]\n'],
    [
      'a key too long to stand without ?',
      '{a: 1}\n',
      [],
      'k'.repeat(1100),
      '2',
      undefined,
      `{a: 1, ? ${'k'.repeat(1100)} : 2}\n`,
    ],
    ['behind a tag alone', '{a: !!str }\n', [], 'b', '2', undefined, '{a: !!str , b: 2 }\n'],
  ]
  test.each(rows)('%s', (_, before, parent, key, source, sibling, after) =>
    leadsTo(before, planInsert(before, [...parent], { key, source, before: sibling }), after),
  )
})

describe('remove', () => {
  test.each<readonly [string, string, Path, string]>([
    ['a line with its note', 'a: 1\nb: 2 # n\nc: 3\n', ['b'], 'a: 1\nc: 3\n'],
    ['comments above stay', 'a: 1\n# about b\nb: 2\nc: 3\n', ['b'], 'a: 1\n# about b\nc: 3\n'],
    ['a block', 'a:\n  x: 1 # n\n  y: 2\nb: 3\n', ['a'], 'b: 3\n'],
    ['the first', 'a: 1\nb: 2\n', ['a'], 'b: 2\n'],
    ['the last without final newline', 'a: 1\nb: 2', ['b'], 'a: 1'],
    ['the only key of the file', '# c\na: 1\n', ['a'], '# c\n'],
    ['the only key of a map', 'm: # n\n  a: 1\nb: 2\n', ['m', 'a'], 'm: {} # n\nb: 2\n'],
    ['the only item of a list', 'l:\n  - 1\n', ['l', 0], 'l: []\n'],
    ['an item', 'l:\n- 1\n# two\n- 2\n- 3\n', ['l', 1], 'l:\n- 1\n# two\n- 3\n'],
    ['the first key on a dash', '- a: 1\n  b: 2\n', [0, 'a'], '- b: 2\n'],
    ['the first of a list in a list', '- - 1\n  - 2\n', [0, 0], '- - 2\n'],
    ['from a flow list', '[1, 2, 3]\n', [1], '[1, 3]\n'],
    ['the first of a flow list', '[1, 2, 3]\n', [0], '[2, 3]\n'],
    ['the last of a flow map', '{a: 1, b: 2}\n', ['b'], '{a: 1}\n'],
    ['the only one of a flow map', 'm: {a: 1}\n', ['m', 'a'], 'm: {}\n'],
    ['a literal', 'a: |\n  x\n  y\nb: 1\n', ['a'], 'b: 1\n'],
    ['CRLF', 'a: 1\r\nb: 2\r\n', ['a'], 'b: 2\r\n'],
    ['a key with an alias', 'a: &x 1\nb: *x\n', ['b'], 'a: &x 1\n'],
    ['the only item of the file', '# c\n- x # n\n', [0], '# c\n[]\n'],
    ['the only key of a file with a tag', '!!map\na: 1\n', ['a'], '!!map {}\n'],
    ['an explicit key with its list', '? a\n:\n - x\nb: 1\n', ['a'], 'b: 1\n'],
    ['the item of such a list', '? a\n:\n - x\n', ['a', 0], '? a\n: []\n'],
    ['a pair in a list', '[a: b, c]\n', [0], '[c]\n'],
    ['the key of such a pair', '[a: b, c]\n', [0, 'a'], '[{}, c]\n'],
    [
      'the first key on a dash below whose line a comment stands',
      '- a: 1\n  # b\n  b: 2\n',
      [0, 'a'],
      '-\n  # b\n  b: 2\n',
    ],
    ['the only key of a map, comments above stay', 'm:\n  # c\n  a: 1\n', ['m', 'a'], 'm: {}\n  # c\n'],
    ['the last of a flow list behind a comment', '[a, # a\n b]\n', [1], '[a # a\n ]\n'],
    ['what stands between a literal and a comment', 'a: |\n  x\nb: 1\n   # c\nd: 1\n', ['b'], 'a: |\n  x\n# c\nd: 1\n'],
    ['keys that Python takes for one', 'on: 1\na: 2\ntrue: 3\n', [true], 'a: 2\n'],
    ['the last of such keys between braces', '{a: 1, on: 2, true: 3}\n', [true], '{a: 1}\n'],
    ['the first of them', '{on: 1, true: 2, a: 3}\n', [true], '{a: 3}\n'],
    ['all of them, comments stay', '{on: 1, # c\n true: 2}\n', [true], '{ # c\n }\n'],
    ['all of them before a last comma', '{a: 1, on: 2, true: 3,}\n', [true], '{a: 1, }\n'],
    [
      'a key that stands over a merged one',
      'a: &x {k: 1}\nb:\n  <<: *x\n  k: 5\n',
      ['b', 'k'],
      'a: &x {k: 1}\nb:\n  <<: *x\n',
    ],
    [
      'a merged key: what else is merged is written out',
      'a: &x {k: 1, l: 2}\nb:\n  <<: *x # n\n  m: 3\n',
      ['b', 'k'],
      'a: &x {k: 1, l: 2}\nb:\n  l: 2 # n\n  m: 3\n',
    ],
    ['the only merged key', 'a: &x {k: 1}\nb:\n  <<: *x\n  m: 3\n', ['b', 'k'], 'a: &x {k: 1}\nb:\n  m: 3\n'],
    ['a merged key between braces', 'a: &x {k: 1, l: 2}\nb: {<<: *x}\n', ['b', 'k'], 'a: &x {k: 1, l: 2}\nb: {l: 2}\n'],
  ])('%s', (_, before, path, after) => leadsTo(before, planRemove(before, [...path]), after))
})

describe('rename', () => {
  test.each<readonly [string, string, Path, string | number, string]>([
    ['plain', 'a: 1 # n\n', ['a'], 'b', 'b: 1 # n\n'],
    ['in its quotes', "'a': 1\n", ['a'], 'b', "'b': 1\n"],
    ['into one that needs quotes', 'm:\n  a: 1\n', ['m', 'a'], 'yes', "m:\n  'yes': 1\n"],
    ['a complex key', '? a\n: 1\n', ['a'], 'b', '? b\n: 1\n'],
    ['an integer', 'm: {1: a}\n', ['m', 1], 2, 'm: {2: a}\n'],
    ['with a block below', 'a:\n  x: 1\nc: 2\n', ['a'], 'b', 'b:\n  x: 1\nc: 2\n'],
    ['a colon right behind quotes', '{"a":1}\n', ['a'], 7, '{7: 1}\n'],
    ['a tag that would misread it goes', '!!str 1: x\n', ['1'], 2, '2: x\n'],
    ['too long to stand without ?', 'a: 1\n', ['a'], 'k'.repeat(1100), `? ${'k'.repeat(1100)}\n: 1\n`],
    ['a merged key', 'a: &x {k: 1, l: 2}\nb:\n  <<: *x\n', ['b', 'k'], 'j', 'a: &x {k: 1, l: 2}\nb:\n  j: 1\n  l: 2\n'],
  ])('%s', (_, before, path, key, after) => leadsTo(before, planRename(before, [...path], key), after))
})

describe('list items', () => {
  test.each<readonly [string, string, (text: string) => Plan, string]>([
    ['in front', 'l:\n  - 1\n', (t) => planListInsert(t, ['l'], 0, 'x'), 'l:\n  - x\n  - 1\n'],
    ['between', 'l:\n- 1 # a\n# b\n- 2\n', (t) => planListInsert(t, ['l'], 1, 'x'), 'l:\n- 1 # a\n- x\n# b\n- 2\n'],
    ['behind', 'l: [1]\n', (t) => planListInsert(t, ['l'], 1, 'x'), 'l: [1, x]\n'],
    ['into an empty list', 'l: [ ]\n', (t) => planListInsert(t, ['l'], 0, 'x'), 'l: [x]\n'],
    ['into nothing', 'l:\n', (t) => planListInsert(t, ['l'], 0, 'x'), 'l: [x]\n'],
    [
      'a map',
      'l:\n  - a: 1\n    b: 2\n',
      (t) => planListInsert(t, ['l'], 1, '{a: 3}'),
      'l:\n  - a: 1\n    b: 2\n  - {a: 3}\n',
    ],
    ['remove', 'l:\n- 1\n- 2\n', (t) => planListRemove(t, ['l'], 0), 'l:\n- 2\n'],
    ['beside a pair', '[a: b]\n', (t) => planListInsert(t, [], 0, 'x'), '[x, a: b]\n'],
    ['behind a pair', '[a: b]\n', (t) => planListInsert(t, [], 1, 'x'), '[a: b, x]\n'],
    ['a text with commas into nothing', 'l:\n', (t) => planListInsert(t, ['l'], 0, 'a, b'), "l: ['a, b']\n"],
    ['behind an empty literal', '- |\n- b\n', (t) => planListInsert(t, [], 1, 'x'), '- |\n- x\n- b\n'],
    ['move an empty literal', '- |\n- b\n', (t) => planListMove(t, [], 0, 1), '- b\n- |\n'],
    [
      'move behind an item that starts with a comment',
      '- a\n-\n  # c\n  b: 1\n',
      (t) => planListMove(t, [], 0, 1),
      '-\n  # c\n  b: 1\n- a\n',
    ],
    ['move in front of one', '- # c\n  b: 1\n- a#b\n', (t) => planListMove(t, [], 1, 0), '- a#b\n- # c\n  b: 1\n'],
    [
      'move the first of a list on a dash',
      '- - a\n  # c\n  - b\n',
      (t) => planListMove(t, [0], 0, 1),
      '- # c\n  - b\n  - a\n',
    ],
    ['move a literal without line end', '- a\n- |\n  x', (t) => planListMove(t, [], 1, 0), '- |-\n  x\n- a'],
    ['move a pair', '[a: b, c]\n', (t) => planListMove(t, [], 0, 1), '[c, a: b]\n'],
    [
      'move down with its comments',
      'l:\n  - 1 # a\n  # two\n  - 2 # b\n  - 3\n',
      (t) => planListMove(t, ['l'], 1, 2),
      'l:\n  - 1 # a\n  - 3\n  # two\n  - 2 # b\n',
    ],
    ['move up', 'l: [1, "2", 3]\n', (t) => planListMove(t, ['l'], 2, 0), 'l: [3, 1, "2"]\n'],
    ['move maps', '- a: 1\n  b: 2\n- c: 3', (t) => planListMove(t, [], 0, 1), '- c: 3\n- a: 1\n  b: 2'],
    ['move at zero indent', 'l:\n- 1\n- 2\nz: 1\n', (t) => planListMove(t, ['l'], 0, 1), 'l:\n- 2\n- 1\nz: 1\n'],
  ])('%s', (_, before, plan, after) => leadsTo(before, plan(before), after))
})

describe('refused', () => {
  test.each<readonly [string, string, (text: string) => Plan, Refusal]>([
    ['broken text', 'a: "x\n', (t) => planSet(t, ['a'], '1'), 'syntax'],
    ['two documents', 'a: 1\n---\nb: 2\n', (t) => planSet(t, ['a'], '1'), 'multi-document'],
    ['through an alias', 'a: &x {k: 1}\nb: *x\n', (t) => planSet(t, ['b', 'k'], '2'), 'alias'],
    ['a new key through an alias', 'a: &x {k: 1}\nb: *x\n', (t) => planSet(t, ['b', 'n'], '2'), 'alias'],
    ['what an alias repeats', 'a: &x 1\nb: *x\n', (t) => planSet(t, ['a'], '2'), 'alias'],
    ['a source of two values', 'a: 1\n', (t) => planSet(t, ['a'], 'x: y'), 'source'],
    ['a source with a comment', 'a: 1\n', (t) => planSet(t, ['a'], 'x # y'), 'source'],
    ['an open quote', 'a: 1\n', (t) => planSet(t, ['a'], '"x'), 'source'],
    ['no source', 'a: 1\n', (t) => planSet(t, ['a'], ''), 'source'],
    ['a second entry smuggled in', 'a: 1\n', (t) => planSet(t, ['a'], '1\nb: 2'), 'source'],
    ['below a scalar', 'a: 1\n', (t) => planSet(t, ['a', 'b'], '2'), 'not-a-map'],
    ['beyond the end of a list', 'a: [1]\n', (t) => planSet(t, ['a', 3], '2'), 'no-such-place'],
    ['a key that is there', 'a: 1\nb: 2\n', (t) => planRename(t, ['a'], 'b'), 'key-exists'],
    ['an insert of a key that is there', 'a: 1\n', (t) => planInsert(t, [], { key: 'a', source: '2' }), 'key-exists'],
    ['an insert into a list', 'a: [1]\n', (t) => planInsert(t, ['a'], { key: 'x', source: '2' }), 'not-a-map'],
    ['an item for a map', 'a: {}\n', (t) => planListInsert(t, ['a'], 0, '2'), 'not-a-list'],
    ['a removal of nothing', 'a: 1\n', (t) => planRemove(t, ['b']), 'no-such-place'],
    ['a removal of an anchor in use', 'a: &x 1\nb: *x\n', (t) => planRemove(t, ['a']), 'alias'],
    [
      'an insert of a key that Python takes for one that is there',
      '1: a\n',
      (t) => planInsert(t, [], { key: true, source: '2' }),
      'key-exists',
    ],
    ['an index that is none', '- 1\n', (t) => planListInsert(t, [], Number.NaN, '2'), 'no-such-place'],
    ['half an index', '- 1\n- 2\n', (t) => planListMove(t, [], 0.5, 1), 'no-such-place'],
    ['an item in front of its own anchor', '- &x 1\n- *x\n', (t) => planListMove(t, [], 1, 0), 'alias'],
    ['a null step', 'a: 1\n', (t) => planSet(t, ['a', null], '2'), 'no-such-place'],
  ])('%s', (_, text, plan, refusal) => expect(plan(text)).toEqual({ ok: false, refusal }))
})

const configs = fileURLToPath(new URL('../../../e2e/fixtures/nemo-configs', import.meta.url))
const files = readdirSync(configs, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'))

describe('every scalar of every official config, set: exactly its lines differ', () => {
  test.each(files)('%s', (file) => {
    const text = readFileSync(`${configs}/${file}`, 'utf8')
    const lines = text.split('\n')
    const parsed = parse(text)
    for (const node of parsed.nodes.values()) {
      if (node.kind !== 'scalar') continue
      const plan = planSetOn(parsed, node.path, 'changed')
      if (!plan.ok) throw new Error(`${node.path.join('.')} refused: ${plan.refusal}`)
      const after = applyEdits(text, plan.edits).split('\n')
      const multiline = text.slice(node.valueSpan.from, node.valueSpan.to).split('\n').length - 1
      expect(after.length).toBe(lines.length - multiline)
      if (multiline === 0) expect(after.filter((line, i) => line !== lines[i]).length).toBe(1)
    }
  })
})
