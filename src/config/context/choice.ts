import { once } from '../../core/once'
import type { Parsed } from '../../core/parsed'
import { childKey, type Path, type PathKey, parsePath, pathKey } from '../../core/path'
import { isDeferred } from '../../core/typed'
import type { FieldSpec } from '../schema/field'
import { allSpecs, specAt } from '../schema/specs'
import { shortName, targetsAt } from '../schema/targets/targets'
import { refusedByClass, specIn } from './specs-in'

/** The parameters that apply only for some values of a key, by the key's id. */
const dependents = once((): ReadonlyMap<string, readonly FieldSpec[]> => {
  const byKey = new Map<string, FieldSpec[]>()
  for (const spec of allSpecs()) {
    const key = spec.meta.when?.key
    if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), spec])
  }
  return byKey
})

const isTarget = (path: Path): boolean => path.at(-1) === '_target_'

/** True for a key whose value decides which others apply: a `_target_`, an optimizer's name, a sampler … */
export const decides = ({ id, pattern }: FieldSpec): boolean =>
  dependents().has(id) || (isTarget(pattern) && targetsAt(id.slice(0, -'._target_'.length)).length > 0)

/** The places of all keys that decide which others apply, but for `_target_`. */
export const choiceKeys = once(
  (): ReadonlySet<PathKey> =>
    new Set([...dependents().keys(), 'model.precache_mode'].map((id) => pathKey(placeOf(id)))),
)

/** Worked out of the id alone, which the schema names. */
const places = new Map<string, Path>()

/** The place of a key that stands at one place only; those of choices do. */
function placeOf(id: string): Path {
  let place = places.get(id)
  if (place === undefined) {
    place = parsePath(id) ?? []
    places.set(id, place)
  }
  return place
}

/** What a key chooses: null when it cannot be told; `known` when the schema knows it. */
interface Choice {
  readonly name: string | null
  readonly known: boolean
}

const noChoice: Choice = { name: null, known: false }

const made = new WeakMap<Parsed, Map<string, Choice>>()

function choiceAt(parsed: Parsed, id: string): Choice {
  let choices = made.get(parsed)
  if (choices === undefined) {
    choices = new Map()
    made.set(parsed, choices)
  }
  let choice = choices.get(id)
  if (choice === undefined) {
    choice = readChoice(parsed, id)
    choices.set(id, choice)
  }
  return choice
}

function readChoice(parsed: Parsed, id: string): Choice {
  const path = placeOf(id)
  const parent = pathKey(path.slice(0, -1))
  const node = parsed.nodes.get(pathKey(path))
  const spec = specAt(path)
  const { scalar } = node ?? { scalar: null }
  if (node === undefined) {
    const target = parsed.nodes.get(childKey(parent, '_target_'))?.scalar
    if (target?.t === 'str') return choiceOfClass(shortName(target.v), id)
    const fallback = parsed.nodes.has(parent) ? spec?.meta.default : undefined
    return typeof fallback === 'string' ? { name: fallback, known: true } : noChoice
  }
  if (scalar?.t !== 'str' || isDeferred(scalar)) return noChoice
  const name = spec?.meta.anyCase === true ? scalar.v.toUpperCase() : scalar.v
  return { name, known: namesOf(id).has(name) }
}

/** `torch.optim.AdamW` is `adamw`, `CosineAnnealingParams` is `CosineAnnealing`. nemo/core/optim/lr_scheduler.py:801 */
function choiceOfClass(name: string, id: string): Choice {
  const wanted = name.replace(/Params$/, '').toLowerCase()
  const found = [...namesOf(id)].find((known) => known.toLowerCase() === wanted)
  return { name: found ?? name, known: found !== undefined }
}

/** Worked out of the schema, which does not change. */
const namesBy = new Map<string, ReadonlySet<string>>()

/** The names that a key may have, as its closed set and what depends on it say. */
function namesOf(id: string): ReadonlySet<string> {
  let names = namesBy.get(id)
  if (names === undefined) {
    const closed = specAt(placeOf(id))?.accepts.flatMap((accept) =>
      accept.kind === 'enum' ? accept.values.map(String) : [],
    )
    names = new Set([...(closed ?? []), ...(dependents().get(id) ?? []).flatMap(({ meta }) => meta.when?.names ?? [])])
    namesBy.set(id, names)
  }
  return names
}

/** True when an absent parameter is worth offering: it belongs to the optimizer, schedule, sampler … that is chosen. */
export function isForChoice(parsed: Parsed, { meta: { when } }: FieldSpec): boolean {
  if (when === undefined) return true
  const { name } = choiceAt(parsed, when.key)
  return name === null || when.names.includes(name)
}

const withDefaults = new WeakMap<FieldSpec, Map<string, FieldSpec>>()

/** A parameter with the default that it has for the optimizer or schedule at hand. */
export function ofChoice(parsed: Parsed, spec: FieldSpec): FieldSpec {
  const { when, defaultBy } = spec.meta
  const name = when === undefined || defaultBy === undefined ? null : choiceAt(parsed, when.key).name
  const fallback = name === null ? undefined : defaultBy?.[name]
  if (name === null || fallback === undefined) return spec
  const known = withDefaults.get(spec) ?? new Map<string, FieldSpec>()
  const own = known.get(name) ?? { ...spec, meta: { ...spec.meta, default: fallback } }
  withDefaults.set(spec, known.set(name, own))
  return own
}

/** The optimizer, schedule, sampler … that does not take a parameter which stands in the text; null when it may. */
export function notTakenBy(parsed: Parsed, { meta: { when } }: FieldSpec): string | null {
  if (when === undefined) return null
  const { name, known } = choiceAt(parsed, when.key)
  if (name === null || !known || when.names.includes(name)) return null
  return handsKeysOn(parsed, pathKey(placeOf(when.key).slice(0, -1))) ? null : name
}

/** True for an optimizer or schedule whose keys go to a class, or to `args`, that the schema does not look into. nemo/core/classes/modelPT.py:702 */
export const handsKeysOn = (parsed: Parsed, key: PathKey): boolean =>
  (key === optimizer || key === schedule) &&
  (parsed.nodes.has(childKey(key, '_target_')) || parsed.nodes.has(childKey(key, 'args')))
const optimizer = pathKey(['model', 'optim'])
const schedule = pathKey(['model', 'optim', 'sched'])

/** The keys in the text that do not apply to what the key at `path` (a `_target_`, `model.optim.name`, a sampler …) chooses. */
export function noLongerApplies(parsed: Parsed, path: Path): Path[] {
  const spec = specIn(parsed, path)
  if (spec === null || !parsed.sound) return []
  if (isTarget(path)) return refusedByClass(parsed, path.slice(0, -1))
  return (dependents().get(spec.id) ?? [])
    .filter((dependent) => parsed.nodes.has(pathKey(dependent.pattern)) && notTakenBy(parsed, dependent) !== null)
    .map(({ pattern }) => pattern)
}
