import type { NodeView, Parsed } from '../../../core/parsed'
import { isWithin, type Path, pathKey } from '../../../core/path'
import type { Planned } from '../../../core/yaml/plan-proof'
import { handsKeysOn, notTakenBy } from '../../context/choice'
import { childSpecsIn, specIn } from '../../context/specs-in'
import type { FieldSpec } from '../../schema/field'
import { builderOf } from '../../schema/targets/targets'
import type { Config, Random } from './mutation.test-support'

/** A place of a config that the schema knows, written in the text itself. */
export interface KnownPlace {
  readonly node: NodeView
  readonly spec: FieldSpec
  readonly parent: NodeView
  readonly parentSpec: FieldSpec
  readonly key: string
}

/** Every place that the schema knows, that something reads and that is right as it is. */
export function knownPlaces(config: Config): readonly KnownPlace[] {
  const places = placesOf.get(config) ?? readPlaces(config)
  placesOf.set(config, places)
  return places
}

const placesOf = new WeakMap<Config, readonly KnownPlace[]>()

function readPlaces({ parsed, issues }: Config): KnownPlace[] {
  const wrong = new Set(issues.filter(({ level }) => level === 'error').map(({ path }) => pathKey(path)))
  const unread: Path[] = []
  const places: KnownPlace[] = []
  for (const node of parsed.nodes.values()) {
    const parent = parsed.nodes.get(pathKey(node.path.slice(0, -1)))
    if (parent === undefined || node.path.length === 0 || node.via !== null || parent.style === 'alias') continue
    const [spec, parentSpec] = [specIn(parsed, node.path), specIn(parsed, parent.path)]
    if (spec === null || parentSpec === null || unread.some((path) => isWithin(node.path, path))) continue
    if (notTakenBy(parsed, spec) !== null || spec.meta.unused === true || spec.meta.deprecated !== undefined)
      unread.push(node.path)
    else if (!wrong.has(pathKey(node.path)))
      places.push({ node, spec, parent, parentSpec, key: String(node.path.at(-1)) })
  }
  return places
}

export const pick = <T>(items: readonly T[], random: Random): T | undefined =>
  items[Math.floor(random() * items.length)]

export const afterOf = (planned: Planned): string | null => (planned.ok ? planned.after.text : null)

export const sourceOf = ({ text }: Parsed, { valueSpan }: NodeView): string => text.slice(valueSpan.from, valueSpan.to)

/** A slip of the fingers: a letter left out, doubled, replaced, or two changed about; never the first. */
export function slip(word: string, random: Random): string {
  const at = 1 + Math.floor(random() * (word.length - 2))
  const [before, letter, next] = [word.slice(0, at), word[at] ?? '', word[at + 1] ?? '']
  const slips = [
    before + word.slice(at + 1),
    before + letter + word.slice(at),
    `${before}x${word.slice(at + 1)}`,
    before + next + letter + word.slice(at + 2),
  ]
  return (
    pick(
      slips.filter((other) => other !== word),
      random,
    ) ?? word
  )
}

/** True where an object's keys are known by name, so that another one is a mistake. */
export function namesKeys({ parsed }: Config, object: NodeView, spec: FieldSpec): boolean {
  const builder = builderOf(parsed, object, spec.id)
  if (builder === 'unlisted' || builder?.takesAny === true || handsKeysOn(parsed, pathKey(object.path))) return false
  if (object.kind !== 'dict' || object.style === 'alias' || object.via !== null) return false
  if (builder !== null) return true
  const dicts = spec.accepts.filter((accept) => accept.kind === 'dict')
  return (
    spec.meta.unknownKeys !== 'free' &&
    dicts.some(({ fields }) => fields.length > 0) &&
    dicts.every(({ free }) => free === null)
  )
}

export const siblingsAt = (parsed: Parsed, path: Path): string[] =>
  childSpecsIn(parsed, path).map(({ pattern }) => pattern.at(-1) ?? '')
