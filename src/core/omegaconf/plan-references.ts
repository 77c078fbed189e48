import type { NodeView, Parsed } from '../parsed'
import { isWithin, type Path, pathKey, samePath } from '../path'
import { composeEdits, type Edit } from '../text'
import { changedAt, sameTyped, type Typed, typedStr } from '../typed'
import { planRemoveOn, planRenameOn, planSetOn } from '../yaml/plan'
import { type Planned, prove, refused } from '../yaml/plan-proof'
import { quoteOfFile, scalarSource, textSource } from '../yaml/scalar'
import { sourceSpanOf } from '../yaml/source-span'
import type { Failure } from './failure'
import { parseInterpolation } from './grammar'
import { pythonStr } from './python-text'
import { followed, isReferable, type Reference, referencesBy, retarget } from './references'
import { type ResolvedConfig, type ResolveOptions, resolution, valueIn } from './resolve'

/** A plan for a place and for the values that refer to it, as one list of edits. */
export interface ReferencePlan {
  readonly planned: Planned
  /** How many values are rewritten. */
  readonly updated: number
  /** The places, as they are called now, that have a value before but not after, or another scalar. Empty when refused. */
  readonly changed: readonly Path[]
}

type Key = string | number | boolean

/** A key gets another name, and every reference that names it follows, where a reference can name it. */
export function planRenameWithReferences(
  parsed: Parsed,
  path: Path,
  key: Key,
  options: ResolveOptions = {},
): ReferencePlan {
  return guarded(() => renameWithReferences(parsed, path, key, options))
}

/** A plan that fails is a bug of ours, which the laws look for: it is refused, so that the text is kept. */
function guarded(plan: () => ReferencePlan): ReferencePlan {
  try {
    return plan()
  } catch {
    return { planned: refused('internal'), updated: 0, changed: [] }
  }
}

function renameWithReferences(parsed: Parsed, path: Path, key: Key, options: ResolveOptions): ReferencePlan {
  const alone = planRenameOn(parsed, path, key)
  const renamed = [...path.slice(0, -1), key]
  const moved = (at: Path): Path => (isWithin(at, path) ? [...renamed, ...at.slice(path.length)] : at)
  const referrers =
    typeof key === 'string' && isReferable(key)
      ? byReferrer(referencesBy(parsed, path))
      : new Map<NodeView, Reference[]>()
  if (!alone.ok || referrers.size === 0) return outcome(parsed, { planned: alone, updated: 0, moved }, options)
  const name = (at: Path) => (samePath(at, path) ? String(key) : null)
  const values = [...referrers].map(([referrer, references]) => {
    const steps = references.flatMap(({ steps }) => steps)
    return { referrer, references, value: retarget(stringOf(referrer), steps, name) }
  })
  const copies = copiesByOffset(parsed)
  let typed: Typed | null = alone.after.typed
  for (const { referrer, value } of values)
    for (const copy of copies.get(referrer.valueSpan.from) ?? [])
      typed = typed === null ? null : changedAt(typed, moved(copy.path), () => typedStr(value))
  const spans = keySpans(parsed, [...referrers.values()].flat(), path)
  const spliced =
    spans === null || typed === null
      ? refused('unproven')
      : prove(parsed, {
          edits: sorted([...alone.edits, ...spans.map((span) => ({ ...span, insert: String(key) }))]),
          typed,
        })
  const planned = spliced.ok
    ? spliced
    : inTurn(
        alone,
        values.map(
          ({ referrer, value }) =>
            (now) =>
              rewrite(now, moved(referrer.path), value),
        ),
      )
  return outcome(parsed, { planned, updated: planned.ok ? referrers.size : 0, moved }, options)
}

/** A place goes, and what refers to it gets the value that it has now; what has none stays as it is. */
export const planRemoveWithReferences = (parsed: Parsed, path: Path, options: ResolveOptions = {}): ReferencePlan =>
  guarded(() => removeWithReferences(parsed, path, options))

function removeWithReferences(parsed: Parsed, path: Path, options: ResolveOptions): ReferencePlan {
  const resolved = resolution(parsed, options).all()
  const outside = referencesBy(parsed, path).filter(({ referrer }) => !isWithin(referrer.path, path))
  let planned: Planned = { ok: true, edits: [], after: parsed }
  let updated = 0
  for (const [referrer, references] of byReferrer(outside)) {
    const next = inlined(
      planned.after,
      { referrer, references, resolved, spelling: spellingOf(parsed, referrer.path) },
      options,
    )
    if (next === null) continue
    planned = { ...next, edits: composeEdits(planned.edits, next.edits) }
    updated++
  }
  const removed = inTurn(planned, [(now) => planRemoveOn(now, path)])
  const moved = (at: Path): Path | null => (isWithin(at, path) ? null : at)
  return outcome(parsed, { planned: removed, updated: removed.ok ? updated : 0, moved }, options)
}

/** The reference at a place becomes the value that it has now. Refused with the failure when it has none. */
export function planUnlink(
  parsed: Parsed,
  path: Path,
  options: ResolveOptions = {},
): Planned | { readonly ok: false; readonly failure: Failure } {
  const resolved = resolution(parsed, options)
  const value = valueIn(resolved.all(), path)
  if (value === null) {
    const answer = resolved.at(path)
    const failure = [...resolved.all().failures.values()].find((failed) => isWithin(failed.path, path))
    if (failure !== undefined) return { ok: false, failure }
    return answer.ok ? refused('source') : { ok: false, failure: answer }
  }
  return planValue(parsed, path, { value, spelling: spellingOf(parsed, path) }, options) ?? refused('unproven')
}

/** How the scalar is spelt that the reference at a place leads to (`1e-4`, `0.`); null when it leads to none. */
function spellingOf(parsed: Parsed, path: Path): string | null {
  const target = followed(parsed, path)
  const node = target === null ? undefined : parsed.nodes.get(pathKey(target))
  return node?.style === 'plain' && node.tag === null && node.scalar?.t !== 'str' ? sourceOf(parsed, node) : null
}

/** A place gets a value that is read back as it, `${` in it escaped, a number in its `spelling`; null when it cannot be written. */
function planValue(
  parsed: Parsed,
  path: Path,
  { value, spelling }: { readonly value: Typed; readonly spelling: string | null },
  options: ResolveOptions,
): Extract<Planned, { ok: true }> | null {
  const literal = escaped(value)
  const node = parsed.nodes.get(pathKey(path))
  const source =
    literal.t === 'str' && node !== undefined
      ? textSource(literal.v, sourceOf(parsed, node), 'block', quoteOfFile(parsed))
      : (spelling ?? scalarSource(literal, 'block', quoteOfFile(parsed)))
  const planned = planSetOn(parsed, path, source)
  if (!planned.ok) return null
  const after = valueIn(resolution(planned.after, options).all(), path)
  return after !== null && sameTyped(after, value) ? planned : null
}

/** A value with its references to one place, what all resolved to before, and how that place's scalar is spelt. */
interface Referring {
  readonly referrer: NodeView
  readonly references: readonly Reference[]
  readonly resolved: ResolvedConfig
  readonly spelling: string | null
}

/** The value of a referrer with its references to a place written out: those alone where they stand in text, else all of it. */
function inlined(
  now: Parsed,
  { referrer, references, resolved, spelling }: Referring,
  options: ResolveOptions,
): Extract<Planned, { ok: true }> | null {
  const value = valueIn(resolved, referrer.path)
  const text = textWithValues(stringOf(referrer), references, resolved)
  if (text !== null) {
    const planned = rewrite(now, referrer.path, text)
    const after = planned.ok ? valueIn(resolution(planned.after, options).all(), referrer.path) : null
    if (planned.ok && value !== null && after !== null && sameTyped(after, value)) return planned
  }
  return value === null ? null : planValue(now, referrer.path, { value, spelling }, options)
}

/** Null when a reference is the whole value, stands inside another expression, or has no value. */
function textWithValues(value: string, references: readonly Reference[], resolved: ResolvedConfig): string | null {
  const read = parseInterpolation(value)
  const parts = read.ok && read.text.length > 1 ? read.text : []
  let text = value
  for (const { expression, target } of references.toReversed()) {
    const isPart = parts.some(
      (part) => typeof part !== 'string' && part.from === expression.from && part.kind === 'node',
    )
    const inner = isPart && target !== null ? valueIn(resolved, target) : null
    if (inner === null) return null
    text = text.slice(0, expression.from) + escapedText(pythonStr(inner)) + text.slice(expression.to)
  }
  return text
}

/** Backslashes before `${` count double, and one more makes it text. omegaconf/grammar/OmegaConfGrammarLexer.g4 */
const escapedText = (text: string): string => text.replace(/(?<!\\)(\\*)\$\{/g, (_, run: string) => `${run}${run}\\\${`)

function escaped(value: Typed): Typed {
  if (value.t === 'str') return typedStr(escapedText(value.v))
  if (value.t === 'list') return { t: 'list', v: value.v.map(escaped) }
  return value.t === 'dict' ? { t: 'dict', v: value.v.map(([key, item]) => [key, escaped(item)]) } : value
}

const stringOf = ({ scalar }: NodeView): string => (scalar?.t === 'str' ? scalar.v : '')
const sourceOf = ({ text }: Parsed, { valueSpan }: NodeView): string => text.slice(valueSpan.from, valueSpan.to)

function rewrite(now: Parsed, path: Path, value: string): Planned {
  const node = now.nodes.get(pathKey(path))
  return node === undefined ? refused('no-such-place') : planSetOn(now, path, textSource(value, sourceOf(now, node)))
}

function inTurn(first: Extract<Planned, { ok: true }>, plans: readonly ((now: Parsed) => Planned)[]): Planned {
  let done = first
  for (const plan of plans) {
    const next = plan(done.after)
    if (!next.ok) return next
    done = { ...next, edits: composeEdits(done.edits, next.edits) }
  }
  return done
}

function byReferrer(references: readonly Reference[]): Map<NodeView, Reference[]> {
  const referrers = new Map<NodeView, Reference[]>()
  for (const reference of references)
    referrers.set(reference.referrer, [...(referrers.get(reference.referrer) ?? []), reference])
  return referrers
}

/** Of places whose value is written at one offset (itself, and those that reach it through an alias) all, by that offset. */
function copiesByOffset(parsed: Parsed): Map<number, NodeView[]> {
  const copies = new Map<number, NodeView[]>()
  for (const node of parsed.nodes.values()) {
    if (node.kind !== 'scalar') continue
    const same = copies.get(node.valueSpan.from)
    if (same === undefined) copies.set(node.valueSpan.from, [node])
    else same.push(node)
  }
  return copies
}

/** Where the name of a place stands in the text of references; null when the source spells one of them otherwise. */
function keySpans(parsed: Parsed, references: readonly Reference[], path: Path): { from: number; to: number }[] | null {
  const spans: { from: number; to: number }[] = []
  for (const { referrer, expression, steps } of references) {
    const at = sourceSpanOf(parsed, referrer, expression)
    if (at === null) return null
    for (const step of steps)
      if (samePath(step.path, path))
        spans.push({ from: at.from + step.from - expression.from, to: at.from + step.to - expression.from })
  }
  return spans
}

const sorted = (edits: readonly Edit[]): Edit[] => [...edits].sort((a, b) => a.from - b.from)

/** A plan, how many referrers it updates, and where each place is after it; null where it is gone. */
interface Move {
  readonly planned: Planned
  readonly updated: number
  readonly moved: (path: Path) => Path | null
}

function outcome(before: Parsed, { planned, updated, moved }: Move, options: ResolveOptions): ReferencePlan {
  if (!planned.ok) return { planned, updated, changed: [] }
  const { values } = resolution(before, options).all()
  const after = resolution(planned.after, options).all()
  const changed: Path[] = []
  for (const [key, value] of values) {
    const path = before.nodes.get(key)?.path
    const at = path === undefined ? null : moved(path)
    if (path === undefined || at === null) continue
    const now = valueIn(after, at)
    if (now === null || !isAsBefore(value, now)) changed.push(path)
  }
  return { planned, updated, changed }
}

/** A dict or list may hold what was renamed or removed. */
const isAsBefore = (before: Typed, after: Typed): boolean =>
  before.t === after.t && (before.t === 'list' || before.t === 'dict' || sameTyped(before, after))
