import type { Span } from '../text'
import { type Child, pathOf } from './config-node'
import { ResolutionError, resolutionError } from './failure'

/** Python's stack holds about a thousand frames, a reference takes fifteen; JavaScript's must hold these. */
const maxDepth = 200

/** What a node came to, and how many levels deep that went: the same wherever the node is reached from. */
type Known = { readonly height: number } & ({ readonly result: Child } | { readonly error: ResolutionError })

/** A node that is being followed. */
interface Frame {
  readonly node: Child
  readonly start: number
  /** How deep what it refers to and has a value went. */
  aside: number
  /** The `${…}` that failed. */
  within: Span | null
}

/**
 * Chains of references, each link followed once. A chain that is too deep fails at every link that is too far from its end, whether its
 * end was worked out before or not: results carry their height, and what lies beyond the stack is worked out first, on its own.
 */
export class Chains {
  private readonly known = new Map<Child, Known>()
  private readonly frames: Frame[] = []
  private readonly visits = new Map<Child, number>()
  private depth = 0
  /** The deepest level of what is under way. */
  private reached = 0
  private isCounting = false
  /** What reading a node alone gives, where that says nothing of reading it through others. */
  private readonly alone = new Map<Child, ResolutionError>()
  /** The nodes on the stack at the moment when it was full; null when what was reached is known to go deeper. */
  private full: readonly Child[] | null = null
  /** The frames at the moment when a node was met that is being resolved, and where that one is. */
  private circle: { readonly frames: readonly Frame[]; readonly from: number } | null = null

  /** `evaluate` works out one link; `memo` holds the nodes that led to it. */
  constructor(private readonly evaluate: (node: Child, memo: Set<Child>) => Child) {}

  /** What stands at a node that holds an interpolation. Throws ResolutionError. */
  follow(node: Child, memo: Set<Child>): Child {
    if (this.depth > 0) return this.link(node, memo)
    if (!this.known.has(node) && !this.alone.has(node)) this.settle(node)
    const known = this.known.get(node)
    const alone = this.alone.get(node)
    if (alone !== undefined) throw alone
    if (known === undefined) return this.link(node, memo)
    if ('result' in known) return known.result
    throw known.error
  }

  /** Goes one level deeper. */
  nested<T>(run: () => T): T {
    this.reach(this.depth + 1, true)
    this.depth++
    try {
      const result = run()
      this.noteAside(this.reached)
      return result
    } finally {
      this.depth--
    }
  }

  /** The error of a reference to a node that is being resolved. */
  circular(node: Child): ResolutionError {
    this.circle = { frames: [...this.frames], from: this.frames.findLastIndex((frame) => frame.node === node) }
    return resolutionError({ code: 'cycle' })
  }

  /** Tells which part of the innermost node's text failed. */
  failedWithin({ from, to }: Span): void {
    const frame = this.frames.at(-1)
    if (frame !== undefined) frame.within ??= { from, to }
  }

  private noteAside(level: number): void {
    const frame = this.frames.at(-1)
    if (frame !== undefined) frame.aside = Math.max(frame.aside, level - frame.start)
  }

  private reach(level: number, isFull: boolean): void {
    if (level > this.reached) this.reached = level
    if (level <= maxDepth) return
    this.full = isFull ? this.frames.map(({ node }) => node) : null
    throw resolutionError({ code: 'too-deep' })
  }

  private link(node: Child, memo: Set<Child>): Child {
    const known = this.known.get(node)
    if (known === undefined) return this.linkAnew(node, memo)
    if (isCycle(known) && (this.isCounting || this.depth + known.height === maxDepth)) return this.count(node, memo)
    this.reach(this.depth + known.height, false)
    if ('error' in known) throw known.error
    this.noteAside(this.depth + known.height)
    return known.result
  }

  /** Where a circle ends right at the limit it is gone around, since it may be seen a level sooner or later. */
  private count(node: Child, memo: Set<Child>): Child {
    const { isCounting } = this
    this.isCounting = true
    try {
      return this.linkAnew(node, memo)
    } finally {
      this.isCounting = isCounting
    }
  }

  private linkAnew(node: Child, memo: Set<Child>): Child {
    const visits = this.visits.get(node) ?? 0
    // Twice around without meeting what is being resolved: so it would go on.
    if (visits > 1) this.reach(Number.POSITIVE_INFINITY, false)
    const [start, reached] = [this.depth, this.reached]
    this.reached = start
    this.visits.set(node, visits + 1)
    this.frames.push({ node, start, aside: 0, within: null })
    try {
      this.reach(start + 1, true)
      this.depth++
      const result = this.evaluate(node, memo)
      this.known.set(node, { result, height: this.reached - start })
      return result
    } catch (error) {
      if (error instanceof ResolutionError) this.failed(node, error, this.reached - start)
      throw error
    } finally {
      this.depth = start
      this.frames.pop()
      this.visits.set(node, visits)
      if (this.isKnownResult(node)) this.noteAside(this.reached)
      this.reached = Math.max(reached, this.reached)
    }
  }

  private isKnownResult(node: Child): boolean {
    const known = this.known.get(node)
    return known !== undefined && 'result' in known
  }

  private failed(node: Child, error: ResolutionError, height: number): void {
    if (error.at === null) {
      error.at = pathOf(node)
      // What a resolver made has no text of its own: the call that made it is at fault.
      if (error.at === null) error.within = null
    }
    if (isTooDeep(error)) {
      if (this.full === null && height > maxDepth) this.known.set(node, { error: tooDeepAt(node), height })
    } else if (error.at !== null && !contextual.has(error.reason.code)) this.known.set(node, { error, height })
  }

  /** Works a node out, and before it the nodes that are beyond the stack from it, each from an empty stack. */
  private settle(node: Child): void {
    const waiting = [node]
    const passed = new Set<Child>()
    const tried = new Set<Child>()
    for (let at = waiting.at(-1); at !== undefined; at = waiting.at(-1)) {
      const way = this.attempt(at)
      const next = way?.at(-1)
      if (way !== null && next !== undefined && !tried.has(at) && !way.some((on) => passed.has(on))) {
        for (const on of way) passed.add(on)
        waiting.push(next)
      } else {
        if (way !== null) this.known.set(at, { error: tooDeepAt(at), height: maxDepth + 1 })
        waiting.pop()
      }
      tried.add(at)
    }
  }

  /** The nodes on the stack when it was full, before this one was worked out; null when it is. */
  private attempt(node: Child): readonly Child[] | null {
    this.full = null
    this.circle = null
    this.reached = 0
    try {
      this.link(node, new Set())
    } catch (error) {
      if (!(error instanceof ResolutionError)) throw error
      if (isTooDeep(error)) return this.full
      if (isCycle({ error })) this.closeCircle(node, error)
    }
    return null
  }

  /** What was on the way to a circle, and around it, ends there too, when nothing beside the way goes deeper than it does. */
  private closeCircle(node: Child, error: ResolutionError): void {
    const { frames, from } = this.circle ?? { frames: [], from: -1 }
    const isPlain = from >= 0 && frames.every(({ aside }) => aside === 0)
    const around = frames.length - from
    // From the end, since a circle that is entered from one of its own nodes shows that one twice.
    for (const [i, frame] of isPlain ? [...frames.entries()].reverse() : []) {
      const own = new ResolutionError(error.error, error.reason, pathOf(frame.node), frame.within)
      const height = i < from ? from - i + around : around
      if (!this.known.has(frame.node) && own.at !== null) this.known.set(frame.node, { error: own, height })
    }
    if (!this.known.has(node)) this.alone.set(node, error)
  }
}

const isTooDeep = ({ reason }: ResolutionError): boolean => reason.code === 'too-deep'
const isCycle = (known: { readonly error?: ResolutionError } | object): boolean =>
  'error' in known && known.error instanceof ResolutionError && known.error.reason.code === 'cycle'
/** Failures that depend on how a node was reached. */
const contextual: ReadonlySet<string> = new Set(['cycle', 'too-large'])

/** A chain that is too deep is at fault as a whole: it is said of the place that is read. */
const tooDeepAt = (node: Child): ResolutionError =>
  new ResolutionError('InterpolationResolutionError', { code: 'too-deep' }, pathOf(node))
