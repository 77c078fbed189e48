import type { Path, PathStep } from '../path'
import { floatOf, indexAt, stepOfKey, type Typed } from '../typed'
import { keyIdentity } from './parse-override'

/** The key of a dict at a step, with its type. */
export const keyAt = (dict: Typed, step: PathStep): Typed | undefined =>
  dict.t === 'dict' ? dict.v[indexAt(dict, step)]?.[0] : undefined

/** The tree with a value put at a path: dicts are made on the way, in place of scalars too, as Hydra does. `undefined` takes it out. */
export function withValueAt(typed: Typed, path: Path, value: Typed | undefined, keys: readonly Typed[]): Typed {
  const [step, ...rest] = path
  const [key, ...deeper] = keys
  if (step === undefined || key === undefined) return value ?? typed
  const index = indexAt(typed, step)
  if (typed.t === 'list') {
    const item = typed.v[index]
    return item === undefined ? typed : { t: 'list', v: typed.v.with(index, withValueAt(item, rest, value, deeper)) }
  }
  const entries = typed.t === 'dict' ? typed.v : []
  const old = entries[index]
  if (rest.length === 0 && value === undefined) return { t: 'dict', v: entries.filter((_, i) => i !== index) }
  const next = withValueAt(old?.[1] ?? { t: 'null' }, rest, value, deeper)
  return { t: 'dict', v: old === undefined ? [...entries, [key, next]] : entries.with(index, [old[0], next]) }
}

/** Equal values; the order of a dict's keys does not count. */
export function sameContents(a: Typed, b: Typed): boolean {
  if (a === b) return true
  if (a.t === 'list')
    return b.t === 'list' && a.v.length === b.v.length && a.v.every((item, i) => sameContents(item, b.v[i] as Typed))
  if (a.t === 'dict') return b.t === 'dict' && a.v.length === b.v.length && sameEntries(a.v, b.v)
  if (a.t === 'null') return b.t === 'null'
  if (a.t === 'float') return b.t === 'float' && Object.is(floatOf(a.v), floatOf(b.v))
  return a.t === b.t && a.v === b.v
}

function sameEntries(a: readonly [Typed, Typed][], b: readonly [Typed, Typed][]): boolean {
  let byKey: Map<string, [Typed, Typed]> | null = null
  return a.every(([key, value], i) => {
    let other = b[i]
    if (other === undefined || !sameContents(key, other[0])) {
      byKey ??= new Map(b.map((entry) => [keyIdentity(entry[0]), entry]))
      other = byKey.get(keyIdentity(key))
    }
    return other !== undefined && sameContents(key, other[0]) && sameContents(value, other[1])
  })
}

/** The keys of a dict by what makes them one key in Python, with their steps. */
export const stepsOf = (dict: Typed): ReadonlyMap<string, string | number | boolean> =>
  new Map(dict.t === 'dict' ? dict.v.map(([key]) => [keyIdentity(key), stepOfKey(key)] as const) : [])
