import { floatRepr, type Typed, type TypedScalar } from '../typed'
import { Chains } from './chains'
import { type Child, type Container, interpolationIn, isContainer, isMissing, type Value } from './config-node'
import { ResolutionError, resolutionError } from './failure'
import {
  type Element,
  type Interpolation,
  type NodeInterpolation,
  type PrimitiveToken,
  parseElement,
  parseInterpolation,
  type ResolverInterpolation,
  type Text,
} from './grammar'
import { indexOf, splitKey } from './key-path'
import { pythonStr } from './python-text'
import { type NemoResolver, resolverOf } from './resolvers'

/** UTF-16 units that one value may grow to. */
const maxLength = 1_000_000

/** What is left of the steps that may be taken: bombs of references end here. */
export interface Budget {
  /** For what one place holds. */
  steps: number
  /** For all that is worked out, texts by their length. */
  work: number
}

/** How many UTF-16 units cost as much as a step. */
const unitsPerStep = 16

/** Takes the cost of a text from the budget. Throws ResolutionError when that is used up. */
export function spend(budget: Budget, units: number): void {
  budget.work -= 1 + Math.floor(units / unitsPerStep)
  if (budget.work < 0) throw resolutionError({ code: 'too-large' })
}

/**
 * Resolves nodes of one config as OmegaConf does. `memo` holds the nodes that are being resolved, to see cycles; results of scalars are
 * kept, since they depend on nothing but the config and the environment. Throws ResolutionError.
 */
export class Evaluator {
  private readonly chains = new Chains((node, memo) => this.resolve(node, memo))

  constructor(
    private readonly env: Readonly<Record<string, string>>,
    private readonly resolvers: readonly NemoResolver[],
    private readonly budget: Budget,
  ) {}

  /** The node that stands at `node` once interpolations are followed. omegaconf/base.py:_dereference_node */
  dereference(node: Child, memo: Set<Child> = new Set()): Child {
    return interpolationIn(node) === null || node.parent === null ? node : this.chains.follow(node, memo)
  }

  valueOf(node: Child): Value {
    return isContainer(node) ? node : node.value
  }

  private resolve(node: Child, memo: Set<Child>): Child {
    const [text, parent] = [interpolationIn(node) ?? '', node.parent as Container]
    spend(this.budget, text.length)
    const parsed = parseInterpolation(text)
    if (!parsed.ok) throw new ResolutionError('GrammarParseError', { code: 'grammar', text })
    const result = this.text(parsed.text, { node, parent, memo })
    return isNode(result) ? result : { t: 'leaf', value: result, parent, step: node.step, isResult: true }
  }

  private text(text: Text, scope: Scope): Value | Child {
    const only = text.length === 1 ? text[0] : undefined
    if (only !== undefined && typeof only !== 'string') return this.interpolation(only, scope)
    return { t: 'str', v: this.join(text, (part) => (typeof part === 'string' ? part : this.str(part, scope))) }
  }

  private join<T>(parts: readonly T[], textOf: (part: T) => string): string {
    let joined = ''
    for (const part of parts) {
      joined += textOf(part)
      if (joined.length > maxLength) throw resolutionError({ code: 'too-large' })
    }
    return joined
  }

  private str(part: Interpolation, scope: Scope): string {
    const text = pythonStr(this.plain(this.interpolation(part, scope)))
    spend(this.budget, text.length)
    return text
  }

  private plain(value: Value | Child): Value {
    return isNode(value) ? this.valueOf(value) : value
  }

  private interpolation(part: Interpolation, scope: Scope): Value | Child {
    try {
      return part.kind === 'node' ? this.reference(part, scope) : this.call(part, scope)
    } catch (error) {
      if (error instanceof ResolutionError) {
        this.chains.failedWithin(part)
        if (error.at === null) error.within ??= { from: part.from, to: part.to }
      }
      throw error
    }
  }

  /** omegaconf/base.py:_resolve_node_interpolation */
  private reference({ dots, keys }: NodeInterpolation, scope: Scope): Child {
    const steps = keys.map(({ name }) => (typeof name === 'string' ? name : this.keyName(name, scope)))
    // A key that is itself an interpolation may hold dots: the path is read once more from its written form.
    const isComputed = keys.some(({ name }) => typeof name !== 'string')
    const written = steps.join('.')
    const from = this.ancestor(scope.parent, dots, written)
    const found = this.select(from, isComputed ? steps.flatMap(splitKey) : steps, written, {
      ...scope,
      throwOnMissing: true,
    })
    if (found === null) throw new ResolutionError('InterpolationKeyError', { code: 'key-not-found', key: written })
    for (let at: Container | null = scope.parent; at !== null; at = at.parent)
      if (at === found) throw resolutionError({ code: 'parent', key: written })
    return found
  }

  private keyName(part: Interpolation, scope: Scope): string {
    const value = this.plain(this.interpolation(part, scope))
    if (isContainer(value) || value.t !== 'str') throw resolutionError({ code: 'key-type', type: typeName(value) })
    return value.v
  }

  private ancestor(parent: Container, dots: number, key: string): Container {
    if (dots === 0) return parent.root
    let at = parent
    for (let i = 1; i < dots; i++) {
      if (at.parent === null) throw new ResolutionError('InterpolationKeyError', { code: 'above-root', key })
      at = at.parent
    }
    return at
  }

  /** omegaconf/base.py:_select_impl; null when there is no such key. */
  private select(from: Container, steps: readonly string[], written: string, scope: SelectScope): Child | null {
    let at = from
    for (const [i, step] of steps.slice(0, -1).entries()) {
      const child = this.childOf(at, step, steps, scope)
      if (child === null) return null
      const found = this.dereference(child, scope.memo)
      if (!isContainer(found)) {
        const parent = steps.slice(0, i + 1).join('.')
        throw new TypeMismatch({ code: 'not-a-container', key: written, parent })
      }
      at = found
    }
    const last = this.childOf(at, steps.at(-1) ?? '', steps, scope)
    if (last === null) return null
    if (scope.memo.has(last)) throw this.chains.circular(last)
    scope.memo.add(last)
    try {
      return isMissing(last) ? last : this.dereference(last, scope.memo)
    } finally {
      scope.memo.delete(last)
    }
  }

  private childOf(at: Container, step: string, steps: readonly string[], scope: SelectScope): Child | null {
    let child: Child | undefined
    if (at.kind === 'dict') child = at.children.get(step)
    else {
      const index = indexOf(step)
      if (index === null) throw resolutionError({ code: 'not-an-index', key: step })
      child = at.children.get(index)
    }
    if (child === undefined) return null
    if (scope.throwOnMissing && isMissing(child))
      throw new ResolutionError('InterpolationToMissingValueError', { code: 'missing', key: steps.join('.') })
    return child
  }

  private call({ name, args }: ResolverInterpolation, scope: Scope): Value | Child {
    const names = name.map((part) => (typeof part === 'string' ? part : this.keyName(part, scope)))
    const values = args.map((arg) => this.element(arg, scope))
    const resolver = resolverOf(names.join(''), this.resolvers)
    for (const value of values) spend(this.budget, !isContainer(value) && value.t === 'str' ? value.v.length : 0)
    return this.chains.nested(() =>
      resolver({
        args: values,
        parent: scope.parent,
        env: this.env,
        select: (key, throwOnMissing) => this.selectWritten(key, throwOnMissing, scope.parent),
        decode: (text) => this.decode(text, scope),
        valueOf: (node) => this.valueOf(this.dereference(node)),
      }),
    )
  }

  /** omegaconf/_impl.py:select_node; a scalar on the way is the same as no such key. */
  private selectWritten(written: string, throwOnMissing: boolean, parent: Container): Child | null {
    const dots = /^\.*/.exec(written)?.[0].length ?? 0
    const key = written.slice(dots)
    const from = this.ancestor(parent, dots, key)
    if (key === '') return from
    try {
      return this.chains.nested(() => this.select(from, splitKey(key), key, { memo: new Set(), throwOnMissing }))
    } catch (error) {
      if (error instanceof TypeMismatch) return null
      throw error
    }
  }

  private decode(text: string, scope: Scope): Value {
    const parsed = parseElement(text)
    if (!parsed.ok) throw resolutionError({ code: 'grammar', text })
    try {
      return this.element(parsed.element, { ...scope, memo: new Set() })
    } catch (error) {
      // Its offsets are those of the text that is decoded.
      if (error instanceof ResolutionError && error.at === null) error.within = null
      throw error
    }
  }

  private element(element: Element, scope: Scope): Value {
    switch (element.kind) {
      case 'empty':
        return { t: 'str', v: '' }
      case 'quoted':
        return { t: 'str', v: pythonStr(this.plain(this.text(element.text, scope))) }
      case 'list':
        return { t: 'list', v: element.items.map((item) => this.element(item, scope)) }
      case 'dict':
        return {
          t: 'dict',
          v: distinct(element.entries.map(([key, value]) => [scalarOf(key), this.element(value, scope)] as const)),
        }
      default:
        return this.primitive(element.parts, scope)
    }
  }

  private primitive(parts: readonly (PrimitiveToken | Interpolation)[], scope: Scope): Value {
    const only = parts.length === 1 ? parts[0] : undefined
    if (only !== undefined && 'kind' in only) return this.plain(this.interpolation(only, scope))
    if (only !== undefined) return scalarOf([only])
    return { t: 'str', v: this.join(parts, (part) => ('kind' in part ? this.str(part, scope) : unescaped(part))) }
  }
}

/** The node that an expression belongs to, the container that it counts relative keys from, and the nodes being resolved. */
interface Scope {
  readonly node: Child
  readonly parent: Container
  readonly memo: Set<Child>
}
type SelectScope = Pick<Scope, 'memo'> & { readonly throwOnMissing: boolean }

/** What OmegaConf raises as ConfigTypeError: in an interpolation it is wrapped, `oc.select` takes it for an absent key. */
class TypeMismatch extends ResolutionError {
  constructor(reason: ResolutionError['reason']) {
    super('InterpolationResolutionError', reason)
  }
}

const isNode = (value: Value | Child): value is Child => isContainer(value) || value.t === 'leaf'

const typeName = (value: Value): string => (isContainer(value) ? value.kind : value.t)

const unescaped = ({ type, text }: PrimitiveToken): string =>
  type === 'escape' ? text.replaceAll(/\\(.)/gs, '$1') : text

/** One token keeps its type, more than one are text. omegaconf/grammar_visitor.py:_createPrimitive */
function scalarOf(tokens: readonly PrimitiveToken[]): TypedScalar {
  const only = tokens.length === 1 ? tokens[0] : undefined
  switch (only?.type) {
    case 'null':
      return { t: 'null' }
    case 'bool':
      return { t: 'bool', v: only.text.toLowerCase() === 'true' }
    case 'int':
      return { t: 'int', v: BigInt(only.text.replaceAll('_', '').replace(/^\+/, '')).toString() }
    case 'float':
      return { t: 'float', v: floatRepr(pythonFloat(only.text)) }
    default:
      return { t: 'str', v: tokens.map(unescaped).join('') }
  }
}

function pythonFloat(text: string): number {
  const plain = text.toLowerCase().replaceAll('_', '')
  if (plain.endsWith('inf')) return plain.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  return plain.endsWith('nan') ? Number.NaN : Number(plain)
}

/** A Python dict keeps the first of equal keys with the last value. */
function distinct(entries: readonly (readonly [TypedScalar, Value])[]): (readonly [Typed, Value])[] {
  const byKey = new Map<string, readonly [TypedScalar, Value]>()
  for (const [key, value] of entries) {
    const same = key.t === 'str' ? `s${key.v}` : key.t === 'null' ? 'null' : `n${Number(key.v)}`
    byKey.set(same, [byKey.get(same)?.[0] ?? key, value])
  }
  return [...byKey.values()]
}
