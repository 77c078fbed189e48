import { describe, expect, test } from 'vitest'
import { parse } from '../../core/omegaconf/parse'
import { printPath } from '../../core/path'
import { check } from '../check/check'
import { planFix } from './fix'
import { repairOf } from './repair-syntax'

/** `code path` of each problem, and the text after its repair. */
function repairs(text: string): [string, string][] {
  const parsed = parse(text)
  return check(parsed)
    .filter(({ level, code }) => level === 'error' && /^yaml-|^interpolation-syntax/.test(code))
    .map((issue) => {
      const fix = repairOf(parsed, issue)
      const planned = fix === null ? null : planFix(parsed, fix)
      return [`${issue.code} ${printPath(issue.path)}`, planned?.ok === true ? planned.after.text : 'no repair']
    })
}

describe('keys that are there twice: the later goes, with its value', () => {
  test.each([
    ['a value', 'a:\n  b: 1\n  b: 2\n', 'a.b', 'a:\n  b: 1\n'],
    [
      'with its comment, not those above',
      'a:\n  b: 1 # one\n  # why\n  b: 2 # x\nd: 1\n',
      'a.b',
      'a:\n  b: 1 # one\n  # why\nd: 1\n',
    ],
    ['a section', 'a: 1\na:\n  b: 1\n  c: 2\n', 'a', 'a: 1\n'],
    ['between braces', 'a: {b: 1, b: 2}\n', 'a.b', 'a: {b: 1}\n'],
    ['in other quotes', 'a: 1\nb: 2\n"a": 3\n', 'a', 'a: 1\nb: 2\n'],
    ['in a list', 'a:\n- b: 1\n  b: 2\n', 'a[0].b', 'a:\n- b: 1\n'],
    ['with a question mark', '? a\n: 1\n? a\n: 2\n', 'a', '? a\n: 1\n'],
    ['without a line at the end', 'a: 1\na: 2', 'a', 'a: 1'],
  ])('%s', (_, text, path, after) => {
    expect(repairs(text)).toEqual([[`yaml-duplicate-key ${path}`, after]])
  })

  test('each of several by itself', () => {
    expect(repairs('a: 1\na: 2\nc: 1\nc: 2\nc: 3\n')).toEqual([
      ['yaml-duplicate-key a', 'a: 1\nc: 1\nc: 2\nc: 3\n'],
      ['yaml-duplicate-key c', 'a: 1\na: 2\nc: 1\nc: 3\n'],
      ['yaml-duplicate-key c', 'a: 1\na: 2\nc: 1\nc: 2\n'],
    ])
  })

  test('not what a merge key only seems to repeat', () => {
    const text = 'x:\n  <<: *y\n  b: 1\nz: {<<: [*y, *y]}\n'
    expect(repairs(`y: &y\n  b: 2\n${text}`).filter(([, after]) => after !== 'no repair')).toEqual([])
  })
})

describe('values that need quotes', () => {
  test.each([
    ['a: =\n', "a: '='\n"],
    ['a: <<\n', "a: '<<'\n"],
    ['a: [???]\n', "a: ['???']\n"],
    ['a: {b: ???, c: 1}\n', "a: {b: '???', c: 1}\n"],
    ['a: [1, ${b}]\nb: 1\n', "a: [1, '${b}']\nb: 1\n"],
    ['a: [${b}, ${b}]\nb: 1\n', "a: ['${b}', '${b}']\nb: 1\n"],
  ])('%j', (text, after) => {
    expect(repairs(text).map(([, repaired]) => repaired)).toEqual([after])
    expect(parse(after).ok).toBe(true)
  })
})

describe('references without an end', () => {
  test.each([
    ['a: ${b\nb: 1\n', 'a: ${b}\nb: 1\n'],
    ['a: "x ${b"\nb: 1\n', 'a: "x ${b}"\nb: 1\n'],
    ['a: ${b c}\nb: 1\n', 'no repair'],
  ])('%j', (text, after) => {
    expect(repairs(text)).toEqual([['interpolation-syntax a', after]])
  })
})

test('what cannot be repaired is told all the same, and cannot be suppressed', () => {
  expect(repairs('a: [1\nb: 2\n')).toHaveLength(1)
  expect(repairs('# t2i-config: ignore interpolation-syntax\na: ${b\n')).toHaveLength(1)
  expect(repairs('# t2i-config: ignore yaml-duplicate-key\na: 1\na: 2\n')).toHaveLength(1)
})

test('an issue of an earlier text is repaired where its problem stands now', () => {
  const issue = check(parse('a: ${b\nb: 1\n')).find(({ code }) => code === 'interpolation-syntax')
  const now = parse('# a comment more\na: ${b\nb: 1\n')
  const fix = issue === undefined ? null : repairOf(now, issue)
  const planned = fix === null ? null : planFix(now, fix)
  expect(planned?.ok === true && planned.after.text).toBe('# a comment more\na: ${b}\nb: 1\n')
})
