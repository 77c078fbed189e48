import type { Path, PathStep } from '../../core/path'
import type { FieldSpec } from './field'
import { schemaData } from './schema-data'

const { root, sections } = schemaData

interface Below {
  readonly byKey: ReadonlyMap<string, FieldSpec>
  readonly free: FieldSpec | null
  readonly item: FieldSpec | null
}
const belowOf = new WeakMap<FieldSpec, Below>()

function below(spec: FieldSpec): Below {
  let known = belowOf.get(spec)
  if (known === undefined) {
    const dicts = spec.accepts.filter((accept) => accept.kind === 'dict')
    const lists = spec.accepts.filter((accept) => accept.kind === 'list')
    const byKey = new Map(
      dicts.flatMap((dict) => dict.fields.map((field) => [field.pattern.at(-1) ?? '', field] as const)),
    )
    known = { byKey, free: dicts.find((dict) => dict.free !== null)?.free ?? null, item: lists[0]?.item ?? null }
    belowOf.set(spec, known)
  }
  return known
}

/** The spec one step below another, null when the schema does not know the step. */
export function specBelow(spec: FieldSpec, step: PathStep): FieldSpec | null {
  const { byKey, free, item } = below(spec)
  if (typeof step === 'number') return item ?? free
  return (typeof step === 'string' ? byKey.get(step) : undefined) ?? free
}

/** What the schema says of a place, null when it does not know it. The root has one too. */
export function specAt(path: Path): FieldSpec | null {
  let spec: FieldSpec | null = root
  for (const step of path) {
    if (spec === null) return null
    spec = specBelow(spec, step)
  }
  return spec
}

/** The named parameters inside a place, in the schema's order. */
export function childSpecs(path: Path): readonly FieldSpec[] {
  const spec = specAt(path)
  return spec === null ? [] : [...below(spec).byKey.values()]
}

/** True when the object at a place may hold keys of any name. */
export function isFree(path: Path): boolean {
  const spec = specAt(path)
  return spec === null || below(spec).free !== null || spec.meta.unknownKeys === 'free'
}

/** The id of the section that holds a place, null for keys outside of all. */
export function sectionOf(path: Path): string | null {
  const holds = sections.filter(({ path: at, keys }) => {
    const key = path[at.length]
    return (
      at.every((step, i) => path[i] === step) &&
      (key === undefined ? at.length > 0 : typeof key === 'string' && keys.includes(key))
    )
  })
  const deepest = holds.sort((a, b) => b.path.length - a.path.length)[0]
  return deepest?.id ?? homeOf(path)
}

/** Unknown keys of an object stand in the first section of that object. */
function homeOf(path: Path): string | null {
  for (let length = path.length - 1; length > 0; length--) {
    const home = sections.find(({ path: at }) => at.length === length && at.every((step, i) => path[i] === step))
    if (home !== undefined) return home.id
  }
  return null
}

/** Every parameter of the schema, parents first. */
export function allSpecs(): FieldSpec[] {
  const found: FieldSpec[] = []
  const visit = (spec: FieldSpec) => {
    const { byKey, free, item } = below(spec)
    for (const child of [...byKey.values(), ...(free === null ? [] : [free]), ...(item === null ? [] : [item])]) {
      found.push(child)
      visit(child)
    }
  }
  visit(root)
  return found
}
