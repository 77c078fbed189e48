import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse, typedOf } from '../omegaconf/parse'
import type { Path } from '../path'
import type { Typed } from '../typed'
import { resolveAll, resolveAt } from './resolve'
import type { NemoResolver } from './resolvers'

const oracle = (name: string) => JSON.parse(readFileSync(new URL(`../oracle/${name}`, import.meta.url), 'utf8'))
const fixture = (path: string) =>
  readFileSync(new URL(`../../../e2e/fixtures/nemo-configs/${path}`, import.meta.url), 'utf8')

interface Answer {
  ok?: boolean
  result?: Typed
  error?: string
  stage?: string
}
interface Case extends Answer {
  id: string
  category: string
  config: string
  path: Path
  env?: Record<string, string>
  resolvers?: NemoResolver[]
  result_2_3_0?: Answer
}

const answerOf = (resolved: ReturnType<typeof resolveAt>) =>
  resolved.ok ? { result: resolved.value } : { error: resolved.error, stage: resolved.stage }

const cases: Case[] = oracle('interpolations.json').cases
test.each(cases.map((row) => [`${row.id} ${row.category}`, row] as const))('%s', (_, row) => {
  const { config, path, env = {}, resolvers = [] } = row
  const { result, error, stage } = row.result_2_3_0 ?? row
  const answer = answerOf(resolveAt(config, path, { env, resolvers }))
  expect(answer).toEqual(result === undefined ? { error, stage } : { result })
})

const everyConfig: { path: string; leaves: { path: Path; raw: string; plain: Answer; nemo: Answer }[] }[] =
  oracle('nemo-interpolations.json').configs
test.each(everyConfig.map((row) => [row.path, row] as const))('every interpolation of %s', (file, { leaves }) => {
  const text = fixture(file)
  for (const { path, plain, nemo } of leaves)
    for (const [expected, resolvers] of [
      [plain, []],
      [nemo, ['multiply', 'sum']],
    ] as const) {
      const answer = answerOf(resolveAt(text, path, { resolvers }))
      if (expected.result !== undefined) expect(answer, String(path)).toEqual({ result: expected.result })
      else expect(answer, String(path)).toMatchObject({ error: expected.error })
    }
})

/** JSON with sorted keys, no spaces and ASCII only, as Python's `json.dumps(…, sort_keys=True)` writes it. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => `${canonical(key)}:${canonical(item)}`)
      .join(',')}}`
  return JSON.stringify(value).replaceAll(
    /[\u007f-\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

interface Whole {
  ok: boolean
  resolved_sha256?: string
  error?: string
}
const wholes: { path: string; resolve_plain: Whole; resolve_nemo: Whole }[] = oracle('nemo-resolve.json').configs
test.each(wholes.map((row) => [row.path, row] as const))('the whole of %s', (file, { resolve_plain, resolve_nemo }) => {
  const text = fixture(file)
  for (const [expected, resolvers] of [
    [resolve_plain, []],
    [resolve_nemo, ['multiply', 'sum']],
  ] as const) {
    const resolved = resolveAt(text, [], { resolvers })
    if (!expected.ok) expect(resolved).toMatchObject({ ok: false, error: expected.error })
    else if (!resolved.ok) expect(resolved).toEqual(expected)
    else expect(createHash('sha256').update(canonical(resolved.value)).digest('hex')).toBe(expected.resolved_sha256)
  }
})

test('a config with broken references is resolved as far as it goes', () => {
  const text = 'a: 1\nb: ${a}\nc: ${nope}\nd: [x, "${b}", "${e.f}"]\ne: {f: "???", g: "${.f}", h: "v${a}"}\n'
  const { typed, values, failures } = resolveAll(text)
  expect(typed).toEqual(
    typedOf(parse('a: 1\nb: 1\nc: ${nope}\nd: [x, 1, "${e.f}"]\ne: {f: "???", g: "${.f}", h: v1}\n')),
  )
  expect([...values.keys()]).toEqual(['/b', '/d/~n1', '/e/h'])
  expect([...failures].map(([key, { error, reason }]) => [key, error, reason.code])).toEqual([
    ['/c', 'InterpolationKeyError', 'key-not-found'],
    ['/d/~n2', 'InterpolationToMissingValueError', 'missing'],
    ['/e/g', 'InterpolationToMissingValueError', 'missing'],
  ])
})

const chain = (n: number, next: (i: number) => string) =>
  Array.from({ length: n }, (_, i) => `k${i}: "${next(i + 1)}"\n`).join('')
test.each([
  ['a long chain', `${chain(5000, (i) => `\${k${i}}`)}k5000: 1\n`],
  ['a long cycle', `${chain(300, (i) => `\${k${i}}`)}k300: "\${k0}"\n`],
  ['text that doubles', `${chain(100, (i) => `\${k${i}}\${k${i}}`)}k100: xx\n`],
  [
    'lists that double',
    `${Array.from({ length: 60 }, (_, i) => `k${i}: ["\${k${i + 1}}", "\${k${i + 1}}"]\n`).join('')}k60: x\n`,
  ],
  ['resolvers that double', `${chain(100, (i) => `\${multiply:\${k${i}},9}`)}k100: xxxxxxxxxxxxxx\n`],
  ['a number to the power', `${chain(60, (i) => `\${multiply:\${k${i}},\${k${i}}}`)}k60: 99\n`],
  ['a cycle through oc.select', 'k0: ${oc.select:k0}\n'],
  ['a cycle through oc.decode', `k0: "\${oc.decode:'\\\\\${k0}'}"\n`],
  ['a cycle through oc.dict.values', 'k0: {a: "${oc.dict.values:k0}"}\n'],
])('%s ends in an error', (_, text) => {
  expect(resolveAt(text, ['k0'])).toMatchObject({ ok: false })
  expect(resolveAll(text).failures.size).toBeGreaterThan(0)
})

test('keys of objects are keys like any other', () => {
  const text =
    'a: {__proto__: 1, constructor: 2}\nb: ${a.__proto__}${a.constructor}${oc.env:toString,x}\nc: ${a.toString}\n'
  expect(resolveAt(text, ['b'])).toEqual({ ok: true, value: { t: 'str', v: '12x' } })
  expect(resolveAt(text, ['c'])).toMatchObject({ ok: false, error: 'InterpolationKeyError' })
})
