import type { NodeView, Parsed } from '../parsed'
import { type Path, pathKey, sameKey } from '../path'
import { planInsertOn, planListInsertOn, planListMoveOn, planRemoveOn, planRenameOn, planSetOn } from '../yaml/plan'
import type { Planned } from '../yaml/plan-proof'
import type { Random } from './random.test-support'

type Key = string | number | boolean

/** A change that is asked for; each kind belongs to one plan. */
export type Action =
  | { readonly kind: 'set'; readonly path: Path; readonly source: string }
  | { readonly kind: 'insert'; readonly path: Path; readonly key: Key; readonly source: string; readonly before?: Key }
  | { readonly kind: 'remove'; readonly path: Path }
  | { readonly kind: 'rename'; readonly path: Path; readonly key: Key }
  | { readonly kind: 'item'; readonly path: Path; readonly index: number; readonly source: string }
  | { readonly kind: 'move'; readonly path: Path; readonly from: number; readonly to: number }

export function planOf(parsed: Parsed, action: Action): Planned {
  switch (action.kind) {
    case 'set':
      return planSetOn(parsed, action.path, action.source)
    case 'insert':
      return planInsertOn(parsed, action.path, { key: action.key, source: action.source, before: action.before })
    case 'remove':
      return planRemoveOn(parsed, action.path)
    case 'rename':
      return planRenameOn(parsed, action.path, action.key)
    case 'item':
      return planListInsertOn(parsed, action.path, action.index, action.source)
    case 'move':
      return planListMoveOn(parsed, action.path, action.from, action.to)
  }
}

const sources = [
  '1',
  'x',
  'two words',
  'null',
  '1e-8',
  'True',
  "'it''s'",
  '"a\\nb"',
  '[1, x]',
  '{p: 1, q: [2]}',
  '{}',
  '[]',
  '512, 512',
  '${a}',
  '???',
  "'#'",
  'a[0]',
  '"x: y"',
  '2001',
  '~',
  "''",
  '-1',
  'http://h/?a=1',
  '!!str 5',
  '[a: b]',
  '[1,\n 2]',
  '"a\n b"',
]
const newKeys: readonly Key[] = [
  'new',
  'new',
  'n w',
  'on',
  '5',
  5,
  2.5,
  true,
  '名',
  '__proto__',
  "it's",
  'a:b',
  '<<',
  '',
  '#',
  '- x',
  '?',
  'k'.repeat(1100),
]

/** A plan that makes sense for a sound text: at a place that is there, with a source that is a value; null when there is none. */
export function sensibleAction(random: Random, parsed: Parsed): Action | null {
  const kind = random.pick(['set', 'set', 'insert', 'remove', 'rename', 'item', 'move'] as const)
  const fits = (node: NodeView): boolean => {
    if (node.style === 'alias' && !['set', 'remove', 'rename'].includes(kind)) return false
    if (node.via === 'alias') return false
    if (kind === 'insert') return node.kind === 'dict'
    if (kind === 'item') return node.kind === 'list'
    if (kind === 'move') return node.kind === 'list' && node.children.length > 1
    return node.path.length > 0 && (kind !== 'rename' || node.keySpan !== null)
  }
  const nodes = [...parsed.nodes.values()].filter(fits)
  const node = nodes[random.below(nodes.length)]
  if (node === undefined) return null
  const { path, children } = node
  const source = random.pick(sources)
  const key = random.pick(newKeys)
  const siblings = kind === 'rename' ? (parsed.nodes.get(pathKey(path.slice(0, -1)))?.children ?? []) : children
  if ((kind === 'insert' || kind === 'rename') && siblings.some((other) => sameKey(other) === sameKey(key))) return null
  switch (kind) {
    case 'set':
      return { kind, path, source }
    case 'insert':
      return { kind, path, key, source, ...(random.once(2) ? {} : beforeOf(random, children)) }
    case 'remove':
      return { kind, path }
    case 'rename':
      return { kind, path, key }
    case 'item':
      return { kind, path, index: random.below(children.length + 1), source }
    case 'move':
      return { kind, path, from: random.below(children.length), to: random.below(children.length) }
  }
}

const beforeOf = (random: Random, children: readonly Key[]): { before?: Key } =>
  children.length === 0 ? {} : { before: random.pick(children) }

const badSources = [
  '',
  ' ',
  '"x',
  '1\nb: 2',
  '- x',
  'a: 1',
  '*x',
  '&x',
  '|',
  '|\n x',
  '# c',
  '{',
  '\0',
  '\ud800',
  '[1] 2',
  '%',
  '!!int x',
  '\t',
  '\r',
  '...',
  '---\na',
]
const numbers = [-1, 0, 1, 2, 99, 1.5, -0, Number.NaN, Number.POSITIVE_INFINITY, 1e300, Number.MAX_SAFE_INTEGER]
const steps: Path = ['a', 'b', '', '__proto__', 'toString', '~', '/', null, true, ...numbers, '\ud800', '0']

/** Any plan: wrong places, wrong kinds, sources that are none, indexes that are none. */
export function anyAction(random: Random, parsed: Parsed): Action {
  const nodes = [...parsed.nodes.values()]
  const known = nodes[random.below(nodes.length)]?.path ?? []
  const path = random.once(2)
    ? known
    : [
        ...known.slice(0, random.below(known.length + 1)),
        ...Array.from({ length: random.below(3) }, () => random.pick(steps)),
      ]
  const source = random.once(2) ? random.pick(badSources) : random.pick(sources)
  const anyKey = () => random.pick([...newKeys, ...numbers, 'a', '\0', '\ud800', '\n'])
  const kind = random.pick(['set', 'insert', 'remove', 'rename', 'item', 'move'] as const)
  switch (kind) {
    case 'set':
      return { kind, path, source }
    case 'insert':
      return { kind, path, key: anyKey(), source, ...(random.once(2) ? {} : { before: anyKey() }) }
    case 'remove':
      return { kind, path }
    case 'rename':
      return { kind, path, key: anyKey() }
    case 'item':
      return { kind, path, index: random.pick(numbers), source }
    case 'move':
      return { kind, path, from: random.pick(numbers), to: random.pick(numbers) }
  }
}
