import fc from 'fast-check'
import { expect, test } from 'vitest'
import { share } from '../laws/rounds.test-support'
import { parse } from '../omegaconf/parse'
import type { Path } from '../path'
import { type Resolved, resolution, resolveAll, resolveAt } from './resolve'

/** What reading one place gives; a failure by its class and kind. */
const answerOf = (resolved: Resolved | undefined) =>
  resolved === undefined ? 'as written' : resolved.ok ? resolved.value : [resolved.error, resolved.reason.code]

/** Each place with an expression: what all places read together give there is what it gives alone. */
function agrees(text: string, paths?: readonly Path[]): void {
  const { values, failures } = resolveAll(text)
  const at = [...values.keys(), ...failures.keys()]
  const written = [...parse(text).nodes.values()].filter(({ scalar }) => scalar?.t === 'str' && scalar.v.includes('${'))
  expect(at.toSorted()).toEqual(written.map(({ path }) => `/${path.map(stepOf).join('/')}`).toSorted())
  for (const path of paths ?? written.map((node) => node.path)) {
    const key = `/${path.map(stepOf).join('/')}`
    const [value, failure] = [values.get(key), failures.get(key)]
    const together: Resolved | undefined =
      value !== undefined ? { ok: true, value } : failure === undefined ? undefined : { ok: false, ...failure }
    expect([key, answerOf(together)]).toEqual([key, answerOf(resolveAt(text, path))])
  }
}
const stepOf = (step: Path[number]) => (typeof step === 'number' ? `~n${step}` : step)

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const reference = fc.oneof(
  name.map((key) => `\${${key}}`),
  fc.tuple(name, name).map(([a, b]) => `\${${a}.${b}}`),
  fc.tuple(name, name).map(([a, b]) => `\${${a}.\${${b}}}`),
  name.map((key) => `\${.${key}}`),
  name.map((key) => `\${oc.select:${key},1}`),
  name.map((key) => `\${oc.dict.values:${key}}`),
  name.map((key) => `\${oc.decode:\${${key}}}`),
  fc.tuple(name, name).map(([a, b]) => `\${multiply:\${${a}},\${${b}}}`),
  fc.constantFrom('${oc.env:NOT_SET}', '${nowhere}', '${unknown:1}', '${oc.create:{x: 1}}'),
)
const scalar = fc.oneof(
  { weight: 4, arbitrary: reference },
  fc.tuple(reference, reference).map(([a, b]) => `${a}-${b}`),
  fc.constantFrom('x', 'a', '1', '2.5', '???', 'null'),
)
const quoted = scalar.map((text) => (text.includes('${') ? JSON.stringify(text) : text))
const value = fc.oneof(
  { weight: 3, arbitrary: quoted },
  fc.dictionary(name, quoted, { maxKeys: 3 }).map((map) => `{${Object.entries(map).map(([k, v]) => `${k}: ${v}`)}}`),
  fc.array(quoted, { maxLength: 3 }).map((items) => `[${items}]`),
)
const config = fc
  .dictionary(name, value, { minKeys: 2 })
  .map((map) => Object.entries(map).map(([key, text]) => `${key}: ${text}\n`))
  .map((lines) => lines.join('').replaceAll('???', '"???"'))

test('the whole config says of each place what the place says alone', () => {
  fc.assert(
    fc.property(config, (text) => agrees(text)),
    { numRuns: share(1500) },
  )
})

const lines = (n: number, line: (i: number) => string) => Array.from({ length: n }, (_, i) => line(i)).join('')
const some = [1, 100, 199, 200, 201, 202, 399, 649, 650, 651, 652, 799, 800, 801, 850, 851, 852, 999].map(
  (i): Path => [`a${i}`],
)
test.each([
  ['a chain', (n: number) => `${lines(n, (i) => `a${i}: \${a${i + 1}}\n`)}a${n}: 1\n`],
  ['a chain backwards', (n: number) => `a0: 1\n${lines(n, (i) => `a${i + 1}: \${a${i}}\n`)}`],
  ['a chain to nowhere', (n: number) => lines(n + 1, (i) => `a${i}: \${a${i + 1}}\n`)],
  ['a chain into a cycle', (n: number) => `${lines(n, (i) => `a${i}: \${a${i + 1}}\n`)}a${n}: \${a${n - 150}}\n`],
  ['a cycle', (n: number) => lines(n + 1, (i) => `a${i}: \${a${(i + 1) % (n + 1)}}\n`)],
  ['a chain of texts', (n: number) => `${lines(n, (i) => `a${i}: "\${a${i + 1}} "\n`)}a${n}: "x"\n`],
  ['a chain by resolvers', (n: number) => `${lines(n, (i) => `a${i}: \${oc.select:a${i + 1}}\n`)}a${n}: 1\n`],
  ['a chain of two', (n: number) => `${lines(n, (i) => `a${i}: \${sum:\${a${i + 1}},\${a${n - 120}}}\n`)}a${n}: 1\n`],
])('%s, whole and place by place', (_, make) => {
  agrees(make(1000).replace(/^(a\d+): (\$\{sum.*)$/gm, '$1: "$2"'), some)
})

test('a chain is followed as far as Python can follow it, from either end', () => {
  const failing = (text: string) => [...resolution(parse(text)).failures().keys()]
  const forward = `${lines(1000, (i) => `a${i}: \${a${i + 1}}\n`)}a1000: 1\n`
  const backward = `a0: 1\n${lines(1000, (i) => `a${i + 1}: \${a${i}}\n`)}`
  expect(failing(forward)).toEqual(Array.from({ length: 800 }, (_, i) => `/a${i}`))
  expect(failing(backward)).toEqual(Array.from({ length: 800 }, (_, i) => `/a${i + 201}`))
})
