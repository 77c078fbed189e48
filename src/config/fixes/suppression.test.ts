import { expect, test } from 'vitest'
import { parse } from '../../core/omegaconf/parse'
import { check } from '../check/check'
import { planSuppression } from './plan-suppression'

const codes = (text: string) => check(parse(text)).map(({ code }) => code)

test.each([
  ['trainer:\n  num_nodes: 0\n', 'trainer:\n  num_nodes: 0 # t2i-config: ignore range\n'],
  ['trainer:\n  num_nodes: 0   # one\n', 'trainer:\n  num_nodes: 0   # one # t2i-config: ignore range\n'],
  ['trainer: {num_nodes: 0}', 'trainer: {num_nodes: 0} # t2i-config: ignore range'],
  [
    'trainer:\n  num_nodes: 0 # t2i-config: ignore other\n',
    'trainer:\n  num_nodes: 0 # t2i-config: ignore other, range\n',
  ],
  ['trainer:\n  num_nodes: "a\n    b"\n', '# t2i-config: ignore type\ntrainer:\n  num_nodes: "a\n    b"\n'],
])('%j is suppressed as %j', (text, suppressed) => {
  const parsed = parse(text)
  const issue = check(parsed).find(({ code }) => code === 'range' || code === 'type')
  const planned = issue === undefined ? null : planSuppression(parsed, issue)
  expect(planned?.ok && planned.after.text).toBe(suppressed)
  expect(codes(text)).toContain(issue?.code)
  expect(codes(suppressed)).not.toContain(issue?.code)
})

test.each([
  ['another line stays', 'trainer:\n  num_nodes: 0 # t2i-config: ignore range\n  max_epochs: -7\n', ['range']],
  ['another rule stays', 'trainer:\n  num_nodes: 0 # t2i-config: ignore type\n', ['range']],
  [
    'a line of its own suppresses the file',
    '# t2i-config: ignore range\ntrainer:\n  num_nodes: 0\n  max_epochs: -7\n',
    [],
  ],
  ['two rules', 'trainer:\n  num_nodes: 0 # t2i-config: ignore type, range\n', []],
  ['the text of a value is no comment', 'trainer:\n  num_nodes: 0\nname: "# t2i-config: ignore range"\n', ['range']],
])('%s', (_, text, left) => {
  expect(codes(text).filter((code) => code === 'range')).toEqual(left)
})

test('what keeps the file from loading cannot be suppressed', () => {
  expect(codes('a: ${b # t2i-config: ignore interpolation-syntax\n')).toContain('interpolation-syntax')
})
