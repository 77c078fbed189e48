import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { share } from '../laws/rounds.test-support'
import { parse } from '../omegaconf/parse'
import type { Parsed } from '../parsed'
import { isWithin, type Path, parsePath, pathKey, printPath } from '../path'
import { applyEdits } from '../text'
import type { Typed } from '../typed'
import { planRemoveWithReferences, planRenameWithReferences, planUnlink, type ReferencePlan } from './plan-references'
import { resolution } from './resolve'

const at = (written: string): Path => parsePath(written) ?? []
function textOf(text: string, { planned }: ReferencePlan): string {
  if (!planned.ok) return planned.refusal
  expect(planned.after.text).toBe(applyEdits(text, planned.edits))
  return planned.after.text
}

describe('a renamed key is renamed in what refers to it', () => {
  test.each<readonly [string, string, string, string, string]>([
    ['plain', 'a: 1 # n\nb: ${a}\n', 'a', 'z', 'z: 1 # n\nb: ${z}\n'],
    ['in text, twice', 'a: 1\nb: x-${a}/${a}\n', 'a', 'z', 'z: 1\nb: x-${z}/${z}\n'],
    [
      'in quotes with escapes',
      "a: 1\nb: \"\\t${a}\\u00e9\"\nc: 'it''s ${ a }'\n",
      'a',
      'z',
      "z: 1\nb: \"\\t${z}\\u00e9\"\nc: 'it''s ${ z }'\n",
    ],
    [
      'in a block of text',
      'a: 1\nb: |\n  x\n  ${a} y\nc: >-\n  ${a}\n',
      'a',
      'z',
      'z: 1\nb: |\n  x\n  ${z} y\nc: >-\n  ${z}\n',
    ],
    [
      'on the way',
      'm:\n  o: {lr: 1}\nb: ${m.o.lr}\nc: ${m[o].lr}\n',
      'm.o',
      'p',
      'm:\n  p: {lr: 1}\nb: ${m.p.lr}\nc: ${m[p].lr}\n',
    ],
    ['relative', 'm:\n  x: 1\n  y: ${.x}\n  z: ["${..x}"]\n', 'm.x', 'w', 'm:\n  w: 1\n  y: ${.w}\n  z: ["${..w}"]\n'],
    ['from inside', 'm:\n  x: 1\n  y: ${m.x}\n', 'm', 'n', 'n:\n  x: 1\n  y: ${n.x}\n'],
    ['inside an expression', 'k: {b: 1}\ni: b\nv: ${k.${i}}\n', 'i', 'j', 'k: {b: 1}\nj: b\nv: ${k.${j}}\n'],
    ['in arguments', 'a: 2\nb: ${multiply:${a},3}\n', 'a', 'z', 'z: 2\nb: ${multiply:${z},3}\n'],
    [
      'as a key that is looked up',
      "a: {b: 2}\nc: ${oc.select:a.b}\nd: ${oc.dict.keys:'a'}\ne: '${oc.select: a.b , 1}'\n",
      'a',
      'z',
      "z: {b: 2}\nc: ${oc.select:z.b}\nd: ${oc.dict.keys:'z'}\ne: '${oc.select: z.b , 1}'\n",
    ],
    ['through another reference', 'a: {b: 1}\nr: ${a}\ns: ${r.b}\n', 'a', 'z', 'z: {b: 1}\nr: ${z}\ns: ${r.b}\n'],
    ['below another reference', 'a: {b: 1}\nr: ${a}\ns: ${r.b}\n', 'a.b', 'c', 'a: {c: 1}\nr: ${a}\ns: ${r.c}\n'],
    ['spelt with escapes', 'a: 1\nb: "\\x24{a}"\n', 'a', 'z', 'z: 1\nb: "${z}"\n'],
    ['through an alias', 'a: 1\nb: &x ["${a}"]\nc: *x\n', 'a', 'z', 'z: 1\nb: &x ["${z}"]\nc: *x\n'],
    ['text that only looks like one', 'a: 1\nb: ${a} \\${a} $a\n', 'a', 'z', 'z: 1\nb: ${z} \\${a} $a\n'],
  ])('%s', (_, text, path, key, after) => {
    expect(textOf(text, planRenameWithReferences(parse(text), at(path), key))).toBe(after)
  })

  test('what a reference cannot name, and what is worked out while reading, is left and told', () => {
    const text = 'a: {b: 1}\nk: b\nv: ${a.b}\nw: ${a.${k}}\n'
    const blank = planRenameWithReferences(parse(text), at('a.b'), 'x y')
    expect([blank.updated, blank.changed.map(printPath)]).toEqual([0, ['v', 'w']])
    const computed = planRenameWithReferences(parse(text), at('a.b'), 'c')
    expect([computed.updated, computed.changed.map(printPath)]).toEqual([1, ['w']])
    expect(textOf(text, computed)).toBe('a: {c: 1}\nk: b\nv: ${a.c}\nw: ${a.${k}}\n')
  })

  test('in a file that does not load for another reason', () => {
    const text = 'a: 1\nb: ${a}\nc: ${\n'
    const plan = planRenameWithReferences(parse(text), ['a'], 'z')
    expect([textOf(text, plan), plan.changed]).toEqual(['z: 1\nb: ${z}\nc: ${\n', []])
    expect(textOf(text, planRemoveWithReferences(parse(text), ['a']))).toBe('b: 1\nc: ${\n')
    const unlinked = planUnlink(parse(text), ['b'])
    expect(unlinked.ok && unlinked.after.text).toBe('a: 1\nb: 1\nc: ${\n')
  })

  test('refused as a rename alone is', () => {
    expect(planRenameWithReferences(parse('a: 1\nb: ${a}\n'), ['a'], 'b').planned).toEqual({
      ok: false,
      refusal: 'key-exists',
    })
  })
})

describe('a removed key leaves its value with what refers to it', () => {
  test.each<readonly [string, string, string, string]>([
    ['plain', 'a: 1e-4\nb: ${a} # n\n', 'a', 'b: 1e-4 # n\n'],
    ['in text', 'a: 1\nc: 2\nb: x-${a}/${c}/${a}\n', 'a', 'c: 2\nb: x-1/${c}/1\n'],
    ['text with a dollar', "a: 'x \\${y}'\nb: ${a}\nc: p${a}\n", 'a', 'b: x \\${y}\nc: px \\${y}\n'],
    ['in arguments', 'a: 2\nb: ${multiply:${a},3}\n', 'a', 'b: 6\n'],
    ['looked up', 'a: 2\nb: ${oc.select:a,5}\n', 'a', 'b: 2\n'],
    [
      'a map',
      'm: {a: {b: 1, c: "${x}"}}\nx: 3\nr: ${m.a}\ns: ${r.b}\n',
      'm.a',
      'm: {}\nx: 3\nr: {b: 1, c: 3}\ns: ${r.b}\n',
    ],
    ['a value in a map', 'm:\n  a: 1\n  b: ${.a}\n', 'm.a', 'm:\n  b: 1\n'],
    ['None in text', 'a: null\nb: x${a}\nc: ${a}\n', 'a', 'b: xNone\nc: null\n'],
    ['behind backslashes', 'a: 1\nb: x\\\\${a}\n', 'a', 'b: x\\1\n'],
    ['without a value', 'a: ${nope}\nb: ${a}\n', 'a', 'b: ${a}\n'],
    ['from inside only', 'm: {a: 1, b: "${m.a}"}\nn: 1\n', 'm', 'n: 1\n'],
  ])('%s', (_, text, path, after) => {
    expect(textOf(text, planRemoveWithReferences(parse(text), at(path)))).toBe(after)
  })

  test('what has no value any more is told', () => {
    const text = 'm: {a: 1}\nk: a\nv: ${m.${k}}\nw: ${m.a}\n'
    const { updated, changed } = planRemoveWithReferences(parse(text), at('m.a'))
    expect([updated, changed.map(printPath)]).toEqual([1, ['v']])
  })
})

describe('unlink writes the value', () => {
  test.each<readonly [string, string, string]>([
    ['a: 1e-4\nb: ${a} # n\n', 'b', 'a: 1e-4\nb: 1e-4 # n\n'],
    ['a: 1e-4\nb: ${c}\nc: ${multiply:${a},1}\n', 'b', 'a: 1e-4\nb: 0.0001\nc: ${multiply:${a},1}\n'],
    ['a: \'yes\'\nb: ${a}\nc: "${a}"\n', 'c', 'a: \'yes\'\nb: ${a}\nc: "yes"\n'],
    ["a: 'yes'\nb: ${a}\n", 'b', "a: 'yes'\nb: 'yes'\n"],
    ['a: {x: [1, 2.0]}\nb: ${a}\n', 'b', 'a: {x: [1, 2.0]}\nb: {x: [1, 2.0]}\n'],
    ['l: ["${b}", 2]\nb: [x]\n', 'l[0]', 'l: [[x], 2]\nb: [x]\n'],
    ['b: ${oc.env:HOME}/x\n', 'b', 'b: /root/x\n'],
  ])('%j', (text, path, after) => {
    const planned = planUnlink(parse(text), at(path), { env: { HOME: '/root' } })
    expect(planned.ok && planned.after.text).toBe(after)
  })

  test('refused, with the reason, when there is none', () => {
    expect(planUnlink(parse('b: ${a}\n'), ['b'])).toMatchObject({
      ok: false,
      failure: { reason: { code: 'key-not-found' } },
    })
  })
})

/** What each place means: the resolved scalars by path, keys named as after the rename. */
function meaning(parsed: Parsed, moved: (path: Path) => Path): Map<string, string> {
  const out = new Map<string, string>()
  const visit = (typed: Typed, path: Path) => {
    if (typed.t === 'list') for (const [i, item] of typed.v.entries()) visit(item, [...path, i])
    else if (typed.t === 'dict') for (const [key, item] of typed.v) visit(item, [...path, key.t === 'str' ? key.v : 0])
    else out.set(pathKey(moved(path)), JSON.stringify(typed))
  }
  visit(resolution(parsed).all().typed, [])
  return out
}

const keys = ['a', 'b', 'c', 'd'] as const
const reference = fc
  .tuple(fc.constantFrom('', '', '.', '..'), fc.array(fc.constantFrom(...keys), { minLength: 1, maxLength: 3 }))
  .map(([dots, path]) => `\${${dots}${path.join('.')}}`)
const scalar = fc.oneof(
  fc.constantFrom('1', 'true', "'x'", 'word'),
  reference,
  reference,
  reference.map((written) => `'p-${written}/q'`),
  reference.map((written) => `"\\t${written}"`),
  reference.map((written) => `\${oc.select:${written.slice(2, -1)}}`),
)
const tree = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 2 },
    scalar.map((source) => (source.startsWith('$') ? `'${source}'` : source)),
    fc.dictionary(fc.constantFrom(...keys), tie('node'), { minKeys: 1, maxKeys: 2 }).map(
      (dict) =>
        `{${Object.entries(dict)
          .map(([key, value]) => `${key}: ${value}`)
          .join(', ')}}`,
    ),
  ),
})).node
const config = fc.dictionary(fc.constantFrom(...keys), tree, { minKeys: 2, maxKeys: 4 }).map((dict) =>
  Object.entries(dict)
    .map(([key, value]) => `${key}: ${value} # ${key}\n`)
    .join(''),
)

test('after a rename every value is what it was, and nothing but names has changed', () => {
  fc.assert(
    fc.property(config, fc.nat(), (text, pick) => {
      const parsed = parse(text)
      const paths = [...parsed.nodes.values()].map(({ path }) => path).filter((path) => typeof path.at(-1) === 'string')
      const path = paths[pick % paths.length] as Path
      const { planned, changed } = planRenameWithReferences(parsed, path, 'new')
      if (!planned.ok) throw new Error(planned.refusal)
      for (const edit of planned.edits)
        expect([text.slice(edit.from, edit.to), edit.insert]).toEqual([String(path.at(-1)), 'new'])
      const moved = (from: Path): Path =>
        isWithin(from, path) ? [...path.slice(0, -1), 'new', ...from.slice(path.length)] : from
      const [was, is] = [meaning(parsed, moved), meaning(planned.after, (from) => from)]
      const told = new Set(changed.map((from) => pathKey(moved(from))))
      for (const referrer of parsed.nodes.values()) {
        if (referrer.kind !== 'scalar') continue
        const key = pathKey(moved(referrer.path))
        const [before, after] = [was.get(key), is.get(key)]
        // A reference to a map shows its keys under the names of now; what has no value stays as written.
        if (before === undefined || before.includes('${') || told.has(key)) continue
        expect(after, `${printPath(referrer.path)} in ${text}`).toBe(before)
      }
      // Only text that spells a whole map, and cycles that end elsewhere, can differ.
      for (const from of changed) expect(was.get(pathKey(moved(from)))).toMatch(/\{'/)
    }),
    { seed: 11, numRuns: share(200) },
  )
})

test('after a removal with values written out, what is left means what it did', () => {
  fc.assert(
    fc.property(config, fc.nat(), (text, pick) => {
      const parsed = parse(text)
      const paths = [...parsed.nodes.values()].map(({ path }) => path).filter((path) => path.length > 0)
      const path = paths[pick % paths.length] as Path
      const { planned, changed } = planRemoveWithReferences(parsed, path)
      if (!planned.ok) throw new Error(planned.refusal)
      const was = meaning(parsed, (from) => from)
      const is = meaning(planned.after, (from) => from)
      const told = new Set(changed.map(pathKey))
      for (const [key, node] of planned.after.nodes) {
        const before = was.get(key)
        if (node.kind !== 'scalar' || before === undefined || before.includes('${') || told.has(key)) continue
        expect(is.get(key), `${key} in ${text}`).toBe(before)
      }
    }),
    { seed: 12, numRuns: share(100) },
  )
})
