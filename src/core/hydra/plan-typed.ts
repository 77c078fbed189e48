import type { NodeView, Parsed, Refusal } from '../parsed'
import { type Path, pathKey } from '../path'
import { composeEdits, type Edit } from '../text'
import { floatOf, sameTyped, stepOfKey, type Typed, type TypedScalar } from '../typed'
import { isInFlow } from '../yaml/layout'
import { planInsertOn, planListInsertOn, planRemoveOn, planSetOn } from '../yaml/plan'
import type { Planned } from '../yaml/plan-proof'
import { quoteOfFile, scalarSource, textSource } from '../yaml/scalar'
import { keyIdentity } from './parse-override'
import { floatText } from './print-override'

type Key = string | number | boolean
type Dict = Extract<Typed, { t: 'dict' }>
type List = Extract<Typed, { t: 'list' }>

/** How the value of an override was spelt, to be kept where that value is written. */
export interface Spelling {
  readonly typed: Typed
  readonly source: string
}

export type TypedPlan =
  | { readonly ok: true; readonly edits: Edit[]; readonly after: Parsed }
  | { readonly ok: false; readonly refusal: Refusal; readonly path: Path }

/** Entries of a new dict that get lines of their own; a larger one is written on one line. */
const maxLines = 40

/** Edits after which a text reads as `target`, key order included; whatever is the same in both stays as it is written. */
export function planTyped(parsed: Parsed, target: Typed, spelling: Spelling | null = null): TypedPlan {
  const writer = new Writer(parsed, spelling)
  writer.write([], parsed.typed, target)
  if (writer.refused !== null) return { ok: false, ...writer.refused }
  if (!sameTyped(writer.parsed.typed, target)) return { ok: false, refusal: 'unproven', path: [] }
  return { ok: true, edits: writer.edits, after: writer.parsed }
}

class Writer {
  edits: Edit[] = []
  /** The first edit that is refused; none is planned after it. */
  refused: { readonly refusal: Refusal; readonly path: Path } | null = null

  constructor(
    public parsed: Parsed,
    private readonly spelling: Spelling | null,
  ) {}

  write(path: Path, from: Typed, to: Typed): void {
    if (sameTyped(from, to)) return
    if (from.t === 'dict' && to.t === 'dict' && keepsOrder(from, to)) this.dict(path, from, to)
    else if (from.t === 'list' && to.t === 'list' && this.isListOpen(path, from, to)) this.list(path, from, to)
    else this.whole(path, to)
  }

  private take(path: Path, plan: (parsed: Parsed) => Planned): void {
    if (this.refused !== null) return
    const planned = plan(this.parsed)
    if (!planned.ok) {
      this.refused = { refusal: planned.refusal, path }
      return
    }
    this.edits = composeEdits(this.edits, planned.edits)
    this.parsed = planned.after
  }

  private dict(path: Path, from: Dict, to: Dict): void {
    const old = new Map(from.v.map(([key, value]) => [keyIdentity(key), [stepOfKey(key), value]] as const))
    const kept = new Set(to.v.map(([key]) => keyIdentity(key)))
    for (const [key] of from.v) {
      const at = [...path, stepOfKey(key)]
      if (!kept.has(keyIdentity(key))) this.take(at, (parsed) => planRemoveOn(parsed, at))
    }
    for (const [key, value] of to.v) {
      const [step, before] = old.get(keyIdentity(key)) ?? []
      if (step === undefined || before === undefined) this.insert(path, stepOfKey(key), value)
      else this.write([...path, step], before, value)
    }
  }

  /** Items are written one by one unless that would move some. */
  private isListOpen(path: Path, from: List, to: List): boolean {
    const common = Math.min(from.v.length, to.v.length)
    if (from.v.length === to.v.length) return true
    const isCut = from.v.slice(0, common).every((item, i) => sameTyped(item, to.v[i] as Typed))
    return isCut && common > 0 && !isInFlow(this.parsed, path)
  }

  private list(path: Path, from: List, to: List): void {
    for (const [i, item] of to.v.entries()) {
      const old = from.v[i]
      if (old !== undefined) this.write([...path, i], old, item)
      else this.take(path, (parsed) => planListInsertOn(parsed, path, i, this.source(item)))
    }
    for (let i = from.v.length - 1; i >= to.v.length; i--)
      this.take(path, (parsed) => planRemoveOn(parsed, [...path, i]))
  }

  private whole(path: Path, to: Typed): void {
    const isOpen = to.t === 'dict' && hasLines(to) && !isInFlow(this.parsed, path.slice(0, -1))
    const last = path.at(-1)
    if (!isOpen || typeof last === 'number') {
      this.take(path, (parsed) => planSetOn(parsed, path, this.source(to, parsed.nodes.get(pathKey(path)))))
      return
    }
    this.take(path, (parsed) => planSetOn(parsed, path, '{}'))
    this.dict(path, { t: 'dict', v: [] }, to)
  }

  /** A new entry; dicts in it get lines of their own, made along the first value and then filled. */
  private insert(path: Path, key: Key, value: Typed): void {
    const rest: Key[] = []
    let inner = value
    if (hasLines(value) && !this.isFlow(path))
      while (inner.t === 'dict' && inner.v[0] !== undefined) {
        rest.push(stepOfKey(inner.v[0][0]))
        inner = inner.v[0][1]
      }
    this.take([...path, key], (parsed) => planInsertOn(parsed, path, { key, source: this.source(inner), rest }))
    const made = rest.length === 0 ? value : chain(value, inner)
    this.write([...path, key], made, value)
  }

  /** True where new entries go between brackets: `{}` in a block opens. */
  private isFlow(path: Path): boolean {
    const node = this.parsed.nodes.get(pathKey(path))
    const opens = path.length > 0 && node?.style === 'flow' && node.children.length === 0
    return isInFlow(this.parsed, opens ? path.slice(0, -1) : path)
  }

  private source(typed: Typed, before?: NodeView): string {
    if (this.spelling !== null && sameTyped(this.spelling.typed, typed)) return this.spelling.source
    const quote = quoteOfFile(this.parsed)
    if (typed.t !== 'str' || before === undefined) return scalarSource(shortFloats(typed), 'block', quote)
    const written = this.parsed.text.slice(before.valueSpan.from, before.valueSpan.to)
    return textSource(typed.v, before.scalar?.t === 'str' ? written : '', 'block', quote)
  }
}

/** True when the keys that both have come in the same order in `to`, before the new ones. */
function keepsOrder(from: Dict, to: Dict): boolean {
  const wanted = new Set(to.v.map(([key]) => keyIdentity(key)))
  const staying = from.v.map(([key]) => keyIdentity(key)).filter((key) => wanted.has(key))
  return staying.every((key, i) => to.v[i] !== undefined && keyIdentity(to.v[i][0]) === key)
}

/** True for a dict that is written over several lines: not too many, and all keys as text. */
function hasLines(typed: Typed): boolean {
  let lines = 0
  const fits = (node: Typed): boolean => {
    if (node.t !== 'dict') return ++lines <= maxLines
    return node.v.every(([key, value]) => key.t === 'str' && fits(value))
  }
  return typed.t === 'dict' && fits(typed)
}

/** A dict cut down to its first value, as it is inserted first. */
function chain(typed: Typed, end: Typed): Typed {
  const first = typed.t === 'dict' ? typed.v[0] : undefined
  return typed === end || first === undefined ? typed : { t: 'dict', v: [[first[0], chain(first[1], end)]] }
}

function shortFloats(typed: Typed): Typed {
  if (typed.t === 'list') return { t: 'list', v: typed.v.map(shortFloats) }
  if (typed.t === 'dict') return { t: 'dict', v: typed.v.map(([key, value]) => [key, shortFloats(value)]) }
  return typed.t === 'float' ? shortFloat(typed) : typed
}

const shortFloat = (typed: Extract<TypedScalar, { t: 'float' }>): Typed => ({
  t: 'float',
  v: floatText(floatOf(typed.v)),
})
