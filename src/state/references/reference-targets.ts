import { specIn } from '../../config/context/specs-in'
import { checkValue } from '../../config/schema/check-value'
import { resolutionOf } from '../../config/view/resolution'
import { printReference, referencesIn } from '../../core/omegaconf/references'
import type { NodeView, Parsed } from '../../core/parsed'
import { isWithin, type Path, type PathKey, pathKey } from '../../core/path'
import { isDeferred, type Typed } from '../../core/typed'
import { scalarSource } from '../../core/yaml/scalar'
import type { AppState } from '../store'
import { shownParsed } from '../views/field-view'

/** A place that a value can refer to. */
export interface ReferenceTarget {
  readonly path: Path
  /** As it stands in `${…}`: `model.optim.betas[0]`. */
  readonly written: string
  /** What it holds, resolved; `{…}` and `[…]` for dicts and lists. */
  readonly shown: string
  /** Its value is one that the place accepts. */
  readonly fits: boolean
}

/** Every place that the value at `referrer` can refer to without a circle: those of the type that stands there, those that fit, the rest. */
export function referenceTargets(state: AppState, referrer: Path): readonly ReferenceTarget[] {
  const parsed = shownParsed(state)
  const { values } = resolutionOf(parsed, state.env).all()
  const fits = fittingAt(parsed, referrer)
  const now = parsed.nodes.get(pathKey(referrer))
  const typedNow = now === undefined ? null : shallow(now)
  const circular = new Set(dependentsOf(parsed, referrer).flatMap((place) => prefixes(place).map(pathKey)))
  const isList = (path: Path) => parsed.nodes.get(pathKey(path))?.kind === 'list'
  const found: (ReferenceTarget & { readonly rank: number })[] = []
  for (const [key, node] of parsed.nodes) {
    const { path } = node
    if (path.length === 0 || isWithin(path, referrer) || circular.has(key)) continue
    const reference = printReference(path, isList)
    if (reference === null) continue
    const typed = values.get(key) ?? shallow(node)
    const rank = !fits(typed) ? 2 : typedNow !== null && isAlike(typed, typedNow) ? 0 : 1
    found.push({ path, written: reference.slice(2, -1), shown: shownOf(typed), fits: rank < 2, rank })
  }
  return found.sort((a, b) => a.rank - b.rank)
}

/** A node's own type; what a list or dict contains does not matter here. */
function shallow(node: NodeView): Typed {
  if (node.scalar !== null) return node.scalar
  if (node.kind === 'dict') return { t: 'dict', v: [] }
  return { t: 'list', v: node.children.map(() => ({ t: 'null' })) }
}

const longest = 80

function shownOf(typed: Typed): string {
  if (typed.t === 'dict') return '{…}'
  if (typed.t === 'list') return '[…]'
  const source = scalarSource(typed)
  return source.length > longest ? `${source.slice(0, longest)}…` : source
}

const isNumber = (typed: Typed): boolean => typed.t === 'int' || typed.t === 'float'
const isAlike = (a: Typed, b: Typed): boolean => a.t === b.t || (isNumber(a) && isNumber(b))

/** By the schema where it knows the place, else by the type of what stands there now. */
function fittingAt(parsed: Parsed, referrer: Path): (typed: Typed) => boolean {
  const spec = specIn(parsed, referrer)
  const now = parsed.nodes.get(pathKey(referrer))
  const typed = now === undefined ? null : shallow(now)
  if (spec !== null && spec.accepts.length > 0)
    return (other) => !isDeferred(other) && other.t !== 'null' && checkValue(spec, other) === null
  if (typed === null || typed.t === 'null' || isDeferred(typed))
    return (other) => !isDeferred(other) && other.t !== 'list' && other.t !== 'dict'
  return (other) => !isDeferred(other) && isAlike(other, typed)
}

/** The place itself and all whose value needs it: a reference from it to one of them would be circular. */
function dependentsOf(parsed: Parsed, place: Path): readonly Path[] {
  const { within, at } = referrersByPlace(parsed)
  const found = new Map<PathKey, Path>([[pathKey(place), place]])
  for (const [key, path] of found) {
    const around = prefixes(path).flatMap((place) => at.get(pathKey(place)) ?? [])
    for (const referrer of [...(within.get(key) ?? []), ...around]) found.set(pathKey(referrer), referrer)
  }
  return [...found.values()]
}

/** The referrers of references by what those name: at that very place, and by every place that it lies within. */
function referrersByPlace(parsed: Parsed): Record<'within' | 'at', Map<PathKey, Path[]>> {
  const within = new Map<PathKey, Path[]>()
  const at = new Map<PathKey, Path[]>()
  const add = (map: Map<PathKey, Path[]>, path: Path, referrer: Path) => {
    const key = pathKey(path)
    const referrers = map.get(key)
    if (referrers === undefined) map.set(key, [referrer])
    else referrers.push(referrer)
  }
  for (const { referrer, steps, target } of referencesIn(parsed)) {
    // What it passes on its way can lie elsewhere, when another reference leads there.
    const named = new Map(
      [...steps.map(({ path }) => path), ...prefixes(target ?? [])].map((path) => [pathKey(path), path]),
    )
    for (const path of named.values()) add(within, path, referrer.path)
    if (target !== null) add(at, target, referrer.path)
  }
  return { within, at }
}

const prefixes = (path: Path): Path[] => path.map((_, i) => path.slice(0, i + 1))
