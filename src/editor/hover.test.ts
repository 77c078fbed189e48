import { expect, test } from 'vitest'
import type { FieldSpec } from '../config/schema/field'
import { defaultFile, docOf } from '../core/document/doc'
import { en } from '../i18n/app/en'
import { noWords, type Words } from '../i18n/words'
import { createStore } from '../state/store'
import { answersAt, hoverText } from './hover'

const spec = (accepts: FieldSpec['accepts'], meta: FieldSpec['meta'] = {}): FieldSpec => ({
  pattern: ['a'],
  id: 'a',
  accepts,
  meta,
})
const words: Words = {
  ...noWords,
  fields: new Map([['a', { label: 'A <b>', help: 'Helps *much*.', fails: 'It stops.' }]]),
  units: new Map([['steps', 'steps']]),
}

test('label, help, type with unit, default and what fails, as plain text', () => {
  expect(hoverText(['a'], spec([{ kind: 'int' }, { kind: 'null' }], { default: 5, unit: 'steps' }), words, en)).toEqual(
    [
      '**A &lt;b&gt;** `a`',
      'Helps \\*much\\*\\.',
      'Type: whole number (steps) · Default: `5`',
      'At launch: It stops\\.',
    ],
  )
})

test('a closed set shows its values; a parameter without words its place', () => {
  const accepts = [{ kind: 'enum', values: ['a', 16] }, { kind: 'bool' }] as const
  expect(hoverText(['x`y'], spec(accepts), noWords, en)).toEqual(['``["x`y"]``', 'Type: `a` or `16` or true or false'])
})

test('nothing known but the place', () => {
  expect(hoverText(['b'], spec([]), noWords, en)).toEqual(['`b`'])
})

test.each([
  ['a: 1e-4\nb: ${|a}\n', ['→ `0.0001`']],
  ['a: x\nb: ${|a}/${c}\nc: y\n', ['`${a}` → `x`', '→ `x/y`']],
  ['a: {b: 1}\nc: ${|a}\n', ['→ `{b: 1}`']],
  ['b: ${|nope}\n', []],
  ['a: ???\nb: ${|a}\n', ['a is still to be filled in \\(???\\)\\.']],
  ['a: ${nope}\nb: ${|a}\n', ['No value: a: There is no key nope\\.']],
  ['b: ${oc.env:|HOME}\n', ['→ `/root`']],
  ['b: |1\n', []],
])('what %j resolves to', (marked, expected) => {
  const store = createStore(() => 0, { env: { HOME: '/root' } })
  store.restore({ doc: docOf(marked.replace('|', ''), defaultFile) })
  expect(answersAt(store.getState(), marked.indexOf('|'), en)).toEqual(expected)
})
