import { parse } from '../omegaconf/parse'
import type { Parsed } from '../parsed'
import { isWithin, type Path, type PathKey, type PathStep, pathKey, printPath, sameKey } from '../path'
import { isMissingValue, type Typed, valueAt } from '../typed'
import {
  type Child,
  type Container,
  interpolationIn,
  isContainer,
  isMissing,
  pathOf,
  rootOf,
  type Value,
} from './config-node'
import { type Budget, Evaluator } from './evaluate'
import { type Failure, ResolutionError } from './failure'
import { PlainData } from './plain-data'
import type { NemoResolver } from './resolvers'

/** `env`: the environment that `oc.env` sees, empty by default. `resolvers`: which of NeMo's are registered, both by default. */
export interface ResolveOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly resolvers?: readonly NemoResolver[]
}
export type Resolved = { readonly ok: true; readonly value: Typed } | ({ readonly ok: false } & Failure)

/** How many values one place, or all places of a config that hold references, may resolve to. */
const maxSteps = 50_000
/** How many steps reading one place, or a whole config, may take. */
const maxWork = 1_000_000

const allResolvers: readonly NemoResolver[] = ['multiply', 'sum']

/** The value at `path` as Python code reads it: interpolations followed, all in a container resolved. Never throws. */
export const resolveAt = (text: string, path: Path, options: ResolveOptions = {}): Resolved =>
  resolution(parse(text), options).at(path)

/** The whole config resolved: what has no value stays as written and is listed. Never throws. */
export const resolveAll = (text: string, options: ResolveOptions = {}): ResolvedConfig =>
  resolution(parse(text), options).all()

/** `typed`: the config with each interpolation replaced by its value; those without one are in `failures`, by `pathKey`. */
export interface ResolvedConfig {
  readonly typed: Typed
  /** What stands where a string with `${` was written, by `pathKey` of that place. */
  readonly values: ReadonlyMap<PathKey, Typed>
  readonly failures: ReadonlyMap<PathKey, Failure & { readonly path: Path }>
}

/** The value at a place of a resolved config; null where the place, or something in it, has none. */
export function valueIn({ typed, failures }: ResolvedConfig, path: Path): Typed | null {
  for (const failure of failures.values()) if (isWithin(failure.path, path)) return null
  const at = valueAt(typed, path)
  return at === undefined || isMissingValue(at) ? null : at
}

export interface Resolution {
  at(path: Path): Resolved
  all(): ResolvedConfig
  /** The failures of `all` alone. */
  failures(): ResolvedConfig['failures']
}

/** Resolution over a text that is read already; answers are worked out once. */
export function resolution(parsed: Parsed, { env = {}, resolvers = allResolvers }: ResolveOptions = {}): Resolution {
  const root = rootOf(parsed.typed)
  const budget: Budget = { steps: maxSteps, work: maxWork }
  const evaluator = new Evaluator(env, resolvers, budget)
  const data = new PlainData(evaluator)
  const refused = parsed.problems.find((problem) => problem.level === 'error')
  let all: ResolvedConfig | null = null
  let failures: ResolvedConfig['failures'] | null = null
  return {
    at(path) {
      if (refused !== undefined) return { ok: false, ...loadFailure(refused.facts, refused.path) }
      Object.assign(budget, { steps: maxSteps, work: maxWork })
      return attempt(path, { evaluator, data, root, budget })
    },
    all() {
      Object.assign(budget, { steps: maxSteps, work: maxWork })
      all ??= new Whole(evaluator, data, budget).read(root)
      return all
    },
    failures() {
      Object.assign(budget, { steps: maxSteps, work: maxWork })
      failures ??= all?.failures ?? new Whole(evaluator, data, budget).failuresIn(root)
      return failures
    },
  }
}

function loadFailure(facts: Parsed['problems'][number]['facts'], at: Path): Failure {
  const text = typeof facts.text === 'string' ? facts.text : ''
  return { error: String(facts.error), stage: 'load', reason: { code: 'grammar', text }, at, within: null }
}

/** What a resolution works with. */
interface Means {
  readonly evaluator: Evaluator
  readonly data: PlainData
  readonly root: Container
  readonly budget: Budget
}

function attempt(path: Path, { evaluator, data, root, budget }: Means): Resolved {
  let stage: Failure['stage'] = 'access'
  try {
    const value = access(path, evaluator, root)
    stage = 'resolve'
    return { ok: true, value: data.of(value, budget) }
  } catch (error) {
    if (error instanceof ResolutionError) return { ok: false, stage, ...failureOf(error) }
    throw error
  }
}

const failureOf = ({ error, reason, at, within }: ResolutionError): Omit<Failure, 'stage'> => ({
  error,
  reason,
  at,
  within,
})

/** Steps along `path` as `cfg[a][b]` does; a scalar, or a dict or list, at its end. */
function access(path: Path, evaluator: Evaluator, root: Container): Value {
  let at: Child = root
  for (const [i, step] of path.entries()) {
    const container = isContainer(at) ? at : evaluator.valueOf(at)
    const written = printPath(path.slice(0, i + 1))
    if (!isContainer(container)) throw absent('ConfigTypeError', written)
    const child = step === null ? undefined : container.children.get(sameKey(step))
    if (child === undefined) throw absent(container.kind === 'list' ? 'ConfigIndexError' : 'ConfigKeyError', written)
    if (isMissing(child))
      throw new ResolutionError('MissingMandatoryValue', { code: 'missing', key: written }, pathOf(child))
    at = evaluator.dereference(child)
  }
  return evaluator.valueOf(at)
}

const absent = (error: string, key: string): ResolutionError =>
  new ResolutionError(error, { code: 'no-such-place', key })

/** Walks a config place by place, so that one that cannot be resolved does not hide the others. */
class Whole {
  private readonly values = new Map<PathKey, Typed>()
  private readonly failures = new Map<PathKey, Failure & { readonly path: Path }>()

  constructor(
    private readonly evaluator: Evaluator,
    private readonly data: PlainData,
    private readonly budget: Budget,
  ) {}

  read(root: Container): ResolvedConfig {
    return { typed: this.container(root, []), values: this.values, failures: this.failures }
  }

  failuresIn(root: Container): ResolvedConfig['failures'] {
    this.visit(root, [])
    return this.failures
  }

  /** Resolves what refers to something; the other values cannot fail. */
  private visit(container: Container, path: PathStep[]): void {
    for (const child of container.children.values()) {
      path.push(child.step)
      if (isContainer(child)) this.visit(child, path)
      else if (interpolationIn(child) !== null) this.child(child, [...path])
      path.pop()
    }
  }

  private container(container: Container, path: Path): Typed {
    const items: Typed[] = []
    for (const child of container.children.values()) items.push(this.child(child, [...path, child.step]))
    if (container.kind === 'list') return { t: 'list', v: items }
    return { t: 'dict', v: container.keys.map((key, i) => [key, items[i] as Typed]) }
  }

  private child(child: Child, path: Path): Typed {
    if (isContainer(child)) return this.container(child, path)
    const written = this.data.of(child.value, { steps: maxSteps, work: maxWork })
    if (interpolationIn(child) === null) return written
    const key = pathKey(path)
    let stage: Failure['stage'] = 'access'
    try {
      const value = this.evaluator.valueOf(this.evaluator.dereference(child))
      stage = 'resolve'
      const typed = this.data.of(value, this.budget)
      this.values.set(key, typed)
      return typed
    } catch (error) {
      if (!(error instanceof ResolutionError)) throw error
      this.failures.set(key, { stage, ...failureOf(error), path })
      return written
    }
  }
}
