import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { share } from '../laws/rounds.test-support'
import { parse } from '../omegaconf/parse'
import type { Path } from '../path'
import { type Typed, typedStr, valueAt } from '../typed'
import { scalarSource } from '../yaml/scalar'
import { applyOverrides } from './apply-overrides'
import { applyToTyped } from './apply-typed'
import { diffOverrides, diffTyped } from './diff-overrides'
import { keyIdentity, parseOverride } from './parse-override'
import { keyAt, sameContents, withValueAt } from './typed-tree'

/** The base after the overrides, by the typed model alone; throws where Hydra would. */
function applied(base: Typed, overrides: readonly string[]): Typed {
  return overrides.reduce((typed, arg) => {
    const read = parseOverride(arg)
    if (!read.ok || read.sweep) throw new Error(`${arg} is no override`)
    const next = applyToTyped(typed, read)
    if (!next.ok) throw new Error(`${arg}: ${next.error.code}`)
    return next.typed
  }, base)
}

const keysAlong = (tree: Typed, path: Path): Typed[] =>
  path.map((step, i) => keyAt(valueAt(tree, path.slice(0, i)) ?? tree, step) ?? typedStr(String(step)))
const without = (tree: Typed, path: Path): Typed =>
  valueAt(tree, path) === undefined
    ? tree
    : valueAt(tree, path.slice(0, -1))?.t === 'list'
      ? withValueAt(tree, path, { t: 'null' }, keysAlong(tree, path))
      : withValueAt(tree, path, undefined, keysAlong(tree, path))

/** What the overrides make of the base is the target, but for the places that are named. */
function proveDiff(base: Typed, target: Typed): ReturnType<typeof diffTyped> {
  const diff = diffTyped(base, target)
  let [got, wanted] = [applied(base, diff.overrides), target]
  for (const { path } of diff.inexpressible) [got, wanted] = [without(got, path), without(wanted, path)]
  if (!sameContents(got, wanted)) expect(got, JSON.stringify(diff)).toEqual(wanted)
  return diff
}

test.each<[string, string, string[]]>([
  ['a: 1', 'a: 1', []],
  ['{a: 1, b: 2}', '{b: 2, a: 1}', []],
  ['a: {b: 1}', 'a: {b: 2}', ['a.b=2']],
  ['a: 1', 'a: 1.0', ['a=1.0']],
  ['a: 1', "a: '1'", ['a="1"']],
  ['a: 1', 'a: ???', ['a=???']],
  ['a: ???', 'a: null', ['a=null']],
  ['a: 1e-4', 'a: 3e-5', ['a=3e-5']],
  ['a: 1', '{a: 1, b: 2}', ['+b=2']],
  ['{a: 1, b: 2}', 'a: 1', ['~b']],
  ['{a: 1, b: null}', 'a: 1', ['b=0', '~b']],
  ["{a: 1, b: '???'}", 'a: 1', ['b=0', '~b']],
  ['{a: 1, b: "${a}"}', 'a: 1', ['~b']],
  ['{a: null, b: "${a}"}', 'a: null', ['b=0', '~b']],
  ['{a: 1, b: "${oc.env:X}"}', 'a: 1', ['b=0', '~b']],
  ['{a: 1, b: "${a}"}', '{}', ['~a', 'b=0', '~b']],
  ['a: {b: 1}', 'a: 5', ['a=5']],
  ['a: {b: 1}', 'a: null', ['a=null']],
  ['a: 5', 'a: {b: 1}', ['+a.b=1']],
  ['a: 5', 'a: {b: 1, c: 2, d: 3}', ['a={b:1,c:2,d:3}']],
  ['{a: "${c}", c: {x: 1}}', '{a: {x: 2}, c: {x: 1}}', ['a={x:2}']],
  ['a: {b: 1}', 'a: [1]', ['~a', '+a=[1]']],
  ['a: [1]', 'a: {b: 1}', ['~a', '+a={b:1}']],
  ['a: [1]', 'a: []', ['a=[]']],
  ['a: [1, 2, 3]', 'a: [1, 2, 3, 4]', ['a=[1,2,3,4]']],
  ['a: [1, 2]', 'a: [1, 3]', ['a.1=3']],
  ['a: [aaaaaaaaaa, bbbbbbbbbb]', 'a: [aaaaaaaaaa, c]', ['a.1=c']],
  ['lod: [{a: 1, bbbbbbbb: 2}]', 'lod: [{a: 3, bbbbbbbb: 2}]', ['lod.0.a=3']],
  ['lod: [{a: 1, bbbbbbbb: 2222222}]', 'lod: [{bbbbbbbb: 2222222}]', ['~lod.0.a']],
  ['lod: [{a: 1}]', 'lod: [[1]]', ['lod=[[1]]']],
  ['{}', 'model: {optim: {lr: 1.0}}', ['+model.optim.lr=1.0']],
  ['{}', 'm: {a: 1, b: {c: x, d: y}}', ['+m={a:1,b:{c:x,d:y}}']],
  ['{}', "m: {a: 'x, y', b: {}}", ['+m={a:"x, y",b:{}}']],
  // Keys without a name of their own, through a literal one level up.
  ['m: {a b: 1}', 'm: {a b: 2}', ['m={a b:2}']],
  ['m: {a: 1}', 'm: {a: 1, 7: x}', ['+m={7:x}']],
  ['m: {7: {x: 1, y: 2}}', 'm: {7: {x: 1, y: 3}}', ['m={7:{y:3}}']],
  ['m: {a.b: 1, c: 2}', 'm: {c: 2}', ['~m', '+m={c:2}']],
  ['m: {a b: 1}', "m: {a b: '???'}", ['~m', '+m={a b:???}']],
  ['m: {1: a}', 'm: {true: a}', ['~m', '+m={true:a}']],
  ["m: {'5': 1}", "m: {'5': 2}", ['m.5=2']],
  // Hydra's own settings.
  ['{}', 'hydra: {run: {dir: .}}', ['++hydra.run.dir=.']],
  ['hydra: {run: {dir: .}}', 'hydra: {run: {dir: x}}', ['hydra.run.dir=x']],
])('%s → %s is %j', (base, target, overrides) => {
  expect(diffOverrides(base, target)).toMatchObject({ ok: true, overrides, inexpressible: [] })
  proveDiff(parse(base).typed, parse(target).typed)
})

test.each<[string, string, string[], [Path, string][]]>([
  ['学习率: 1', '学习率: 2', [], [[['学习率'], 'key']]],
  ['a b: 1', '{}', [], [[['a b'], 'key']]],
  ['a: {}', 'a: {学: 1, b: 2}', ['+a.b=2'], [[['a', '学'], 'key']]],
  ['a: 1', 'a: {学: 1}', ['a={}'], [[['a', '学'], 'key']]],
  ['{}', 'a: [{学: 1}]', [], [[['a'], 'dict-key']]],
  ['a: 1', 'a: !!binary aGk=', [], [[['a'], 'type']]],
  ['a: 1', 'a: "${"', [], [[['a'], 'interpolation-syntax']]],
  ['{}', 'defaults: [x]', [], [[['defaults'], 'defaults-list']]],
  ['hydra: {run: 1}', '{}', [], [[['hydra'], 'hydra-config']]],
])('%s → %s is %j, without %j', (base, target, overrides, missing) => {
  const inexpressible = missing.map(([path, reason]) => ({ path, reason }))
  expect(diffOverrides(base, target)).toMatchObject({ ok: true, overrides, inexpressible })
})

test('texts that are no dict, or cannot be read, have no difference', () => {
  expect(diffOverrides('[1]', 'a: 1')).toEqual({ ok: false, side: 'base' })
  expect(diffOverrides('a: 1', 'a: [')).toEqual({ ok: false, side: 'text' })
})

const root = new URL('../../../e2e/fixtures/nemo-configs/', import.meta.url)
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'))
const texts = files.map((name) => readFileSync(new URL(name.replaceAll('\\', '/'), root), 'utf8'))
const configs = texts.map((text) => parse(text).typed)

test.each(files.map((name, i) => [name, i] as const))(
  'from %s to any other official config nothing is inexpressible',
  (_, i) => {
    for (const target of configs) expect(proveDiff(configs[i] as Typed, target).inexpressible).toEqual([])
  },
)

/** Every change at a place of a config that can be made of it. */
const leaf = fc.constantFrom<Typed>(
  { t: 'null' },
  { t: 'bool', v: true },
  { t: 'int', v: '7' },
  { t: 'float', v: '1e-08' },
  typedStr('a, b'),
  typedStr('${name}'),
  typedStr('???'),
  typedStr(''),
  { t: 'list', v: [{ t: 'int', v: '1' }] },
  { t: 'dict', v: [[typedStr('x'), typedStr("it's")]] },
  { t: 'dict', v: [] },
)
const edit = fc.record({ pick: fc.nat(), kind: fc.constantFrom('set', 'set', 'add', 'remove'), value: leaf })
type TreeEdit = typeof edit extends fc.Arbitrary<infer T> ? T : never

function placesOf(typed: Typed, path: Path = []): Path[] {
  const inner =
    typed.t === 'dict'
      ? typed.v.flatMap(([key, value]) => ('v' in key ? placesOf(value, [...path, key.v as string]) : []))
      : typed.t === 'list'
        ? typed.v.flatMap((item, i) => placesOf(item, [...path, i]))
        : []
  return path.length === 0 ? inner : [path, ...inner]
}

function edited(tree: Typed, { pick, kind, value }: TreeEdit): Typed {
  const places = placesOf(tree)
  const path = places[pick % places.length]
  if (path === undefined) return tree
  if (kind === 'remove') return typeof path.at(-1) === 'number' ? tree : without(tree, path)
  const isDict = valueAt(tree, path)?.t === 'dict'
  const at = kind === 'add' && isDict ? [...path, 'new_key'] : path
  return withValueAt(tree, at, value, keysAlong(tree, at))
}

test('random edits of official configs come back as overrides, also on the text itself', () => {
  fc.assert(
    fc.property(fc.nat(configs.length - 1), fc.array(edit, { minLength: 1, maxLength: 6 }), (i, edits) => {
      const base = configs[i] as Typed
      const target = edits.reduce(edited, base)
      const { overrides, inexpressible } = proveDiff(base, target)
      expect(inexpressible.every(({ path }) => path.some((step) => typeof step !== 'string'))).toBe(true)
      const onText = applyOverrides(texts[i] as string, overrides)
      if (!onText.ok) throw new Error(JSON.stringify(onText))
      if (inexpressible.length === 0) expect(sameContents(onText.parsed.typed, target)).toBe(true)
    }),
    { seed: 71, numRuns: share(60) },
  )
}, 30_000)

const keys = fc.oneof(
  { arbitrary: fc.constantFrom('a', 'b', 'lr', 'x-y', '$z').map(typedStr), weight: 5 },
  fc.constantFrom<Typed>(
    typedStr('a b'),
    typedStr('a.b'),
    typedStr('学'),
    typedStr('5'),
    typedStr(''),
    typedStr('k:v'),
    { t: 'int', v: '5' },
    { t: 'bool', v: true },
    { t: 'float', v: '1.5' },
  ),
)
const { dict } = fc.letrec<{ value: Typed; dict: Typed }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.oneof(leaf, fc.constantFrom('${a}', '${.b}', '${nope}', '学', '1').map(typedStr)),
    fc.array(tie('value'), { maxLength: 3 }).map((v): Typed => ({ t: 'list', v })),
    tie('dict'),
  ),
  dict: fc
    .uniqueArray(fc.tuple(keys, tie('value')), { maxLength: 4, selector: ([key]) => keyIdentity(key) })
    .map((v): Typed => ({ t: 'dict', v })),
}))

test('any two trees: what is not named as inexpressible is made exactly so', () => {
  fc.assert(
    fc.property(dict, dict, fc.array(edit, { maxLength: 3 }), (base, other, edits) => {
      proveDiff(base, other)
      proveDiff(base, edits.reduce(edited, base))
      expect(diffOverrides(scalarSource(base), scalarSource(other)).ok).toBe(true)
    }),
    { seed: 72, numRuns: share(600) },
  )
}, 30_000)
