import fc from 'fast-check'
import { expect, test } from 'vitest'
import { patience, rounds } from '../laws/rounds.test-support'
import { parse } from '../omegaconf/parse'
import { planInsert, planListInsert, planListMove, planRemove, planRename, planSet } from '../omegaconf/plan'
import type { Plan } from '../parsed'
import type { Path } from '../path'
import { applyEdits, invertEdits } from '../text'
import type { Typed } from '../typed'
import { scalarSource } from './scalar'

/** A random document in a random layout: mixed indents, styles, comments and blank lines. */
const comment = fc.constantFrom('', '', '', ' # note', '  # 注释', ' #x: [')
const above = fc.constantFrom('', '', '', '\n', '# above\n', '\n# one\n# two\n')
const scalar = fc.constantFrom(
  '1',
  '1e-4',
  'True',
  'null',
  '',
  'text',
  "'quoted: x'",
  '"a\\tb"',
  '512, 512',
  '${a}',
  '|\n@x\n@  y',
  '>-\n@x',
  '[1, {a: b}]',
  '{}',
  '[ ]',
)
const keys = ['a', 'b', 'lr', "'q k'", '7', '名']

type Block = (indent: number) => string
const leaf: fc.Arbitrary<Block> = fc.tuple(scalar, comment).map(([source, note]) => (indent) => {
  const [head = '', ...rest] = source.replaceAll('@', ' '.repeat(indent + 2)).split('\n')
  return [`${head === '' ? '' : ` ${head}`}${note}`, ...rest].join('\n')
})
const blockOf = (depth: number): fc.Arbitrary<Block> =>
  depth === 0 ? leaf : fc.oneof({ arbitrary: leaf, weight: 3 }, mapOf(blockOf(depth - 1)), listOf(blockOf(depth - 1)))

function mapOf(value: fc.Arbitrary<Block>): fc.Arbitrary<Block> {
  const children = fc.array(fc.tuple(value, above), { minLength: 4, maxLength: 4 })
  return fc
    .tuple(fc.shuffledSubarray(keys, { minLength: 1, maxLength: 4 }), children, fc.constantFrom(2, 4, 3))
    .map(([names, values, step]) => (indent) => {
      const at = Math.max(0, indent + step)
      const lines = names.map((name, i) => {
        const [child, lead] = values[i] as [Block, string]
        return `\n${lead}${' '.repeat(at)}${name}:${child(at)}`
      })
      return lines.join('')
    })
}

function listOf(value: fc.Arbitrary<Block>): fc.Arbitrary<Block> {
  return fc
    .tuple(fc.array(value, { minLength: 1, maxLength: 3 }), fc.constantFrom(0, 2))
    .map(([items, step]) => (indent) => {
      const at = Math.max(0, indent + step)
      return items.map((child) => `\n${' '.repeat(at)}-${child(at)}`).join('')
    })
}

const document = fc.tuple(mapOf(blockOf(2)), fc.boolean()).map(([map, final]) => {
  const text = map(-9).replace(/^\n/, '')
  return final ? `${text}\n` : text
})

const value: fc.Arbitrary<Typed> = fc.oneof(
  fc.constantFrom<Typed>(
    { t: 'null' },
    { t: 'bool', v: true },
    { t: 'int', v: '8' },
    { t: 'float', v: '1e-08' },
    { t: 'list', v: [{ t: 'int', v: '1' }] },
  ),
  fc.string({ unit: fc.constantFrom(...'ab:# -[{\'"中'), maxLength: 6 }).map((v): Typed => ({ t: 'str', v })),
)

interface Action {
  readonly pick: number
  readonly kind: 'set' | 'new' | 'remove' | 'rename' | 'item' | 'move'
  readonly value: Typed
}
const action: fc.Arbitrary<Action> = fc.record({
  pick: fc.nat(1000),
  kind: fc.constantFrom('set', 'new', 'remove', 'rename', 'item', 'move'),
  value,
})

function planOf(text: string, { pick, kind, value: typed }: Action): Plan | null {
  const nodes = [...parse(text).nodes.values()]
  const of = (wanted: (kind: string) => boolean) => {
    const fitting = nodes.filter(
      (node) => wanted(node.kind) && (kind === 'new' || kind === 'item' || kind === 'move' || node.path.length > 0),
    )
    return fitting.length === 0 ? null : fitting[pick % fitting.length]
  }
  const source = scalarSource(typed)
  const node = of((at) => (kind === 'new' ? at === 'dict' : kind === 'item' || kind === 'move' ? at === 'list' : true))
  if (node == null) return null
  const path = [...node.path] as (string | number | boolean)[]
  if (kind === 'set') return planSet(text, path, source)
  if (kind === 'new')
    return planInsert(text, path, { key: 'new', source, before: node.children[pick % (node.children.length + 1)] })
  if (kind === 'remove') return planRemove(text, path)
  if (kind === 'rename') return node.keySpan === null ? null : planRename(text, path, 'renamed')
  const last = node.children.length
  if (kind === 'move' && last === 0) return null
  return kind === 'item'
    ? planListInsert(text, path, pick % (last + 1), scalarSource(typed, 'block'))
    : planListMove(text, path, pick % last, (pick >> 3) % last)
}

test(
  'edits of any document are proven, can be taken back, and are hardly ever refused',
  () => {
    const tally = new Map<string, number>()
    fc.assert(
      fc.property(document, action, (text, act) => {
        expect(parse(text).sound).toBe(true)
        const plan = planOf(text, act)
        if (plan === null) return
        const outcome = `${act.kind} ${plan.ok ? 'made' : plan.refusal}`
        tally.set(outcome, (tally.get(outcome) ?? 0) + 1)
        if (plan.ok) expect(applyEdits(applyEdits(text, plan.edits), invertEdits(text, plan.edits))).toBe(text)
      }),
      { seed: 11, numRuns: rounds(1200) },
    )
    const count = (pattern: RegExp) =>
      [...tally].filter(([outcome]) => pattern.test(outcome)).reduce((sum, [, n]) => sum + n, 0)
    for (const kind of ['set', 'new', 'remove', 'rename', 'item', 'move'])
      expect(
        count(new RegExp(`^${kind} made`)) / count(new RegExp(`^${kind} `)),
        `${kind} of ${JSON.stringify([...tally])}`,
      ).toBeGreaterThan(0.995)
  },
  patience,
)

test(
  'a set value stands at its path and nothing else moves',
  () => {
    fc.assert(
      fc.property(document, fc.nat(1000), value, (text, pick, typed) => {
        const before = parse(text)
        const leaves = [...before.nodes.values()].filter((node) => node.kind === 'scalar')
        const leaf = leaves[pick % leaves.length]
        if (leaf === undefined) return
        const plan = planSet(text, leaf.path as (string | number | boolean)[], scalarSource(typed))
        if (!plan.ok) return
        const after = parse(applyEdits(text, plan.edits))
        expect(valueAt(after.typed, leaf.path)).toEqual(typed)
        const others = leaves.filter((other) => other !== leaf)
        for (const other of others) expect(valueAt(after.typed, other.path)).toEqual(valueAt(before.typed, other.path))
        const notes = (of: typeof after) => of.comments.map(({ from, to }) => of.text.slice(from, to))
        expect(notes(after)).toEqual(notes(before))
      }),
      { seed: 12, numRuns: rounds(900) },
    )
  },
  patience,
)

function valueAt(typed: Typed, path: Path): Typed | undefined {
  return path.reduce<Typed | undefined>((node, step) => {
    if (node?.t === 'list') return node.v[Number(step)]
    return node?.t === 'dict'
      ? node.v.find(([key]) => 'v' in key && (key.v === step || (key.t === 'int' && Number(key.v) === step)))?.[1]
      : undefined
  }, typed)
}
