import {
  type Child,
  type Container,
  isContainer,
  isMissing,
  pathOf,
  rootOf,
  type Value,
} from '../omegaconf/config-node'
import { type Budget, Evaluator } from '../omegaconf/evaluate'
import { ResolutionError } from '../omegaconf/failure'
import { checkInterpolation } from '../omegaconf/grammar'
import { indexOf } from '../omegaconf/key-path'
import type { NemoResolver } from '../omegaconf/resolvers'
import { type Path, sameKey } from '../path'
import { changedAt, isMissingValue, stepOfKey, type Typed, typedStr } from '../typed'
import type { Override, OverrideValue } from './override'
import { keyIdentity } from './parse-override'
import { isEqualInPython } from './python-equal'

/** Why Hydra does not apply an override that it could read. `key` is the place at fault, as far as the key led. */
export type ApplyErrorCode =
  | 'no-such-key' // not in the config: `+` adds it
  | 'key-exists' // `+` on something that is there: `++` or none
  | 'nothing-to-delete' // not there, null or `???`
  | 'other-value' // `~k=v`, and `k` is not `v`
  | 'list-item' // list items cannot be deleted
  | 'no-such-item' // beyond the end of the list
  | 'not-an-index'
  | 'kind' // a dict on a list or the other way round
  | 'interpolation-syntax' // a `${` in the value that cannot be read
  | 'unresolved' // what stands there is an interpolation without a value
  | 'dict-key' // null as a key
  | 'group' // `k@package`: no config group of that name
  | 'value' // a sweep inside a value
  | 'too-deep'

/** `error` is the class that is raised: Hydra's own, or Python's where OmegaConf lets one through. */
export interface ApplyError {
  readonly error: 'ConfigCompositionException' | 'TypeError' | 'ValueError'
  readonly code: ApplyErrorCode
  readonly key: string
}
export interface ApplyOptions {
  /** What `oc.env` sees, empty by default. */
  readonly env?: Readonly<Record<string, string>>
  readonly resolvers?: readonly NemoResolver[]
}

/** Keys in a key; deeper ones no Python stack holds. */
const maxDepth = 200

/** Thrown while an override is applied; it becomes an `ApplyError` before anything is returned. */
class Refused {
  constructor(
    readonly code: ApplyErrorCode,
    readonly steps: readonly string[],
    readonly error: ApplyError['error'] = 'ConfigCompositionException',
  ) {}
}

/** A config, struct flag on, after one override that is no sweep. hydra/_internal/config_loader_impl.py:_apply_overrides_to_config */
export function applyToTyped(
  root: Typed,
  override: Override,
  options: ApplyOptions = {},
): { ok: true; typed: Typed } | { ok: false; error: ApplyError } {
  try {
    return { ok: true, typed: new Application(root, options).apply(override) }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { ok: false, error: { error: error.error, code: error.code, key: error.steps.join('.') } }
  }
}

type Dict = Extract<Typed, { t: 'dict' }>
type List = Extract<Typed, { t: 'list' }>
const isCollection = (typed: OverrideValue | Typed): typed is Dict | List => typed.t === 'dict' || typed.t === 'list'

/** A value for the place that the steps lead to. `isForced`: what is not there is added. */
interface Change {
  readonly steps: readonly string[]
  readonly value: OverrideValue
  readonly isForced: boolean
}

class Application {
  private readonly config: Container
  private readonly evaluator: Evaluator

  constructor(
    private readonly root: Typed,
    { env = {}, resolvers = ['multiply', 'sum'] }: ApplyOptions,
  ) {
    const budget: Budget = { steps: 100_000, work: 1_000_000 }
    this.config = rootOf(root)
    this.evaluator = new Evaluator(env, resolvers, budget)
  }

  apply({ type, key, package: pack, value }: Override): Typed {
    const steps = key.split('.')
    if (steps.length > maxDepth) throw new Refused('too-deep', steps.slice(0, 3))
    if (pack !== null) throw new Refused('group', steps)
    if (type === 'del') return this.remove(steps, value)
    const given = value ?? ({ t: 'null' } as const)
    const isForced = type !== 'change'
    if (type === 'add' && !isCollection(given) && this.isThere(steps)) throw new Refused('key-exists', steps)
    // Hydra looks before it adds a dict or list too: a reference on the way that cannot be followed stops it.
    if (type === 'add' && isCollection(given)) this.select(steps)
    return this.update(this.root, { steps, value: given, isForced }, 0)
  }

  private isThere(steps: readonly string[]): boolean {
    const found = this.select(steps)
    if (found === null || isMissing(found)) return false
    const value = this.evaluator.valueOf(found)
    return isContainer(value) || value.t !== 'null'
  }

  /** The node at a key with references followed, null when there is none. omegaconf/base.py:_select_impl */
  private select(steps: readonly string[]): Child | null {
    if (steps.length === 1 && steps[0] === '') return this.config
    let at: Child = this.config
    for (const [i, step] of steps.entries()) {
      const referrer = isContainer(at) ? at : this.evaluator.valueOf(at)
      if (!isContainer(referrer)) return null
      const child = this.child(referrer, steps.slice(0, i + 1), step)
      if (child === null) return null
      at = this.dereferenced(child, steps.slice(0, i + 1))
    }
    return at
  }

  private child(referrer: Container, steps: readonly string[], step: string): Child | null {
    if (referrer.kind === 'dict') return referrer.children.get(step) ?? null
    const index = indexOf(step)
    if (index === null) throw new Refused('not-an-index', steps)
    return referrer.children.get(index) ?? null
  }

  private dereferenced(child: Child, steps: readonly string[]): Child {
    try {
      const found = this.evaluator.dereference(child)
      if (found !== child && isMissing(found)) throw new Refused('unresolved', steps)
      return found
    } catch (error) {
      throw error instanceof ResolutionError ? new Refused('unresolved', steps) : error
    }
  }

  private remove(steps: readonly string[], value: OverrideValue | null): Typed {
    const found = this.select(steps)
    if (found === null || !this.isThere(steps)) throw new Refused('nothing-to-delete', steps)
    if (value !== null && value.t !== 'null') this.checkEqual(found, value, steps)
    if (steps.length === 1 && steps[0] === '') throw new Refused('nothing-to-delete', steps)
    const parent = steps.length === 1 ? this.config : this.select(steps.slice(0, -1))
    const referrer = parent === null || isContainer(parent) ? parent : this.evaluator.valueOf(parent)
    if (!isContainer(referrer)) throw new Refused('nothing-to-delete', steps)
    if (referrer.kind === 'list') throw new Refused('list-item', steps, 'TypeError')
    const path = pathOf(referrer)
    // A dict that a resolver made is gone as soon as it is looked at.
    return path === null ? this.root : withoutKey(this.root, path, steps.at(-1) ?? '')
  }

  private checkEqual(found: Child, value: OverrideValue, steps: readonly string[]): void {
    const here: Value = this.evaluator.valueOf(found)
    if (!isEqualInPython(value, here, this.evaluator)) throw new Refused('other-value', steps)
  }

  /** omegaconf/omegaconf.py:OmegaConf.update */
  private update(node: Typed, change: Change, depth: number): Typed {
    const { steps, value, isForced } = change
    const here = steps.slice(0, depth + 1)
    const step = steps[depth] ?? ''
    if (depth < steps.length - 1) {
      const index = placeOf(node, step, here, 'TypeError')
      const child = childAt(node, index)
      const isInside = child !== undefined && isCollection(child)
      if (!isInside) this.checkPlace(node, index, here, isForced)
      return put(node, step, index, this.update(isInside ? child : { t: 'dict', v: [] }, change, depth + 1))
    }
    const index = placeOf(node, step, here, 'ValueError')
    const child = childAt(node, index)
    this.checkPlace(node, index, here, isForced)
    const given = checkedValue(value, here)
    if (!isCollection(given) || child === undefined || !isCollection(child)) return put(node, step, index, given)
    return put(node, step, index, this.merged(child, given, here, isForced))
  }

  private checkPlace(node: Typed, index: number, steps: readonly string[], isForced: boolean): void {
    if (childAt(node, index) !== undefined) return
    if (node.t === 'list') throw new Refused('no-such-item', steps)
    if (!isForced) throw new Refused('no-such-key', steps)
  }

  /** omegaconf/basecontainer.py:_merge_with, _map_merge */
  private merged(dest: Dict | List, src: Dict | List, steps: readonly string[], isForced: boolean): Typed {
    if (dest.t === 'list' && src.t === 'list') return src
    if (dest.t !== 'dict' || src.t !== 'dict') throw new Refused('kind', steps)
    const entries = new Map(dest.v.map((entry) => [keyIdentity(entry[0]), entry] as const))
    for (const [key, value] of src.v) {
      const same = keyIdentity(key)
      const old = entries.get(same)
      const here = [...steps, 'v' in key ? String(key.v) : '']
      if (old === undefined && !isForced) throw new Refused('no-such-key', here)
      entries.set(same, old === undefined ? [key, value] : [old[0], this.mergedValue(old, value, here, isForced)])
    }
    return { t: 'dict', v: [...entries.values()] }
  }

  private mergedValue([key, old]: [Typed, Typed], value: Typed, steps: readonly string[], isForced: boolean): Typed {
    const dest = this.referred(old, steps, key) ?? old
    if (isMissingValue(value)) return dest
    return isCollection(dest) && isCollection(value) ? this.merged(dest, value, steps, isForced) : value
  }

  /** What stands at these steps, of which the last one is `key`; null when there is no such place. */
  private childAt(steps: readonly string[], key: Typed): Child | null {
    let at: Child = this.config
    for (const [i, step] of steps.entries()) {
      if (!isContainer(at)) return null
      const name: string | number = i === steps.length - 1 ? sameKey(stepOfKey(key)) : step
      const child: Child | undefined = at.children.get(at.kind === 'list' ? Number(step) : name)
      if (child === undefined) return null
      at = child
    }
    return at
  }

  /** The dict or list that a reference stands for: merging goes into a copy of it. */
  private referred(old: Typed, steps: readonly string[], key: Typed): Typed | null {
    if (old.t !== 'str' || !old.v.includes('${')) return null
    const at = this.childAt(steps, key)
    if (at === null) return null
    try {
      const found = this.evaluator.dereference(at)
      const value = this.evaluator.valueOf(found)
      return isContainer(value) ? (value.source as Typed) : null
    } catch (error) {
      if (error instanceof ResolutionError) return null
      throw error
    }
  }
}

/** Where a step leads: an index into the entries, -1 when there is no such key. */
function placeOf(node: Typed, step: string, steps: readonly string[], error: ApplyError['error']): number {
  if (node.t === 'dict') return node.v.findIndex(([key]) => key.t === 'str' && key.v === step)
  const index = indexOf(step)
  if (index === null) throw new Refused('not-an-index', steps, error)
  return index
}

function childAt(node: Typed, index: number): Typed | undefined {
  if (node.t === 'dict') return node.v[index]?.[1]
  return node.t === 'list' ? node.v[index] : undefined
}

function put(node: Typed, step: string, index: number, value: Typed): Typed {
  if (node.t === 'list') return { t: 'list', v: node.v.with(index, value) }
  if (node.t !== 'dict') return node
  const own = node.v[index]
  if (own === undefined) return { t: 'dict', v: [...node.v, [{ t: 'str', v: step }, value]] }
  return { t: 'dict', v: node.v.with(index, [own[0], value]) }
}

const withoutKey = (root: Typed, path: Path, name: string): Typed =>
  changedAt(root, path, (dict) =>
    dict.t === 'dict' ? { t: 'dict', v: dict.v.filter(([key]) => !(key.t === 'str' && key.v === name)) } : null,
  ) ?? root

/** The value as OmegaConf takes it in. */
function checkedValue(value: OverrideValue, steps: readonly string[]): Typed {
  switch (value.t) {
    case 'list':
      return { t: 'list', v: value.v.map((item) => checkedValue(item, steps)) }
    case 'dict':
      return { t: 'dict', v: value.v.map(([key, item]) => [checkedKey(key, steps), checkedValue(item, steps)]) }
    case 'str':
      if (checkInterpolation(value.v) !== null) throw new Refused('interpolation-syntax', steps)
      return { t: 'str', v: value.v }
    case 'choice_sweep':
    case 'range_sweep':
    case 'interval_sweep':
      throw new Refused('value', steps)
    case 'glob':
      return globDict(value)
    default:
      return value
  }
}

/** OmegaConf takes Hydra's glob object for a dataclass. */
function globDict({ include, exclude }: Extract<OverrideValue, { t: 'glob' }>): Typed {
  const names = (list: string[]): Typed => ({ t: 'list', v: list.map(typedStr) })
  return {
    t: 'dict',
    v: [
      [typedStr('include'), names(include)],
      [typedStr('exclude'), names(exclude)],
    ],
  }
}

function checkedKey(key: Typed, steps: readonly string[]): Typed {
  if (key.t === 'null') throw new Refused('dict-key', steps)
  return key
}
