import { type Path, type PathStep, sameKey } from '../path'
import { isMissingValue, stepOfKey, type Typed, type TypedScalar } from '../typed'

/** A value during resolution: plain Python data, in which dicts and lists of the config may stand as they are. */
export type Value = TypedScalar | ListValue | DictValue | Container
export type ListValue = { readonly t: 'list'; readonly v: readonly Value[] }
type DictValue = { readonly t: 'dict'; readonly v: readonly (readonly [Typed, Value])[] }

interface NodeBase {
  readonly parent: Container | null
  readonly step: PathStep
}
/** A scalar of the config. `isResult`: an interpolation made it, so `${` in it means nothing more. */
interface Leaf extends NodeBase {
  readonly t: 'leaf'
  readonly value: Value
  readonly isResult: boolean
}
export type Child = Leaf | Container

/** A dict or list of the config; its children know it as their parent, which is what relative references count by. */
export class Container implements NodeBase {
  readonly t = 'container'
  private made: ReadonlyMap<string | number, Child> | null = null

  /** `isMade`: by a resolver, so it has no place in the text. */
  constructor(
    readonly source: Exclude<Value, TypedScalar | Container>,
    readonly parent: Container | null,
    readonly step: PathStep,
    readonly isMade: boolean,
  ) {}

  get kind(): 'list' | 'dict' {
    return this.source.t
  }

  get size(): number {
    return this.source.v.length
  }

  /** The children by key (Python's 1 and True are one) or index; made when first asked for. */
  get children(): ReadonlyMap<string | number, Child> {
    if (this.made !== null) return this.made
    const children = new Map<string | number, Child>()
    if (this.source.t === 'list') for (const [i, item] of this.source.v.entries()) children.set(i, this.child(item, i))
    else
      for (const [key, value] of this.source.v) {
        const step = stepOfKey(key)
        children.set(sameKey(step), this.child(value, step))
      }
    this.made = children
    return children
  }

  /** The keys of a dict in order; empty for a list. */
  get keys(): readonly Typed[] {
    return this.source.t === 'dict' ? this.source.v.map(([key]) => key) : []
  }

  get root(): Container {
    let root: Container = this
    while (root.parent !== null) root = root.parent
    return root
  }

  private child(value: Value, step: PathStep): Child {
    // A config's dict that a resolver puts into a new one is copied there, as OmegaConf does.
    if (isContainer(value)) return new Container(value.source, this, step, true)
    if (value.t === 'list' || value.t === 'dict') return new Container(value, this, step, this.isMade)
    return { t: 'leaf', value, parent: this, step, isResult: false }
  }
}

export const isContainer = (value: unknown): value is Container => value instanceof Container

/** The tree of a config as it was read. */
export function rootOf(typed: Typed): Container {
  return new Container(typed.t === 'list' || typed.t === 'dict' ? typed : { t: 'dict', v: [] }, null, '', false)
}

/** Where a node stands in the text; null for what a resolver made. */
export function pathOf(node: Child): Path | null {
  const path: PathStep[] = []
  let at: Child | null = node
  while (at !== null && at.parent !== null) {
    path.unshift(at.step)
    at = at.parent
  }
  return at === null || (isContainer(at) && at.isMade) ? null : path
}

export const isMissing = (node: Child): boolean =>
  node.t === 'leaf' && !isContainer(node.value) && isMissingValue(node.value)

/** The string that OmegaConf resolves when it reads this node, or null. */
export const interpolationIn = (node: Child): string | null =>
  node.t === 'leaf' &&
  !node.isResult &&
  !isContainer(node.value) &&
  node.value.t === 'str' &&
  node.value.v.includes('${')
    ? node.value.v
    : null
