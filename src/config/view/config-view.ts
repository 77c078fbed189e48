import type { Issue } from '../../core/issue'
import { followed, referencesIn } from '../../core/omegaconf/references'
import type { Resolution } from '../../core/omegaconf/resolve'
import type { NodeView, Parsed } from '../../core/parsed'
import { childKey, type Path, type PathKey, type PathStep, parsePath, pathKey } from '../../core/path'
import { floatOf, isMissingValue, type Typed } from '../../core/typed'
import { familyOf } from '../schema/family'
import type { Family } from '../schema/field'
import { specAt } from '../schema/specs'
import { convert, isStructured } from '../schema/structured'
import { isComposed } from './composed'

/** A value as rules see it: resolved, ints and floats as numbers. */
export type Plain = null | boolean | number | string | readonly Plain[] | PlainDict
export interface PlainDict {
  readonly [key: string]: Plain
}
/** A place as rules name it: `model.optim.betas[0]`, or its steps. */
export type Place = string | Path

/** Stands for a value that is not known here: unresolvable, `???`, of a wrong type, or below something broken. */
const unknown = Symbol('unknown')

/** A place with its key; `around` is worked out when it is asked for. */
interface Spot {
  readonly path: Path
  readonly key: PathKey
  around: readonly PathKey[] | null
}

/** Worked out of the written place alone; rules name some hundreds. */
const spots = new Map<string, Spot>()
function placeOf(place: Place): Spot {
  if (typeof place !== 'string') return spotOf(place)
  let known = spots.get(place)
  if (known === undefined) {
    const path = parsePath(place)
    if (path === null) throw new Error(`${place} is no path`)
    known = spotOf(path)
    spots.set(place, known)
  }
  return known
}

const spotOf = (path: Path): Spot => ({ path, key: pathKey(path), around: null })

/** The keys of what is around a place, the nearest first, the root last. */
function aroundOf(spot: Spot): readonly PathKey[] {
  if (spot.around !== null) return spot.around
  const around: PathKey[] = ['']
  for (const step of spot.path.slice(0, -1)) around.push(childKey(around.at(-1) ?? '', step))
  spot.around = spot.path.length === 0 ? [] : around.reverse()
  return spot.around
}
export const pathOfPlace = (place: Place): Path => placeOf(place).path

/** What a view is made of beside the text. */
interface ViewOptions {
  readonly resolution: Resolution
  /** What is wrong with values by themselves. */
  readonly issues: readonly Issue[]
  /** Recognised from the text when left out or null. */
  readonly family?: Family | null | undefined
  /** The text as it was most likely meant: what only there has a place is there, with a value that is not known. */
  readonly meant?: Parsed
}

/**
 * A config as its scripts will see it. A value that is not known here (see `unknown`) reads as absent and is counted as a gap: whoever asks
 * does so within `attempt`, which gives no answer then. So a rule never speaks of what it cannot know, nor of what another issue already says.
 */
export class ConfigView {
  readonly family: Family | null
  /** True when this file includes others: what it lacks is not known to be absent. */
  readonly isComposed: boolean
  private readonly resolution: Resolution
  private readonly meant: Parsed
  private readonly faulty: ReadonlySet<PathKey>
  private readonly known = new Map<PathKey, Typed | undefined | typeof unknown>()
  /** How many values were asked for that are not known. */
  private gaps = 0

  constructor(
    readonly parsed: Parsed,
    { resolution, issues, family, meant = parsed }: ViewOptions,
  ) {
    this.resolution = resolution
    this.meant = meant
    this.family = family ?? familyOf(meant)
    this.isComposed = isComposed(parsed)
    this.faulty = faultyPlaces(parsed, issues)
  }

  /** The answer to a question about the config; null when it needs a value that is not known. */
  attempt<T>(question: () => T): { readonly answer: T } | null {
    const given = this.ask(question)
    return given.isKnown ? given : null
  }

  /** What a question comes to, and whether all that it needs is known. */
  ask<T>(question: () => T): Given<T> {
    const before = this.gaps
    const answer = question()
    const isKnown = this.gaps === before
    this.gaps = before
    return { answer, isKnown }
  }

  /** Says that the answer to the question at hand is not known. `instead` is what the question goes on with, to no effect. */
  gap<T>(instead: T): T {
    this.gaps++
    return instead
  }

  /** True when one of the families is at hand. */
  is(...families: readonly Family[]): boolean {
    return this.family !== null && families.includes(this.family)
  }

  /** True when the key is there, whatever its value (`null` and `???` too). A gap where its section is broken. */
  has(place: Place): boolean {
    const spot = placeOf(place)
    const { path, key } = spot
    if (this.meant.nodes.has(key)) return true
    for (const parent of aroundOf(spot)) {
      const node = this.parsed.nodes.get(parent)
      if (node === undefined) continue
      if (this.faulty.has(parent)) return this.gap(false)
      return isReference(node) && this.typed(path) !== undefined
    }
    return false
  }

  /** True when the key is there or may be. */
  mayHave(place: Place): boolean {
    return this.attempt(() => this.has(place))?.answer ?? true
  }

  /** The value with its type kept; undefined when absent. */
  typed(place: Place): Typed | undefined {
    return this.orGap(this.valueAt(place))
  }

  private orGap(value: Typed | undefined | typeof unknown): Typed | undefined {
    return value === unknown ? this.gap(undefined) : value
  }

  private valueAt(place: Place): Typed | undefined | typeof unknown {
    const spot = placeOf(place)
    const { path, key } = spot
    let value = this.known.get(key)
    if (value === undefined && !this.known.has(key)) {
      value = this.read(spot)
      if (typeof value === 'object' && path[0] === 'exp_manager') value = converted(path, value)
      this.known.set(key, value)
    }
    return value
  }

  /** As `typed`, but as it is written: before exp_manager's conversion, and though the schema refuses it. */
  written(place: Place): Typed | undefined {
    const { path, key } = placeOf(place)
    const node = this.parsed.nodes.get(key)
    if (node?.scalar != null && !isReference(node)) return node.scalar
    if (node?.scalar != null && this.faulty.has(key)) return this.gap(undefined)
    return node === undefined ? this.typed(place) : this.orGap(this.resolved(path))
  }

  /** The value; undefined when absent, null when null. */
  get(place: Place): Plain | undefined {
    const typed = this.typed(place)
    return typed === undefined ? undefined : plainOf(typed)
  }

  /** True when the value can be read here (absent counts). */
  knows(place: Place): boolean {
    return this.valueAt(place) !== unknown
  }

  /** The value like `get`, `fallback` when absent, null, or not known here. */
  maybe<T>(place: Place, fallback: T): Plain | T {
    return this.knows(place) ? (this.get(place) ?? fallback) : fallback
  }

  /** An int or float; undefined when absent or null; any other type is unknown. */
  number(place: Place): number | undefined {
    return this.ofType(place, (value): value is number => typeof value === 'number')
  }

  /** An int (not 1.0); undefined when absent or null; any other type is unknown. */
  int(place: Place): number | undefined {
    const value = this.number(place)
    if (value !== undefined && this.typed(place)?.t !== 'int') return this.gap(undefined)
    return value
  }

  /** A string; undefined when absent or null; any other type is unknown. */
  text(place: Place): string | undefined {
    return this.ofType(place, (value): value is string => typeof value === 'string')
  }

  /** True exactly when the value is the boolean true. */
  isTrue(place: Place): boolean {
    return this.get(place) === true
  }

  /** True exactly when the value is the boolean false. */
  isFalse(place: Place): boolean {
    return this.get(place) === false
  }

  /** True when there is a value that is not null; what a list or dict contains need not be known. */
  isSet(place: Place): boolean {
    const type = this.typeOf(place)
    return type !== undefined && type !== 'null'
  }

  /** True for a dict; what it contains need not be known. */
  isDict(place: Place): boolean {
    return this.typeOf(place) === 'dict'
  }

  /** True when `???` stands there. */
  isMissing(place: Place): boolean {
    const scalar = this.parsed.nodes.get(placeOf(place).key)?.scalar
    return isMissingValue(scalar)
  }

  /** True when null stands there itself, also where the schema does not accept it. */
  isNull(place: Place): boolean {
    return this.parsed.nodes.get(placeOf(place).key)?.scalar?.t === 'null'
  }

  /** A list; undefined when absent or null; any other type is unknown. Its items must all be known. */
  list(place: Place): readonly Plain[] | undefined {
    return this.ofType(place, (value): value is readonly Plain[] => Array.isArray(value))
  }

  /** A dict; undefined when absent or null; any other type is unknown. */
  dict(place: Place): PlainDict | undefined {
    return this.ofType(place, isDict)
  }

  /** The places of a list's items or a dict's values; none when absent. */
  below(place: Place): Path[] {
    const { path } = placeOf(place)
    const typed = this.shallow(place)
    if (typed?.t === 'list') return typed.v.map((_, i) => [...path, i])
    if (typed?.t === 'dict') return typed.v.map(([key]) => [...path, stepOf(key)])
    return []
  }

  /** Runs `body` for each place; one that needs an unknown value is passed over. */
  *each<T>(places: Iterable<Path>, body: (path: Path) => Iterable<T>): Iterable<T> {
    for (const path of places) {
      const results = this.attempt(() => [...body(path)])
      if (results !== null) yield* results.answer
    }
  }

  private typeOf(place: Place): Typed['t'] | undefined {
    const { key } = placeOf(place)
    const node = this.parsed.nodes.get(key)
    if (node === undefined || node.kind === 'scalar') return this.typed(place)?.t
    return this.faulty.has(key) ? this.gap(undefined) : node.kind
  }

  /** The list or dict with what it contains unresolved. */
  private shallow(place: Place): Typed | undefined {
    const { key } = placeOf(place)
    const node = this.parsed.nodes.get(key)
    if (node === undefined || node.kind === 'scalar') return this.typed(place)
    if (this.faulty.has(key)) return this.gap(undefined)
    const items = node.children.map((step): [Typed, Typed] => [keyOf(step), { t: 'null' }])
    return node.kind === 'list' ? { t: 'list', v: items.map(([, item]) => item) } : { t: 'dict', v: items }
  }

  private ofType<T extends Plain>(place: Place, isOfType: (value: Plain) => value is T): T | undefined {
    const value = this.get(place)
    if (value === undefined || value === null) return undefined
    return isOfType(value) ? value : this.gap(undefined)
  }

  private read(spot: Spot): Typed | undefined | typeof unknown {
    const { path, key } = spot
    if (this.faulty.has(key)) return unknown
    const node = this.parsed.nodes.get(key)
    if (node === undefined) return this.readAbsent(spot)
    if (node.scalar === null) return this.resolved(path)
    if (isMissingValue(node.scalar)) return unknown
    return isReference(node) ? this.resolved(path) : node.scalar
  }

  /** Behind a reference what it leads to; nothing in a dict that lacks the key, unless other files may give it. */
  private readAbsent(spot: Spot): Typed | undefined | typeof unknown {
    const { path, key } = spot
    if (this.meant.nodes.has(key)) return unknown
    for (const [i, parent] of aroundOf(spot).entries()) {
      const node = this.parsed.nodes.get(parent)
      if (node === undefined) continue
      if (this.faulty.has(parent)) return unknown
      if (isReference(node)) {
        const whole = this.resolved(node.path)
        return whole === unknown ? unknown : childOf(whole, path.slice(path.length - 1 - i))
      }
      if (isMissingValue(node.scalar)) return unknown
      break
    }
    return this.isComposed ? unknown : undefined
  }

  private resolved(path: Path): Typed | typeof unknown {
    const resolved = this.resolution.at(path)
    return resolved.ok && !isMissingValue(resolved.value) ? resolved.value : unknown
  }
}

interface Given<T> {
  readonly answer: T
  readonly isKnown: boolean
}

/** The question, worked out once for each config; a gap is one each time. */
export function askedOnce<T>(question: (c: ConfigView) => T): (c: ConfigView) => T {
  const answers = new WeakMap<ConfigView, Given<T>>()
  return (c) => {
    const given = answers.get(c) ?? c.ask(() => question(c))
    answers.set(c, given)
    return given.isKnown ? given.answer : c.gap(given.answer)
  }
}

/** Codes of a value that is of no use, wherever it is read. */
const valueCodes: ReadonlySet<string> = new Set(['type', 'enum', 'range', 'pattern', 'length', 'null', 'interpolation'])

/** Codes of a `_target_` that leave no doubt which class is meant, or that there is none. */
const isClassKnown: ReadonlySet<string> = new Set(['missing-class', 'class-moved'])

/** The places of errors, what is made up of wrong values, and what refers to either. */
function faultyPlaces(parsed: Parsed, issues: readonly Issue[]): ReadonlySet<PathKey> {
  const errors = issues.filter(({ level, code }) => level === 'error' && !isClassKnown.has(code))
  const faulty = new Set(errors.map(({ path }) => pathKey(path)))
  const wrong = new Set(
    errors
      .filter(({ code }) => valueCodes.has(code))
      .flatMap(({ path }) => path.map((_, i) => pathKey(path.slice(0, i + 1)))),
  )
  if (wrong.size === 0) return faulty
  for (const { referrer, target } of referencesIn(parsed)) {
    const value = target === null ? null : followed(parsed, target)
    if (value !== null && wrong.has(pathKey(value))) faulty.add(pathKey(referrer.path))
  }
  for (const key of wrong) if (parsed.nodes.get(key)?.kind === 'list') faulty.add(key)
  return faulty
}

/** A value of exp_manager as its code gets it; unknown when it is refused. */
function converted(path: Path, typed: Typed): Typed | typeof unknown {
  const spec = specAt(path)
  return spec === null || !isStructured(spec) ? typed : (convert(spec, typed) ?? unknown)
}

const isReference = (node: NodeView): boolean => node.scalar?.t === 'str' && node.scalar.v.includes('${')

const stepOf = (key: Typed): PathStep =>
  key.t === 'int' || key.t === 'float' ? Number(key.v) : key.t === 'bool' || key.t === 'str' ? key.v : String(key.t)

const keyOf = (step: PathStep): Typed =>
  typeof step === 'string'
    ? { t: 'str', v: step }
    : typeof step === 'boolean'
      ? { t: 'bool', v: step }
      : { t: 'int', v: String(step) }

function childOf(typed: Typed, steps: Path): Typed | undefined {
  let at: Typed | undefined = typed
  for (const step of steps) {
    if (at?.t === 'list') at = typeof step === 'number' ? at.v[step] : undefined
    else at = at?.t === 'dict' ? at.v.find(([key]) => stepOf(key) === step)?.[1] : undefined
  }
  return at
}

export const isDict = (value: Plain): value is PlainDict =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Plain JavaScript of a typed value; a `???` inside makes it unknown only when it is the value itself. */
function plainOf(typed: Typed): Plain {
  switch (typed.t) {
    case 'null':
      return null
    case 'int':
      return Number(typed.v)
    case 'float':
      return floatOf(typed.v)
    case 'list':
      return typed.v.map(plainOf)
    case 'dict': {
      const dict: Record<string, Plain> = Object.create(null)
      for (const [key, value] of typed.v) dict[String(stepOf(key))] = plainOf(value)
      return dict
    }
    default:
      return typed.v
  }
}
