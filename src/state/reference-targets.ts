import { checkValue, isDeferred } from '../config/check-value'
import { resolutionOf } from '../config/resolution'
import { specIn } from '../config/specs-in'
import { printReference, referencesIn } from '../core/omegaconf/references'
import type { NodeView, Parsed } from '../core/parsed'
import { isWithin, type Path, pathKey, samePath } from '../core/path'
import type { Typed } from '../core/typed'
import { scalarSource } from '../core/yaml/scalar'
import { shownParsed } from './field-view'
import type { AppState } from './store'

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

/** Every place that the value at `holder` can refer to without a circle, those that fit first, in the order of the text. */
export function referenceTargets(state: AppState, holder: Path): readonly ReferenceTarget[] {
  const parsed = shownParsed(state)
  const { values } = resolutionOf(parsed, state.env).all()
  const fits = fittingAt(parsed, holder)
  const circular = dependentsOf(parsed, holder)
  const isList = (path: Path) => parsed.nodes.get(pathKey(path))?.kind === 'list'
  const found: ReferenceTarget[] = []
  for (const [key, node] of parsed.nodes) {
    const { path } = node
    if (path.length === 0 || isWithin(path, holder) || circular.some((place) => isWithin(place, path))) continue
    const reference = printReference(path, isList)
    if (reference === null) continue
    const typed = values.get(key) ?? shallow(node)
    found.push({ path, written: reference.slice(2, -1), shown: shownOf(typed), fits: fits(typed) })
  }
  return [...found.filter((target) => target.fits), ...found.filter((target) => !target.fits)]
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

/** By the schema where it knows the place, else by the type of what stands there now. */
function fittingAt(parsed: Parsed, holder: Path): (typed: Typed) => boolean {
  const spec = specIn(parsed, holder)
  const now = parsed.nodes.get(pathKey(holder))
  const typed = now === undefined ? null : shallow(now)
  if (spec !== null && spec.accepts.length > 0)
    return (other) => !isDeferred(other) && other.t !== 'null' && checkValue(spec, other) === null
  if (typed === null || typed.t === 'null' || isDeferred(typed))
    return (other) => !isDeferred(other) && other.t !== 'list' && other.t !== 'dict'
  return (other) => !isDeferred(other) && (other.t === typed.t || (isNumber(other) && isNumber(typed)))
}

/** The place itself and all whose value needs it: a reference from it to one of them would be circular. */
function dependentsOf(parsed: Parsed, place: Path): readonly Path[] {
  const found: Path[] = [place]
  for (const at of found)
    for (const { holder, steps, target } of referencesIn(parsed)) {
      const needs =
        steps.some((step) => samePath(step.path, at)) ||
        (target !== null && (isWithin(target, at) || isWithin(at, target)))
      if (needs && !found.some((other) => samePath(other, holder.path))) found.push(holder.path)
    }
  return found
}
