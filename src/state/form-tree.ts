import { familyOf } from '../config/family'
import type { Family, FieldSpec } from '../config/field'
import { schemaData } from '../config/schema-data'
import { allSpecs, childSpecs, specAt } from '../config/specs'
import type { NodeView, Parsed } from '../core/parsed'
import { childKey, type Path, type PathKey, pathKey } from '../core/path'

/** One place of the form: a value row, a list or a nested group. Its values are read elsewhere, so it stays the same object while only values change. */
export interface FormNode {
  readonly path: Path
  readonly key: PathKey
  readonly spec: FieldSpec | null
  readonly present: boolean
  readonly shape: 'value' | 'list' | 'dict'
  readonly children: readonly FormNode[]
  /** How many places it holds, itself included; absent ones count too. */
  readonly size: number
}

export interface GroupView {
  readonly id: string
  readonly nodes: readonly FormNode[]
  /** Absent and advanced: behind "N more". */
  readonly folded: readonly FormNode[]
}

export interface SectionView {
  readonly id: string
  readonly path: Path
  readonly present: boolean
  readonly groups: readonly GroupView[]
}

/** Keys that no section describes stand in this group of their section; top-level ones in the section of this id. */
export const otherId = 'other'

const { sections } = schemaData

let last: { parsed: Parsed; tree: readonly SectionView[] } | null = null

/** Keys whose value decides which other parameters are offered. */
const discriminators = [...new Set(allSpecs().flatMap(({ meta }) => meta.when?.key ?? []))].map((key) =>
  pathKey(key.split('.')),
)

function sameScalar(a: Parsed | undefined, b: Parsed, key: PathKey): boolean {
  const [was, is] = [a?.nodes.get(key)?.scalar, b.nodes.get(key)?.scalar]
  return was?.t === is?.t && (was?.t !== 'str' || is?.t !== 'str' || was.v === is.v)
}

/** The form's tree for a text; the same object while only values differ from the text asked for before. */
export function treeOf(parsed: Parsed): readonly SectionView[] {
  const isSame =
    last !== null &&
    sameShape(last.parsed, parsed) &&
    discriminators.every((key) => sameScalar(last?.parsed, parsed, key))
  const tree = last !== null && isSame ? last.tree : formTree(parsed)
  last = { parsed, tree }
  return tree
}

/** The sections of the form for a text: those that it has first, in the schema's order, each with its present and offered fields. */
export function formTree(parsed: Parsed): SectionView[] {
  const family = familyOf(parsed)
  const homes = new Set<PathKey>()
  const views = sections.map((section): SectionView => {
    const at = pathKey(section.path)
    const nodes = [
      ...section.keys.map((key) => formNode(parsed, [...section.path, key], specAt([...section.path, key]))),
      ...(homes.has(at) || section.path.length === 0 ? [] : unknownNodes(parsed, section.path)),
    ].filter((node) => node.present || isOffered(parsed, node.spec, family))
    homes.add(at)
    const present =
      section.path.length > 0 && !shared.has(at) ? parsed.nodes.has(at) : nodes.some((node) => node.present)
    return { id: section.id, path: section.path, present, groups: grouped(nodes, section.groups) }
  })
  const others = unknownNodes(parsed, [])
  if (others.length > 0)
    views.push({ id: otherId, path: [], present: true, groups: [{ id: otherId, nodes: others, folded: [] }] })
  return [...views.filter((view) => view.present), ...views.filter((view) => !view.present && view.groups.length > 0)]
}

/** Objects that several sections share: a section is there when one of its own keys is. */
const shared = new Set(
  sections
    .map((section) => pathKey(section.path))
    .filter((key, i, keys) => keys.indexOf(key) !== i || keys.indexOf(key, i + 1) !== -1),
)
const sectionKeys = new Set(sections.map((section) => pathKey(section.path)))

/** An absent parameter is offered where the kind of config at hand reads it, and where the optimizer or schedule that it belongs to is chosen. */
const isOffered = (parsed: Parsed, spec: FieldSpec | null, family: Family | null): boolean =>
  spec !== null &&
  spec.meta.unused !== true &&
  spec.meta.deprecated === undefined &&
  (family === null || spec.meta.families === undefined || spec.meta.families.includes(family)) &&
  applies(parsed, spec)

function applies(parsed: Parsed, { meta: { when } }: FieldSpec): boolean {
  if (when === undefined) return true
  const chosen = parsed.nodes.get(pathKey(when.key.split('.')))?.scalar
  return chosen?.t !== 'str' || when.names.includes(chosen.v)
}

/** The keys of an object that the schema does not name. */
function unknownNodes(parsed: Parsed, path: Path): FormNode[] {
  const present = parsed.nodes.get(pathKey(path))?.children ?? []
  const named = new Set(childSpecs(path).map((spec) => spec.pattern.at(-1)))
  return present
    .filter((step) => typeof step !== 'string' || !named.has(step))
    .map((step) => formNode(parsed, [...path, step], specAt([...path, step])))
}

function childNodes(parsed: Parsed, path: Path): FormNode[] {
  const family = familyOf(parsed)
  const described = childSpecs(path)
    .filter((spec) => spec.pattern.at(-1) !== '*')
    .map((spec) => formNode(parsed, [...path, spec.pattern.at(-1) ?? ''], spec))
    .filter((node) => node.present || isOffered(parsed, node.spec, family))
  return [...described, ...unknownNodes(parsed, path)].filter((node) => !sectionKeys.has(node.key))
}

function formNode(parsed: Parsed, path: Path, spec: FieldSpec | null): FormNode {
  const key = pathKey(path)
  const node = parsed.nodes.get(key)
  const shape = shapeOf(node, spec)
  const children = childrenOf(parsed, path, key, node, shape)
  const size = children.reduce((sum, child) => sum + child.size, 1)
  return { path, key, spec, present: node !== undefined, shape, children, size }
}

function childrenOf(parsed: Parsed, path: Path, key: PathKey, node: NodeView | undefined, shape: FormNode['shape']) {
  if (shape === 'dict') return childNodes(parsed, path)
  if (shape === 'value' || node === undefined) return []
  return node.children
    .filter((step) => parsed.nodes.has(childKey(key, step)))
    .map((step) => formNode(parsed, [...path, step], specAt([...path, step])))
}

/** An alias shows as itself: what it stands for is edited where it is defined. */
function shapeOf(node: NodeView | undefined, spec: FieldSpec | null): FormNode['shape'] {
  if (node?.style === 'alias') return 'value'
  if (node !== undefined && node.kind !== 'scalar') return node.kind
  const kinds = spec?.accepts.map((accept) => accept.kind) ?? []
  const empty = node === undefined || node.scalar?.t === 'null'
  if (!empty) return 'value'
  if (kinds.includes('dict')) return 'dict'
  return kinds.length > 0 && kinds.every((kind) => kind === 'list' || kind === 'null') ? 'list' : 'value'
}

function grouped(nodes: readonly FormNode[], ids: readonly string[]): GroupView[] {
  return [...ids, otherId].flatMap((id): GroupView[] => {
    const members = nodes.filter(
      (node) => (ids.includes(node.spec?.meta.group ?? '') ? node.spec?.meta.group : otherId) === id,
    )
    const isFolded = (node: FormNode) => !node.present && node.spec?.meta.advanced === true
    const view = { id, nodes: members.filter((node) => !isFolded(node)), folded: members.filter(isFolded) }
    return members.length > 0 ? [view] : []
  })
}

/** True when two texts have the same places of the same kinds, so that the form's tree is the same. */
export function sameShape(a: Parsed, b: Parsed): boolean {
  if (a === b) return true
  if (a.nodes.size !== b.nodes.size) return false
  const others = b.nodes.entries()
  for (const [key, node] of a.nodes) {
    const entry = others.next().value
    if (
      entry === undefined ||
      entry[0] !== key ||
      entry[1].kind !== node.kind ||
      (entry[1].style === 'alias') !== (node.style === 'alias')
    )
      return false
    if ((entry[1].scalar?.t === 'null') !== (node.scalar?.t === 'null')) return false
  }
  return true
}
