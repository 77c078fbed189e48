import { choiceKeys, isForChoice, ofChoice } from '../../config/context/choice'
import { childSpecsIn, specIn } from '../../config/context/specs-in'
import { type Kind, kindOf, scriptFamily } from '../../config/schema/family'
import type { Family, FieldSpec } from '../../config/schema/field'
import { type SectionData, schemaData } from '../../config/schema/schema-data'
import { childSpecs } from '../../config/schema/specs'
import type { NodeView, Parsed } from '../../core/parsed'
import { childKey, type Path, type PathKey, pathKey } from '../../core/path'

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

interface GroupView {
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

type TreeOf = (parsed: Parsed, pinned?: Kind | null) => readonly SectionView[]

/** Gives the form's tree for a text: the same object while only values differ from the text that it was asked for before. */
export function treeMemory(): TreeOf {
  let last: { parsed: Parsed; kind: Kind; tree: readonly SectionView[] } | null = null
  return (parsed, pinned = null) => {
    const kind = kindOf(parsed, pinned)
    const isSame =
      last !== null &&
      last.kind.family === kind.family &&
      last.kind.task === kind.task &&
      sameShape(last.parsed, parsed) &&
      sameChoices(last.parsed, parsed)
    const tree = last !== null && isSame ? last.tree : formTree(parsed, kind)
    last = { parsed, kind, tree }
    return tree
  }
}

/** True when the keys that decide which parameters are offered have the same values in two texts of the same shape. */
function sameChoices(a: Parsed, b: Parsed): boolean {
  if (a === b) return true
  const choices = choiceKeys()
  for (const [key, { scalar: is }] of b.nodes) {
    if (!key.endsWith('/_target_') && !choices.has(key)) continue
    const was = a.nodes.get(key)?.scalar
    if (was?.t !== is?.t || (was?.t === 'str' && is?.t === 'str' && was.v !== is.v)) return false
  }
  return true
}

/** The sections of the form for a text: those that it has first, in the schema's order, each with its present and offered fields. */
export function formTree(parsed: Parsed, kind: Kind): SectionView[] {
  const tree: Tree = { parsed, kind, family: scriptFamily(kind) }
  const homes = new Set<PathKey>()
  const views = sections.map((section): SectionView => {
    const at = pathKey(section.path)
    const nodes = [
      ...describedNodes(tree, section.path, section.keys).filter((node) => node.present || isOfUse(tree, section)),
      ...(homes.has(at) || section.path.length === 0 ? [] : unknownNodes(tree, section.path)),
    ]
    homes.add(at)
    const present =
      section.path.length > 0 && !shared.has(at) ? parsed.nodes.has(at) : nodes.some((node) => node.present)
    return { id: section.id, path: section.path, present, groups: grouped(nodes, section.groups) }
  })
  const others = unknownNodes(tree, [])
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

interface Tree {
  readonly parsed: Parsed
  readonly kind: Kind
  readonly family: Family | null
}

/** True when a section has a use for the task and model at hand, as far as they are known. */
const isOfUse = ({ kind: { family, task } }: Tree, { tasks, models }: SectionData): boolean =>
  (task === null || tasks === undefined || tasks.includes(task)) &&
  (family === null || models === undefined || models.includes(family))

/** An absent parameter is offered where the kind of config at hand reads it, and where the optimizer, schedule or sampler that it belongs to is chosen. */
const isOffered = ({ parsed, family, kind }: Tree, spec: FieldSpec): boolean =>
  spec.meta.unused !== true &&
  spec.meta.deprecated === undefined &&
  (family === null || spec.meta.families === undefined || spec.meta.families.includes(family)) &&
  (family !== 'inference' || isForModel(spec, kind.family)) &&
  isForChoice(parsed, spec)

const isForModel = ({ meta: { models } }: FieldSpec, family: Kind['family']): boolean =>
  family === null || models === undefined || models.includes(family)

const stepOf = ({ pattern }: FieldSpec): string => pattern.at(-1) ?? ''

/** The keys of an object that the schema names: those that its class takes, and what else of them stands in the text. */
function describedSpecs({ parsed }: Tree, path: Path): { readonly spec: FieldSpec; readonly applies: boolean }[] {
  const own = new Map(childSpecsIn(parsed, path).map((spec) => [stepOf(spec), spec]))
  const plain = childSpecs(path).map((spec) => {
    const taken = own.get(stepOf(spec))
    own.delete(stepOf(spec))
    return { spec: ofChoice(parsed, taken ?? spec), applies: taken !== undefined }
  })
  return [...plain, ...[...own.values()].map((spec) => ({ spec, applies: true }))]
}

/** All of them, or those with the given keys. */
const describedNodes = (tree: Tree, path: Path, keys: readonly string[] | null = null): FormNode[] =>
  describedSpecs(tree, path)
    .filter(({ spec }) => keys === null || keys.includes(stepOf(spec)))
    .map(({ spec, applies }) => ({ node: formNode(tree, [...path, stepOf(spec)], spec), spec, applies }))
    .filter(({ node, spec, applies }) => node.present || (applies && isOffered(tree, spec)))
    .map(({ node }) => node)

/** The keys of an object that the schema does not name. */
function unknownNodes(tree: Tree, path: Path): FormNode[] {
  const present = tree.parsed.nodes.get(pathKey(path))?.children ?? []
  const named = new Set(describedSpecs(tree, path).map(({ spec }) => stepOf(spec)))
  return present
    .filter((step) => typeof step !== 'string' || !named.has(step))
    .map((step) => formNode(tree, [...path, step], specIn(tree.parsed, [...path, step])))
}

const childNodes = (tree: Tree, path: Path): FormNode[] =>
  [...describedNodes(tree, path), ...unknownNodes(tree, path)].filter((node) => !sectionKeys.has(node.key))

function formNode(tree: Tree, path: Path, spec: FieldSpec | null): FormNode {
  const key = pathKey(path)
  const node = tree.parsed.nodes.get(key)
  const shape = shapeOf(node, spec)
  const children = childrenOf(tree, { path, key, shape }, node)
  const size = children.reduce((sum, child) => sum + child.size, 1)
  return { path, key, spec, present: node !== undefined, shape, children, size }
}

function childrenOf(tree: Tree, place: Pick<FormNode, 'path' | 'key' | 'shape'>, node: NodeView | undefined) {
  const { path, key, shape } = place
  if (shape === 'dict') return childNodes(tree, path)
  if (shape === 'value' || node === undefined) return []
  return node.children
    .filter((step) => tree.parsed.nodes.has(childKey(key, step)))
    .map((step) => formNode(tree, [...path, step], specIn(tree.parsed, [...path, step])))
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
function sameShape(a: Parsed, b: Parsed): boolean {
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
