import { expect, test } from 'vitest'
import { parse } from '../core/omegaconf/parse'
import { definitionAt } from './definition'

test.each([
  ['a: 1\nb: ${|a}', 'a: 1'],
  ['a: 1\nb: |x/${a}', 'a: 1'],
  ['a: 1\nb: 2\nc: ${a}/${|b}', 'b: 2'],
  ['a: 1\nb: 2\nc: "${a}/${b|}"', 'b: 2'],
  ['a:\n  b: 1\nc: ${a.|b}', 'b: 1'],
  ['a:\n  b: 1\nc: ${|a}', 'a'],
  ['a:\n  b: 1\n  c: ${.|b}', 'b: 1'],
  ['x: 1\na:\n  c: ${..|x}', 'x: 1'],
  ['l:\n  - u\n  - v\nc: ${l[1|]}', 'v'],
  ['l:\n  - u\n  - v\nc: ${l.|1}', 'v'],
  ['d:\n  7: u\nc: ${d.|7}', '7: u'],
  ['a:\n  b: 1\nr: ${a}\nc: ${r.|b}', 'b: 1'],
  ['a:\n  b: 1\nc: "\\t${a.|b}"', 'b: 1'],
  ['a:\n  b: 1\nc: |-\n  x\n  ${a.b§}', 'b: 1'],
  ['a:\n  b: 1\nc: ${oc.select:a.|b}', 'b: 1'],
  ['a:\n  - b: 1\n    c: ${.|b}', 'b: 1'],
  ['a:\n  - b: 1\n  - c: ${..|0.b}', 'b: 1'],
  ['k: a\nd:\n  a: 1\nc: ${d.${|k}}', 'k: a'],
  ['k: 1\nc: ${oc.env:X,${|k}}', 'k: 1'],
  ['a: 1\nb: ${|missing}', null],
  ['a: 1\nb: ${missing|', null],
  ['a|: 1', null],
  ['|', null],
])('%j', (marked, shown) => {
  const mark = marked.includes('§') ? '§' : '|'
  const text = marked.replace(mark, '')
  const span = definitionAt(parse(text), marked.indexOf(mark))
  expect(span === null ? null : text.slice(span.from, span.to)).toBe(shown)
})
