import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Facts, Issue } from '../../core/issue'
import { parse } from '../../core/omegaconf/parse'
import { parsePath, printPath } from '../../core/path'
import { planFix } from '../fixes/fix'
import { resolutionOf } from '../view/resolution'
import { interpolationIssues } from './interpolations'

function issuesIn(text: string, env = {}): Issue[] {
  const parsed = parse(text)
  return interpolationIssues(parsed, resolutionOf(parsed, env))
}
const shown = (text: string, { code, path, span, facts }: Issue) => [
  printPath(path),
  code,
  facts.reason,
  span === null ? null : text.slice(span.from, span.to),
]

describe('what has no value, at its expression', () => {
  test.each<readonly [string, readonly [string, string, string, string]]>([
    ['a: ${nope}\n', ['a', 'interpolation', 'key-not-found', '${nope}']],
    ["a: 'it''s ${nope} here'\n", ['a', 'interpolation', 'key-not-found', '${nope}']],
    ['a: "\\t${nope}"\n', ['a', 'interpolation', 'key-not-found', '${nope}']],
    ['a: |\n  text\n  ${nope}\n', ['a', 'interpolation', 'key-not-found', '${nope}']],
    ['a: "\\x24{nope}"\n', ['a', 'interpolation', 'key-not-found', '"\\x24{nope}"']],
    ['b: 1\na: ${b}/${nope}/${nope}\n', ['a', 'interpolation', 'key-not-found', '${nope}']],
    ['b: {c: 1}\na: ${b.${nope}}\n', ['a', 'interpolation', 'key-not-found', '${nope}']],
    ['b: {c: 1}\nn: x\na: ${b.${n}}\n', ['a', 'interpolation', 'key-not-found', '${b.${n}}']],
    ['a: [1, "${..b}"]\n', ['a[1]', 'interpolation', 'key-not-found', '${..b}']],
    ['a: ${...b}\n', ['a', 'interpolation', 'above-root', '${...b}']],
    ['a: 1\nb: ${a.c}\n', ['b', 'interpolation', 'not-a-container', '${a.c}']],
    ['a: [1]\nb: ${a.c}\n', ['b', 'interpolation', 'not-an-index', '${a.c}']],
    ['a: {b: "${a}"}\n', ['a.b', 'interpolation', 'parent', '${a}']],
    ['i: 0\nl: [x]\na: ${l[${i}]}\n', ['a', 'interpolation', 'key-type', '${l[${i}]}']],
    ['a: ${env:HOME}\n', ['a', 'interpolation', 'unknown-resolver', '${env:HOME}']],
    ['a: ${multiply:1}\n', ['a', 'interpolation', 'arguments', '${multiply:1}']],
    ['a: ${sum:x,1}\n', ['a', 'interpolation', 'operands', '${sum:x,1}']],
    ["a: ${oc.decode:'[1'}\n", ['a', 'interpolation', 'grammar', "${oc.decode:'[1'}"]],
    ["a: x ${oc.decode:'${nope}'}\n", ['a', 'interpolation', 'key-not-found', '${nope}']],
    ['a: ${a}\n', ['a', 'interpolation', 'cycle', '${a}']],
    ['a: ${oc.env:HOME}/x\n', ['a', 'unresolved-here', 'no-variable', '${oc.env:HOME}']],
    ['a: ${now:%Y}\n', ['a', 'unresolved-here', 'at-launch', '${now:%Y}']],
    ['a: ${hydra:job.name}\n', ['a', 'unresolved-here', 'at-launch', '${hydra:job.name}']],
    ['defaults: [base, _self_]\na: ${x}\n', ['a', 'unresolved-here', 'composed', '${x}']],
    ['defaults: [_self_, {override hydra/job_logging: x}]\na: ${x}\n', ['a', 'interpolation', 'key-not-found', '${x}']],
  ])('%j', (text, expected) => {
    expect(issuesIn(text).map((issue) => shown(text, issue))).toEqual([expected])
  })
})

describe('one cause, one issue', () => {
  test.each<readonly [string, string, readonly (readonly [string, Facts])[]]>([
    ['a reference to what fails', 'a: ${nope}\nb: ${a}\nc: x${b}\n', [['a', { places: ['b', 'c'] }]]],
    ['a container that holds it', 'a: {x: "${nope}"}\nb: ${a}\n', [['a.x', { places: ['b'] }]]],
    ['a target that is ???', 'a: ???\nb: ${a}\nc: {d: "${b}"}\n', []],
    ['a cycle', 'a: ${b}\nb: ${c}\nc: ${a}\nd: ${b}\n', [['a', { through: ['b', 'c'], places: ['d'] }]]],
    [
      'two cycles',
      'a: ${b}\nb: ${a}\nc: ${d}\nd: ${c}\n',
      [
        ['a', { through: ['b'] }],
        ['c', { through: ['d'] }],
      ],
    ],
    [
      'a variable asked for twice',
      'a: ${oc.env:X}\nb: ${oc.env:X}/y\nc: ${b}\nd: ${oc.env:Y}\n',
      [
        ['a', { name: 'X', places: ['b', 'c'] }],
        ['d', { name: 'Y' }],
      ],
    ],
    ['a text reached through an alias', 'a: &x ["${nope}"]\nb: *x\n', [['a[0]', {}]]],
    ['a malformed one, which the reader reports', 'a: ${x\nb: ${a}\n', []],
    [
      'a long chain',
      `${Array.from({ length: 400 }, (_, i) => `k${i}: \${k${i + 1}}\n`).join('')}k400: 1\n`,
      [['k0', { reason: 'too-deep' }]],
    ],
  ])('%s', (_, text, expected) => {
    const found = issuesIn(text)
    expect(found.map(({ path }) => printPath(path))).toEqual(expected.map(([path]) => path))
    for (const [i, [, facts]] of expected.entries()) expect(found[i]?.facts).toMatchObject(facts)
  })

  test('a variable that is set is no issue', () => {
    expect(issuesIn('a: ${oc.env:X}\nb: ${oc.env:Y,z}\n', { X: '1' })).toEqual([])
  })

  test('the official configs have none', () => {
    const folder = new URL('../../../e2e/fixtures/nemo-configs/', import.meta.url)
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (file.endsWith('.yaml')) expect(issuesIn(readFileSync(new URL(file, folder), 'utf8')), file).toEqual([])
  })
})

describe('what was probably meant', () => {
  test.each([
    ['a sibling', 'm: {lr: 1, x: "${lr}"}\nlr2: 1\n', 'm.x', 'm: {lr: 1, x: "${.lr}"}\nlr2: 1\n'],
    ['a key of the root', 'lr: 1\nm:\n  x: ${.lr} # n\n', 'm.x', 'lr: 1\nm:\n  x: ${lr} # n\n'],
    [
      'the only one of that name',
      'a: ${precision}-b\nt: {precision: 16}\n',
      'a',
      'a: ${t.precision}-b\nt: {precision: 16}\n',
    ],
    [
      'one spelt nearly like it',
      'a: ${trainer.device}\ntrainer: {devices: 8}\n',
      'a',
      'a: ${trainer.devices}\ntrainer: {devices: 8}\n',
    ],
  ])('%s', (_, text, path, after) => {
    const fix = issuesIn(text)[0]?.fix
    const planned = fix === undefined ? null : planFix(parse(text), fix)
    expect(planned?.ok && planned.after.text).toBe(after)
    expect(planned?.ok && resolutionOf(planned.after).at(parsePath(path) ?? [])).toMatchObject({ ok: true })
  })

  test('nothing is guessed where nothing is near', () => {
    expect(issuesIn('a: ${zzzzzz}\nb: {c: 1}\n')[0]?.fix).toBeUndefined()
  })
})
