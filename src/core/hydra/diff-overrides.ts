import { parse } from '../omegaconf/parse'
import type { Path } from '../path'
import { stepOfKey, type Typed, valueAt } from '../typed'
import { additionsOf, argOf, costOf } from './additions'
import { type ApplyErrorCode, applyToTyped } from './apply-typed'
import { parseOverride } from './parse-override'
import { type Inexpressible, literalText, printKey, printValue } from './print-override'
import { keyAt, sameContents, stepsOf, withValueAt } from './typed-tree'

/** Why a difference has no override. */
export type DiffReason =
  | Inexpressible
  | 'defaults-list' // Hydra takes the defaults list out of the config before overrides are applied
  | 'hydra-config' // Hydra's own settings can be changed by overrides, not taken away
  | ApplyErrorCode

export interface DiffStep {
  readonly path: Path
  /** Mostly one; two where the old value has to go first. */
  readonly overrides: readonly string[]
}
export type OverrideDiff =
  | {
      readonly ok: true
      /** To be applied in this order. */
      readonly overrides: readonly string[]
      /** The same by place. */
      readonly steps: readonly DiffStep[]
      readonly inexpressible: readonly { readonly path: Path; readonly reason: DiffReason }[]
    }
  /** Which of the two texts is no dict that can be read. */
  | { readonly ok: false; readonly side: 'base' | 'text' }

/**
 * The overrides that make of one config another, each proven by applying it: one a changed key; a new dict as one literal or key by key,
 * whichever is shorter. The order of keys does not count.
 */
export function diffOverrides(baseText: string, text: string): OverrideDiff {
  const [base, target] = [parse(baseText), parse(text)]
  if (!base.sound || base.typed.t !== 'dict') return { ok: false, side: 'base' }
  if (!target.sound || target.typed.t !== 'dict') return { ok: false, side: 'text' }
  return { ok: true, ...diffTyped(base.typed, target.typed) }
}

/** As `diffOverrides`, of two dicts. */
export function diffTyped(base: Typed, target: Typed): Omit<Extract<OverrideDiff, { ok: true }>, 'ok'> {
  const differ = new Differ(base, target)
  differ.place([])
  const { steps, inexpressible } = differ
  return { overrides: steps.flatMap(({ overrides }) => overrides), steps, inexpressible }
}

/** More overrides no command line takes, and each is tried on the whole config: callers say so instead. */
export const maxDifferences = 1000

/** Items of a list that are set one by one; with more differences the whole list is. */
const maxItems = 8

class Differ {
  readonly steps: DiffStep[] = []
  readonly inexpressible: { path: Path; reason: DiffReason }[] = []
  private failure: DiffReason = 'key'
  private readonly literals = new WeakMap<Typed, { readonly text: string | null }>()

  /** `state` is what the overrides so far have made of the base. */
  constructor(
    private state: Typed,
    private readonly target: Typed,
  ) {}

  /** Makes the place what it is in the target. */
  place(path: Path): void {
    const [from, to] = [valueAt(this.state, path), valueAt(this.target, path)]
    if (from === to || (from !== undefined && to !== undefined && sameContents(from, to))) return
    if (path.length === 1 && path[0] === 'defaults') this.inexpressible.push({ path, reason: 'defaults-list' })
    else if (to === undefined) this.remove(path)
    else if (from === undefined) this.add(path, to)
    else if (from.t === 'dict' && to.t === 'dict') this.dict(path, from, to)
    else if (from.t === 'list' && to.t === 'list' && this.items(path, from.v, to.v)) return
    else this.set(path, from, to)
  }

  private dict(path: Path, from: Typed, to: Typed): void {
    const [old, wanted] = [stepsOf(from), stepsOf(to)]
    for (const [same, step] of old) if (!wanted.has(same)) this.place([...path, step])
    for (const [same, step] of wanted) {
      const own = old.get(same)
      // One key to Python, of another type: the old one has to go first.
      if (own !== undefined && own !== step) this.rebuild([...path, step]) || this.give([...path, step], 'key')
      else this.place([...path, step])
    }
  }

  /** Items one by one, when that is shorter than the whole list; false when it is not. */
  private items(path: Path, from: readonly Typed[], to: readonly Typed[]): boolean {
    const changed = to.flatMap((item, i) => (from[i] !== undefined && sameContents(from[i], item) ? [] : [i]))
    if (from.length !== to.length || changed.length > maxItems || this.key(path) === null) return false
    const fork = new Differ(this.state, this.target)
    for (const i of changed) fork.place([...path, i])
    const literal = literalText({ t: 'list', v: [...to] })
    const cost = costOf(fork.steps.flatMap(({ overrides }) => overrides))
    const isWorse = fork.inexpressible.length > 0 || costOf([argOf('', this.key(path) ?? '', literal ?? '')]) < cost
    if (literal !== null && isWorse) return false
    this.steps.push(...fork.steps)
    this.inexpressible.push(...fork.inexpressible)
    this.state = fork.state
    return true
  }

  private set(path: Path, from: Typed, to: Typed): void {
    const key = this.key(path)
    const isCollection = from.t === 'dict' || from.t === 'list'
    const isOtherKind = isCollection && (to.t === 'dict' || to.t === 'list') && from.t !== to.t
    const candidates: (readonly string[])[] = []
    const { literal, spread } = additionsOf(path, to, '+')
    if (key !== null && literal !== null)
      candidates.push(isOtherKind ? [`~${key}`, argOf('+', key, literal)] : [argOf('', key, literal)])
    if (spread !== null && !isCollection) candidates.push(spread)
    if (this.attempt(path, to, candidates) || this.wrapped(path, to, '')) return
    if (to.t === 'dict' && key !== null && literal === null) this.partly(path, from, to)
    else if (!this.rebuild(path)) this.give(path, this.reasonOf(path, to))
  }

  private add(path: Path, to: Typed): void {
    const isHydra = path[0] === 'hydra'
    // Hydra has settings of its own: what the file lacks may be there already.
    const { literal, args } = additionsOf(path, to, isHydra ? '++' : '+')
    if (this.attempt(path, to, args === null ? [] : [args]) || this.wrapped(path, to, '+')) return
    if (to.t === 'dict' && this.key(path) !== null && literal === null) this.partly(path, undefined, to)
    else if (!this.rebuild(path)) this.give(path, this.reasonOf(path, to))
  }

  private remove(path: Path): void {
    if (path[0] === 'hydra') return this.give(path, 'hydra-config')
    const key = this.key(path)
    // Null, `???` and references without a value cannot be deleted until something else stands there.
    const candidates = key === null ? [] : [[`~${key}`], [`${key}=0`, `~${key}`]]
    if (!this.attempt(path, undefined, candidates) && !this.rebuild(path)) this.give(path, 'key')
  }

  /** A dict that cannot be written in one piece: what can be, key by key. */
  private partly(path: Path, from: Typed | undefined, to: Extract<Typed, { t: 'dict' }>): void {
    const key = this.key(path) ?? ''
    const nothing: Typed = { t: 'dict', v: [] }
    if (from?.t === 'list') this.attempt(path, undefined, [[`~${key}`]])
    // A reference is followed by what is added below it, so it has to go first.
    if (from?.t === 'str' && from.v.includes('${')) this.attempt(path, nothing, [[`${key}={}`]])
    for (const [name] of to.v) this.place([...path, stepOfKey(name)])
    const now = valueAt(this.state, path)
    if (now?.t !== 'dict') this.attempt(path, nothing, [[`${now === undefined ? '+' : ''}${key}={}`]])
  }

  /** A place without a name of its own, through a dict literal at the nearest place that has one. */
  private wrapped(path: Path, to: Typed, sign: string): boolean {
    if (this.key(path) !== null) return false
    let value = to
    for (let i = path.length - 1; i > 0; i--) {
      const above = path.slice(0, i)
      const name = keyAt(valueAt(this.target, above) ?? to, path[i] ?? null)
      if (name === undefined) return false
      value = { t: 'dict', v: [[name, value]] }
      const key = this.key(above)
      const literal = key === null ? null : literalText(value)
      if (key !== null) return literal !== null && this.attempt(path, to, [[argOf(sign, key, literal)]])
    }
    return false
  }

  /** The nearest collection around a place that can be written as a whole takes the place of the one that is there. */
  private rebuild(path: Path): boolean {
    if (path[0] === 'hydra') return false
    for (let i = path.length - 1; i > 0; i--) {
      const above = path.slice(0, i)
      const [key, value] = [this.key(above), valueAt(this.target, above)]
      const literal = key === null || value === undefined ? null : this.literal(value)
      if (key === null || value === undefined || literal === null) continue
      const args = value.t === 'dict' ? [`~${key}`, argOf('+', key, literal)] : [argOf('', key, literal)]
      if (this.attempt(above, value, [args])) return true
    }
    return false
  }

  /** The text of a part of the target, worked out once. */
  private literal(typed: Typed): string | null {
    const known = this.literals.get(typed)
    if (known !== undefined) return known.text
    const text = literalText(typed)
    this.literals.set(typed, { text })
    return text
  }

  private give(path: Path, reason: DiffReason): void {
    this.inexpressible.push({ path, reason })
  }

  private reasonOf(path: Path, to: Typed): DiffReason {
    if (this.key(path) === null) return 'key'
    const printed = printValue(to)
    return printed.ok ? this.failure : printed.reason
  }

  /** The first of some ways, the shortest before, that makes exactly this of the place and leaves all else. */
  private attempt(path: Path, to: Typed | undefined, candidates: readonly (readonly string[])[]): boolean {
    const keys = path.map((step, i) => this.keyTyped(path.slice(0, i), step))
    const expected = withValueAt(this.state, path, to, keys)
    const inOrder = candidates.length < 2 ? candidates : candidates.toSorted((a, b) => costOf(a) - costOf(b))
    for (const overrides of inOrder) {
      const after = this.after(overrides)
      if (after === null || !sameContents(after, expected)) continue
      this.state = after
      this.steps.push({ path, overrides })
      return true
    }
    return false
  }

  private after(args: readonly string[]): Typed | null {
    let typed = this.state
    for (const arg of args) {
      const read = parseOverride(arg)
      if (!read.ok || read.sweep) return null
      const applied = applyToTyped(typed, read)
      if (!applied.ok) {
        this.failure = applied.error.code
        return null
      }
      typed = applied.typed
    }
    return typed
  }

  private keyTyped(above: Path, step: Path[number]): Typed {
    for (const root of [this.state, this.target]) {
      const key = keyAt(valueAt(root, above) ?? { t: 'null' }, step)
      if (key !== undefined) return key
    }
    return { t: 'str', v: String(step) }
  }

  /** The written key of a place; null when it has none: numbers must be indexes of lists. */
  private key(path: Path): string | null {
    const isNamed = path.every((step, i) => {
      if (typeof step === 'string') return true
      return typeof step === 'number' && valueAt(this.state, path.slice(0, i))?.t === 'list'
    })
    return isNamed ? printKey(path) : null
  }
}
