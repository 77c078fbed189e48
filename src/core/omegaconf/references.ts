import type { NodeView, Parsed } from '../parsed'
import { childKey, isWithin, type Path, type PathKey, type PathStep, pathKey } from '../path'
import { referencesOf, variablesOf, wholeReference } from './expressions'
import { type NodeInterpolation, parseInterpolation, type Text } from './grammar'
import { indexOf } from './key-path'

/** Text that can stand as one key in `${…}`. */
const writable = /^[^\\${}()[\]:. \t'"]+$/

/** `${model.optim.betas[0]}` for a place, or null when no reference can name it (keys with dots, blanks or quotes, keys that are no text). */
export function printReference(path: Path, isListAt: (parent: Path) => boolean = () => true): string | null {
  let written = ''
  for (const [i, step] of path.entries()) {
    if (typeof step === 'number' && Number.isInteger(step) && step >= 0 && isListAt(path.slice(0, i)))
      written += `[${step}]`
    else if (typeof step === 'string' && writable.test(step)) written += written === '' ? step : `.${step}`
    else return null
  }
  return written === '' ? null : `\${${written}}`
}

/** A key of a reference and the place that it names; offsets in the string value. */
export interface ReferenceStep {
  readonly from: number
  readonly to: number
  readonly path: Path
}
/** One `${…}` in a value: where it stands, what it names. `steps` ends where the config does not go on. */
export interface Reference {
  readonly referrer: NodeView
  readonly expression: NodeInterpolation
  readonly steps: readonly ReferenceStep[]
  /** The place that the whole reference names, null when it does not exist or is worked out while reading (`${a.${b}}`). */
  readonly target: Path | null
  /** The first place on its way that does not exist; null when it leads somewhere, or nobody can tell. */
  readonly absent: Path | null
}

/** Every reference of a config, in the order of the text; values reached through an alias once, where they are written. */
export function referencesIn(parsed: Parsed): readonly Reference[] {
  const known = referencesOfParsed.get(parsed)
  if (known !== undefined) return known
  const found: Reference[] = []
  for (const node of parsed.nodes.values()) {
    if (node.via !== null || node.style === 'alias') continue
    for (const expression of expressionsIn(node)) found.push(traced(parsed, node, expression))
  }
  referencesOfParsed.set(parsed, found)
  return found
}

const referencesOfParsed = new WeakMap<Parsed, readonly Reference[]>()

function expressionsIn(node: NodeView): NodeInterpolation[] {
  const text = textOf(node)
  return text === null ? [] : referencesOf(text)
}

function textOf({ scalar }: NodeView): Text | null {
  if (scalar?.t !== 'str' || !scalar.v.includes('${')) return null
  const read = parseInterpolation(scalar.v)
  return read.ok ? read.text : null
}

/** The environment variables that a config asks for by name, in the order of the text. */
export const variablesIn = (parsed: Parsed): readonly string[] => [
  ...new Set([...parsed.nodes.values()].flatMap((node) => variablesOf(textOf(node) ?? []))),
]

/** The references that name a place or something inside it, from outside it. */
export const referencesTo = (parsed: Parsed, path: Path): readonly Reference[] =>
  (byNamed(parsed).within.get(pathKey(path)) ?? none).filter(({ referrer }) => !isWithin(referrer.path, path))

/** The references that are written with the name of a place on their way, from inside it too. */
export const referencesBy = (parsed: Parsed, path: Path): readonly Reference[] =>
  byNamed(parsed).at.get(pathKey(path)) ?? none

/** The references of the value at a place, in the order of the text. */
export const referencesAt = (parsed: Parsed, key: PathKey): readonly Reference[] =>
  byNamed(parsed).holding.get(key) ?? none

const none: readonly Reference[] = []

/** The references of a config by the places that hold them, that they name on their way, and that hold what they name. */
interface Index {
  readonly holding: ReadonlyMap<PathKey, readonly Reference[]>
  readonly at: ReadonlyMap<PathKey, readonly Reference[]>
  readonly within: ReadonlyMap<PathKey, readonly Reference[]>
}
const indexOfParsed = new WeakMap<Parsed, Index>()

function byNamed(parsed: Parsed): Index {
  const known = indexOfParsed.get(parsed)
  if (known !== undefined) return known
  const holding = new Map<PathKey, Reference[]>()
  const at = new Map<PathKey, Reference[]>()
  const within = new Map<PathKey, Reference[]>()
  for (const reference of referencesIn(parsed)) {
    addTo(holding, pathKey(reference.referrer.path), reference)
    for (const { path } of reference.steps) {
      addTo(at, pathKey(path), reference)
      let key: PathKey = ''
      addTo(within, key, reference)
      for (const step of path) {
        key = childKey(key, step)
        addTo(within, key, reference)
      }
    }
  }
  const index = { holding, at, within }
  indexOfParsed.set(parsed, index)
  return index
}

function addTo(map: Map<PathKey, Reference[]>, key: PathKey, reference: Reference): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [reference])
  else if (list.at(-1) !== reference) list.push(reference)
}

function traced(parsed: Parsed, referrer: NodeView, expression: NodeInterpolation): Reference {
  const steps: ReferenceStep[] = []
  let at = startOf(referrer.path, expression.dots)
  for (const { name, from, to } of expression.keys) {
    const base = at === null ? null : followed(parsed, at)
    const step = base === null || typeof name !== 'string' ? null : stepFor(parsed, base, name)
    if (base === null || step === null) {
      const absent = base === null || typeof name !== 'string' ? null : [...base, name]
      return { referrer, expression, steps, target: null, absent }
    }
    at = [...base, step]
    steps.push({ from, to, path: at })
  }
  return { referrer, expression, steps, target: at, absent: null }
}

/** Where the keys of a reference start: the root, or the container that `dots` lead to. */
function startOf(referrer: Path, dots: number): Path | null {
  if (dots === 0) return []
  return dots > referrer.length ? null : referrer.slice(0, referrer.length - dots)
}

function stepFor(parsed: Parsed, base: Path, name: string): PathStep | null {
  const kind = parsed.nodes.get(pathKey(base))?.kind
  const step = kind === 'list' ? indexOf(name) : name
  return step !== null && parsed.nodes.has(pathKey([...base, step])) ? step : null
}

/** References within references beyond this are not followed; OmegaConf's own limit is lower. */
const maxDepth = 200

/** Where each place leads that was asked for; null also while it is being followed, since a circle leads nowhere. */
const followedIn = new WeakMap<Parsed, Map<PathKey, Path | null>>()

/** A place whose value is itself one whole reference stands for what that names; null where that is nothing. */
export function followed(parsed: Parsed, at: Path, depth = 0): Path | null {
  let known = followedIn.get(parsed)
  if (known === undefined) {
    known = new Map()
    followedIn.set(parsed, known)
  }
  const passed: PathKey[] = []
  let end: Path | null = at
  for (;;) {
    const key: PathKey = pathKey(end)
    const before = known.get(key)
    if (before !== undefined) {
      end = before
      break
    }
    known.set(key, null)
    passed.push(key)
    const next: Path | null | 'end' = linkOf(parsed, end, depth)
    if (next === 'end') break
    end = next
    if (end === null) break
  }
  for (const key of passed) known.set(key, end)
  return end
}

/** What the whole reference at a place names, `end` where none stands, null where it leads nowhere. */
function linkOf(parsed: Parsed, at: Path, depth: number): Path | null | 'end' {
  const node = parsed.nodes.get(pathKey(at))
  if (node === undefined || depth > maxDepth) return null
  const text = node.kind === 'scalar' ? textOf(node) : null
  const whole = text === null ? null : wholeReference(text)
  if (whole === null) return 'end'
  let target = startOf(node.path, whole.dots)
  for (const { name } of whole.keys) {
    const base = target === null ? null : followed(parsed, target, depth + 1)
    const step = base === null || typeof name !== 'string' ? null : stepFor(parsed, base, name)
    target = base === null || step === null ? null : [...base, step]
  }
  return target
}

/** The value of a string with keys of its references written anew; `rename` gives the new text of a key, null to leave it. */
export function retarget(
  value: string,
  steps: readonly ReferenceStep[],
  rename: (path: Path) => string | null,
): string {
  let renamed = value
  for (const { from, to, path } of [...steps].sort((a, b) => b.from - a.from)) {
    const name = rename(path)
    if (name !== null) renamed = renamed.slice(0, from) + name + renamed.slice(to)
  }
  return renamed
}

/** True when a key can be written in a reference. */
export const isReferable = (key: string): boolean => writable.test(key)
