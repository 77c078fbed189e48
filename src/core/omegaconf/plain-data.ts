import type { Typed } from '../typed'
import { type Container, isContainer, type Value } from './config-node'
import { type Budget, type Evaluator, spend } from './evaluate'
import { resolutionError } from './failure'

/** Levels of maps and lists in each other that Python's stack holds. */
const maxDepth = 1000

/** A container as plain data, what that took from the budget, and how deep it is. */
interface Known {
  readonly typed: Typed
  readonly steps: number
  readonly work: number
  readonly height: number
}

/**
 * Plain data with everything in it resolved, as `OmegaConf.to_container` gives it. Each container is worked out once and counted wherever
 * it stands, so that maps which refer to a map twice, thirty times over, end at once. omegaconf/basecontainer.py:_to_content
 */
export class PlainData {
  private readonly known = new Map<Container, Known>()
  /** The deepest level of what is under way. */
  private reached = 0

  constructor(private readonly evaluator: Evaluator) {}

  /** Throws ResolutionError where something has no value, and where all of it is more than the budget allows. */
  of(value: Value, budget: Budget): Typed {
    this.reached = 0
    return this.at(value, budget, 0)
  }

  private at(value: Value, budget: Budget, depth: number): Typed {
    const known = isContainer(value) ? this.known.get(value) : undefined
    if (known !== undefined) return this.again(known, budget, depth)
    this.reach(depth)
    if (--budget.steps < 0) throw resolutionError({ code: 'too-large' })
    spend(budget, !isContainer(value) && value.t === 'str' ? value.v.length : 0)
    if (isContainer(value)) return this.first(value, budget, depth)
    if (value.t === 'list') return { t: 'list', v: value.v.map((item) => this.at(item, budget, depth + 1)) }
    if (value.t === 'dict')
      return { t: 'dict', v: value.v.map(([key, item]) => [key, this.at(item, budget, depth + 1)]) }
    return value
  }

  private first(container: Container, budget: Budget, depth: number): Typed {
    const before = { ...budget, reached: this.reached }
    this.reached = depth
    const items: Typed[] = []
    for (const child of container.children.values()) {
      const value = this.evaluator.valueOf(this.evaluator.dereference(child))
      items.push(this.at(value, budget, depth + 1))
    }
    const typed: Typed =
      container.kind === 'list'
        ? { t: 'list', v: items }
        : { t: 'dict', v: container.keys.map((key, i) => [key, items[i] as Typed]) }
    this.known.set(container, {
      typed,
      steps: before.steps - budget.steps + 1,
      work: before.work - budget.work + 1,
      height: this.reached - depth,
    })
    this.reached = Math.max(this.reached, before.reached)
    return typed
  }

  private again({ typed, steps, work, height }: Known, budget: Budget, depth: number): Typed {
    this.reach(depth + height)
    budget.steps -= steps
    budget.work -= work
    if (budget.steps < 0 || budget.work < 0) throw resolutionError({ code: 'too-large' })
    return typed
  }

  private reach(depth: number): void {
    if (depth > maxDepth) throw resolutionError({ code: 'too-deep' })
    this.reached = Math.max(this.reached, depth)
  }
}
