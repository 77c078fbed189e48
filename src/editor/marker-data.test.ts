import { expect, test } from 'vitest'
import type { Issue } from '../core/issue'
import { parse } from '../core/omegaconf/parse'
import { markersOf, maxMarkers } from './marker-data'
import { TextModel } from './text-model.test-support'

const text = 'a: 1\nb:\n  c: 中2 # n\n'
const issue = (of: Partial<Issue>): Issue => ({ code: 'x', path: [], span: null, level: 'error', facts: {}, ...of })

/** The marks of issues on a text, a line each: severity, code, range. */
const shown = (issues: readonly Issue[], on = text): string[] =>
  markersOf(new TextModel(on).monaco, parse(on), issues, ({ code }) => `${code}!`).map((marker) => {
    expect(marker.message).toBe(`${String(marker.code)}!`)
    return `${marker.severity} ${marker.startLineNumber}:${marker.startColumn}-${marker.endLineNumber}:${marker.endColumn}`
  })

test.each<[string, Partial<Issue>, string[]]>([
  ['an error', { span: { from: 3, to: 4 } }, ['8 1:4-1:5']],
  ['a warning', { span: { from: 3, to: 4 }, level: 'warning' }, ['4 1:4-1:5']],
  ['a note', { span: { from: 3, to: 4 }, level: 'info' }, ['2 1:4-1:5']],
  ['over lines', { span: { from: 5, to: 15 } }, ['8 2:1-3:8']],
  ['without length: the character behind', { span: { from: 10, to: 10 } }, ['8 3:3-3:4']],
  ['without length at the end of a line: the one before', { span: { from: 4, to: 4 } }, ['8 1:4-1:5']],
  ['without length on an empty line', { span: { from: 20, to: 20 } }, ['8 4:1-4:2']],
  ['of the text as a whole: its first line', {}, ['8 1:1-1:5']],
  ['of a place: what stands there with its key', { path: ['b', 'c'] }, ['8 3:3-3:8']],
  [
    'of several keys',
    { path: ['a'], span: { from: 0, to: 1 }, facts: { keys: ['a', 'b'] }, places: [['b']] },
    ['8 1:1-1:2', '8 2:1-2:2'],
  ],
  ['that speaks of another place', { path: ['a'], span: { from: 0, to: 1 }, places: [['b']] }, ['8 1:1-1:2']],
])('where an issue is marked: %s', (_, of, marks) => {
  expect(shown([issue(of)])).toEqual(marks)
})

const lines = Array.from({ length: maxMarkers + 5 }, (_, i) => `k${i}: 1\n`)
const keys = lines.map((_, i) => `k${i}`)
const each = keys.map((key) => issue({ path: [key] }))
const ofAll = issue({ path: ['k0'], facts: { keys }, places: keys.slice(1).map((key) => [key]) })

test.each<[string, Issue[], number]>([
  ['as many as are shown', each.slice(0, maxMarkers), maxMarkers],
  ['more', each, maxMarkers],
  ['one of more places', [ofAll], maxMarkers],
  ['others before it', [...each.slice(0, maxMarkers - 2), ofAll], maxMarkers],
])('the first marks are shown and no more: %s', (_, issues, count) => {
  const marks = shown(issues, lines.join(''))
  expect(marks).toHaveLength(count)
  expect(marks[0]).toBe('8 1:1-1:6')
})
