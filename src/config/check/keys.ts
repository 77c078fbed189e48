import type { Facts, Fix, Issue, Level } from '../../core/issue'
import type { NodeView, Parsed } from '../../core/parsed'
import { childKey, pathKey } from '../../core/path'
import { childSpecsIn } from '../context/specs-in'
import { checkValue } from '../schema/check-value'
import type { Family, FieldMeta, FieldSpec } from '../schema/field'
import { nearest } from '../schema/nearest'
import { renamedTo } from '../schema/renamed'
import { specAt, specBelow } from '../schema/specs'
import { shortName } from '../schema/targets/targets'
import { moveFix, placeElsewhere } from './misplaced'
import { ownTypeOf, type Place } from './places'

/** A text with what its keys are taken for: `intended` as for `placesOf`. */
export interface Names {
  readonly parsed: Parsed
  readonly intended: Parsed
  readonly family: Family | null
}
type PlaceOf<Kind extends Place['kind']> = Extract<Place, { kind: Kind }>

/** Keys that do not belong where they stand, or that nothing reads (any more). */
export const keyIssues = (names: Names, places: readonly Place[]): Issue[] =>
  places.flatMap((place) => {
    if (place.kind === 'unknown') return unknownKey(names, place)
    if (place.kind === 'not-applicable') return notApplicable(place)
    return place.kind === 'known' ? ofKnownKey(names.parsed, place) : []
  })

function ofKnownKey(parsed: Parsed, { node, spec, problem, isUnused }: PlaceOf<'known'>): Issue[] {
  const { deprecated } = spec.meta
  if (deprecated !== undefined) return [deprecatedKey(parsed, node, deprecated)]
  return isUnused && problem === null ? [unusedKey(node)] : []
}

const levelOf = (spec: FieldSpec): Level => (spec.meta.unknownKeys === 'error' ? 'error' : 'warning')

/** In a map of more keys nobody has misspelt one: it is no NeMo config, and guessing would take seconds. */
const mostGuessed = 300

/** A key that the schema does not name here: perhaps misspelt, perhaps right in another section. */
function unknownKey({ parsed, intended, family }: Names, { node, parent, builder }: PlaceOf<'unknown'>): Issue {
  const key = String(node.path.at(-1))
  const parentKey = pathKey(node.path.slice(0, -1))
  const isGuessed = (parsed.nodes.get(parentKey)?.children.length ?? 0) <= mostGuessed
  const specs = isGuessed ? childSpecsIn(intended, node.path.slice(0, -1)) : []
  const siblings = specs.map(({ pattern }) => pattern.at(-1) ?? '')
  const absent = siblings.filter((name) => !parsed.nodes.has(childKey(parentKey, name)))
  const slip = renamedTo(parent.id, key) ?? nearest(key, absent, 1) ?? nearest(key, siblings, 1)
  const place = slip === null && isGuessed ? placeElsewhere(parsed, node, family) : null
  const near = slip ?? (place === null ? (nearest(key, absent) ?? nearest(key, siblings)) : null)
  const target: Facts = builder !== null && builder !== 'unlisted' ? { class: shortName(builder.name) } : {}
  const fix = place !== null ? moveFix(parsed, node, place) : unknownFix(parsed, node, parent, near)
  return {
    code: 'unknown-key',
    path: node.path,
    span: node.keySpan,
    level: levelOf(parent),
    facts: { key, ...(near === null ? {} : { near }), ...(place === null ? {} : { place: place.id }), ...target },
    ...(fix === null ? {} : { fix }),
  }
}

/** The key by its right name; without one, or when the value does not fit there, a key that stops the run goes. */
function unknownFix(parsed: Parsed, node: NodeView, parent: FieldSpec, near: string | null): Fix | null {
  const removal: Fix = { kind: 'remove', path: node.path }
  if (near === null) return levelOf(parent) === 'error' ? removal : null
  const isRenamed = renamedTo(parent.id, String(node.path.at(-1))) === near
  return isRenamed && !fitsAt(node, parent, near) ? removal : renameFix(parsed, node, near)
}

/** True when the value that a key has could stand at the one that took its place. */
function fitsAt(node: NodeView, parent: FieldSpec, key: string): boolean {
  const spec = specBelow(parent, key)
  return spec !== null && checkValue(spec, ownTypeOf(node)) === null
}

/** Renames a key unless the other one is there already. */
const renameFix = (parsed: Parsed, node: NodeView, key: string): Fix | null =>
  parsed.nodes.has(pathKey([...node.path.slice(0, -1), key])) ? null : { kind: 'rename', path: node.path, key }

/** A parameter of another optimizer, schedule or sampler: an error where the code refuses it, else it is not read. */
function notApplicable({ node, spec, parent, chosen }: PlaceOf<'not-applicable'>): Issue {
  return {
    code: 'not-applicable',
    path: node.path,
    span: node.keySpan,
    level: parent.meta.unknownKeys === 'error' && spec.meta.when?.tolerated !== true ? 'error' : 'info',
    facts: { key: String(node.path.at(-1)), name: chosen, names: spec.meta.when?.names ?? [] },
    fix: { kind: 'remove', path: node.path },
  }
}

const unusedKey = (node: NodeView): Issue => ({
  code: 'unused-key',
  path: node.path,
  span: node.keySpan,
  level: 'info',
  facts: { key: String(node.path.at(-1)) },
  fix: { kind: 'remove', path: node.path },
})

/** Nothing is lost with it. */
const isNull = ({ scalar }: NodeView): boolean => scalar?.t === 'null'

function deprecatedKey(
  parsed: Parsed,
  node: NodeView,
  { since, replacement, removed }: NonNullable<FieldMeta['deprecated']>,
): Issue {
  const successor = replacement === undefined ? null : specAt(replacement.split('.'))
  const fits = successor !== null && (node.scalar === null || checkValue(successor, node.scalar) === null)
  return {
    code: removed ? 'removed-key' : 'deprecated-key',
    path: node.path,
    span: node.keySpan,
    level: removed ? 'error' : 'warning',
    facts: {
      key: String(node.path.at(-1)),
      since: since ?? null,
      ...(replacement === undefined ? {} : { replacement }),
    },
    fix: (fits && !isNull(node) ? moveFix(parsed, node, successor) : null) ?? { kind: 'remove', path: node.path },
  }
}
