import type { RawList, RawMap, RawNode, RawPair, RawRef, RawScalar } from './compose'
import { implicitTag } from './read-scalar'
import { YamlError } from './yaml-error'

const coreTag = 'tag:yaml.org,2002:'
const strTag = `${coreTag}str`
const mergeTag = `${coreTag}merge`
const pathTag = /^tag:yaml\.org,2002:python\/object\/apply:pathlib\.(?:Path|PosixPath|WindowsPath)$/

export const scalarTag = (node: RawScalar): string => node.tag ?? (node.isImplicit ? implicitTag(node.value) : strTag)

/** True for a list that OmegaConf reads as a path: `!!python/object/apply:pathlib.Path [a, b]`. */
export const isPathTag = (tag: string | null): boolean => tag !== null && pathTag.test(tag)

/** True for a list that Python's loader makes pairs of: `!!pairs [a: 1]` is `[(a, 1)]`. */
export const isPairsTag = (tag: string | null): boolean => tag === `${coreTag}pairs` || tag === `${coreTag}omap`

/** A pair of a map with its merge keys spread out; `merged` when it came from one. */
export interface Entry extends RawPair {
  readonly merged?: boolean
}

/** The entries of each map, merge keys resolved, and what PyYAML's constructor and OmegaConf's loader refuse of the structure. */
export interface Constructed {
  readonly entriesOf: ReadonlyMap<RawMap, readonly Entry[]>
  readonly problems: readonly YamlError[]
}

/**
 * Visits the containers in PyYAML's order (level by level, each once), because merging changes a map in place there: a map that was
 * merged from before its own turn comes shows its keys twice and is refused as having duplicates.
 */
export function construct(root: RawRef, lineOf: (offset: number) => number): Constructed {
  const problems: YamlError[] = []
  const flattener = new Flattener(problems)
  const { entriesOf } = flattener
  const heldBy = (node: RawList | RawMap): readonly RawRef[] => {
    if (!isOwnTag(node)) problems.push(tagProblem(node, node.tag ?? ''))
    if (node.kind === 'list') return node.items
    problems.push(...duplicates(node, entriesOf.get(node), lineOf))
    return valuesOf(flattener.entries(node), problems)
  }
  const seen = new Set<RawNode>()
  let level: readonly RawRef[] = [root]
  while (level.length > 0) {
    const next: RawRef[] = []
    for (const { node } of level) {
      if (node.kind === 'scalar' || seen.has(node)) continue
      seen.add(node)
      for (const held of heldBy(node)) next.push(held)
    }
    level = next
  }
  return { entriesOf, problems }
}

/** Whether a container has no tag, or one that makes the same or something near of it. */
function isOwnTag({ kind, tag }: RawList | RawMap): boolean {
  if (tag === null || kind === 'map') return tag === null || tag === `${coreTag}map`
  return tag === `${coreTag}seq` || isPathTag(tag) || isPairsTag(tag)
}

/** What the entries of a map hold; keys that are no scalars are problems. */
function valuesOf(entries: readonly Entry[], problems: YamlError[]): RawRef[] {
  for (const { key } of entries) if (key.node.kind !== 'scalar') problems.push(keyProblem(key))
  return entries.map(({ value }) => value)
}

function tagProblem(node: RawNode, tag: string): YamlError {
  const isSet = node.kind === 'map' && tag === `${coreTag}set`
  const code = isSet ? 'yaml-value-type' : 'yaml-tag'
  return new YamlError(
    code,
    isSet ? 'UnsupportedValueType' : 'ConstructorError',
    { from: node.start, to: node.from },
    { tag: shortTag(tag) },
  )
}

export const shortTag = (tag: string): string => (tag.startsWith(coreTag) ? `!!${tag.slice(coreTag.length)}` : tag)

const keyProblem = (key: RawRef): YamlError =>
  new YamlError('yaml-key-type', 'ConstructorError', { from: key.from, to: key.to })

/** Places that aliases and merge keys may add before a text counts as an alias bomb. */
export const maxExpanded = 25_000

/** A text that is wrong a thousand times over is described by its first mistakes. */
const maxProblems = 100

/** Only string keys are compared, by their text in whatever quoting; OmegaConf's loader overrides construct_mapping for it. */
function duplicates(
  map: RawMap,
  merged: readonly Entry[] | undefined,
  lineOf: (offset: number) => number,
): YamlError[] {
  const first = new Map<string, RawRef>()
  const problems: YamlError[] = []
  for (const { key } of merged ?? map.pairs) {
    if (key.node.kind !== 'scalar' || scalarTag(key.node) !== strTag) continue
    const before = first.get(key.node.value)
    if (before === undefined) first.set(key.node.value, key)
    else if (problems.length < maxProblems) {
      const facts = { key: key.node.value, line: lineOf(before.from) }
      problems.push(new YamlError('yaml-duplicate-key', 'ConstructorError', { from: key.from, to: key.to }, facts))
    }
  }
  return problems
}

/** True for a pair whose key is `<<`. */
export const isMerge = ({ key }: RawPair): boolean => key.node.kind === 'scalar' && scalarTag(key.node) === mergeTag

/** Python's stack holds no longer chain of maps that merge each other. */
const maxDepth = 900

/** A map's entries with `<<` spread in front, as PyYAML's flatten_mapping leaves them. What they may add together is bounded. */
class Flattener {
  readonly entriesOf = new Map<RawMap, readonly Entry[]>()
  private added = 0
  private isTooLarge = false

  constructor(private readonly problems: YamlError[]) {}

  entries(map: RawMap, depth = 0): readonly Entry[] {
    const known = this.entriesOf.get(map)
    if (known !== undefined) return known
    if (!map.pairs.some(isMerge)) {
      this.entriesOf.set(map, map.pairs)
      return map.pairs
    }
    const own: Entry[] = map.pairs.filter((pair) => !isMerge(pair))
    this.entriesOf.set(map, own)
    const all: Entry[] = []
    for (const { value } of map.pairs.filter(isMerge)) this.spread(value, depth, all)
    for (const entry of own) all.push(entry)
    this.entriesOf.set(map, all)
    return all
  }

  private spread({ node }: RawRef, depth: number, all: Entry[]): void {
    const sources = node.kind === 'list' ? node.items.map((item) => item.node).reverse() : [node]
    for (const source of sources) {
      if (source.kind !== 'map') {
        this.problems.push(new YamlError('yaml-merge', 'ConstructorError', { from: source.start, to: source.to }))
        continue
      }
      if (depth >= maxDepth)
        throw new YamlError('yaml-too-deep', 'RecursionError', { from: source.start, to: source.to })
      const entries = this.entries(source, depth + 1)
      this.added += entries.length
      if (this.added > maxExpanded) return this.refuse(node)
      for (const entry of entries) all.push({ ...entry, merged: true })
    }
  }

  private refuse({ from, to }: RawNode): void {
    if (!this.isTooLarge)
      this.problems.push(new YamlError('yaml-too-large', 'RecursionError', { from, to }, { limit: maxExpanded }))
    this.isTooLarge = true
  }
}
