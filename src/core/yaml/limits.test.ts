import { expect, test } from 'vitest'
import { parse } from '../omegaconf/parse'
import { exceeds } from './limits'

test.each([
  ['a: 1\n', false],
  ['a: [1, 2, 3]\n', true],
  ['a: 1\n\n\n\n', true],
  ['a: ${b}\n', true],
  ['a: $b {c}\n', false],
  [`a: ${'x'.repeat(100)}`, true],
])('whether %j is too large', (text, expected) => {
  const limits = { units: 50, places: 2 }
  expect(exceeds(text, limits)).toBe(expected)
  expect(parse(text, { limits }).problems.some(({ code }) => code === 'text-too-large')).toBe(expected)
  expect(parse(text).sound).toBe(true)
})

const nested = (n: number, inner: string) => '${'.repeat(n) + inner + '}'.repeat(n)
test.each([
  ['nested references', `b: x\nv: "${nested(60, 'b')}"\n`, []],
  ['references nested too deeply', `v: "${nested(5000, 'b')}"\n`, ['interpolation-syntax']],
  ['references never closed', `v: "${'${'.repeat(5000)}"\n`, ['interpolation-syntax']],
  [
    'merges that double',
    `k0: &k0 {x: 1}\n${Array.from({ length: 40 }, (_, i) => `k${i + 1}: &k${i + 1}\n  <<: [*k${i}, *k${i}]\n`).join('')}`,
    ['yaml-too-large'],
  ],
  ['a number of 100,000 digits', `v: ${'9'.repeat(100_000)}\n`, ['yaml-number-length']],
  ['a sexagesimal number of 100,000 digits', `v: 1${':59'.repeat(33_333)}\n`, ['yaml-number-length']],
  ['a number that Python reads', `v: ${'9'.repeat(4300)}\n`, []],
  ['one that it does not', `v: ${'9'.repeat(4301)}\n`, ['yaml-number-length']],
  ['padding without end', `v: !!binary "${'='.repeat(200_000)}A"\n`, []],
])('%s: read in one pass', (_, text, codes) => {
  expect(
    parse(text)
      .problems.map(({ code }) => code)
      .filter((code) => code !== 'yaml-tag'),
  ).toEqual(codes)
})
