import type { NodeView, Parsed } from '../parsed'
import { isWithin, type Path, type PathStep, pathKey, samePath } from '../path'
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
  readonly holder: NodeView
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
  referencesIn(parsed).filter(
    ({ holder, steps }) => !isWithin(holder.path, path) && steps.some((step) => isWithin(step.path, path)),
  )

/** The references that are written with the name of a place on their way, from inside it too. */
export const referencesBy = (parsed: Parsed, path: Path): readonly Reference[] =>
  referencesIn(parsed).filter(({ steps }) => steps.some((step) => samePath(step.path, path)))

function traced(parsed: Parsed, holder: NodeView, expression: NodeInterpolation): Reference {
  const steps: ReferenceStep[] = []
  let at = startOf(holder.path, expression.dots)
  for (const { name, from, to } of expression.keys) {
    const base = at === null ? null : followed(parsed, at)
    const step = base === null || typeof name !== 'string' ? null : stepFor(parsed, base, name)
    if (base === null || step === null) {
      const absent = base === null || typeof name !== 'string' ? null : [...base, name]
      return { holder, expression, steps, target: null, absent }
    }
    at = [...base, step]
    steps.push({ from, to, path: at })
  }
  return { holder, expression, steps, target: at, absent: null }
}

/** Where the keys of a reference start: the root, or the container that `dots` lead to. */
function startOf(holder: Path, dots: number): Path | null {
  if (dots === 0) return []
  return dots > holder.length ? null : holder.slice(0, holder.length - dots)
}

function stepFor(parsed: Parsed, base: Path, name: string): PathStep | null {
  const kind = parsed.nodes.get(pathKey(base))?.kind
  const step = kind === 'list' ? indexOf(name) : name
  return step !== null && parsed.nodes.has(pathKey([...base, step])) ? step : null
}

/** A place whose value is itself one whole reference stands for what that names; null where that is nothing. */
export function followed(parsed: Parsed, at: Path, depth = 0): Path | null {
  const node = parsed.nodes.get(pathKey(at))
  if (node === undefined || depth > 50) return null
  const text = node.kind === 'scalar' ? textOf(node) : null
  const whole = text === null ? null : wholeReference(text)
  if (whole === null) return at
  let target = startOf(node.path, whole.dots)
  for (const { name } of whole.keys) {
    const base = target === null ? null : followed(parsed, target, depth + 1)
    const step = base === null || typeof name !== 'string' ? null : stepFor(parsed, base, name)
    target = base === null || step === null ? null : [...base, step]
  }
  return target === null ? null : followed(parsed, target, depth + 1)
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
