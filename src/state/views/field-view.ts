import { sectionOf } from '../../config/schema/specs'
import type { Issue } from '../../core/issue'
import type { NodeView, Parsed } from '../../core/parsed'
import { isWithin, type Path, type PathKey, pathKey, samePath } from '../../core/path'
import type { Span } from '../../core/text'
import type { TypedScalar } from '../../core/typed'
import type { AppState, Focus } from '../store'
import { spanOfPlace } from './place'

/** What a row shows of one place. Equal views are the same object, so that a row renders only when its own place changed. */
export interface FieldView {
  readonly present: boolean
  readonly kind: NodeView['kind']
  readonly style: NodeView['style'] | null
  /** The scalar's source; for lists and dicts the whole source is not kept here. */
  readonly source: string
  readonly scalar: TypedScalar | null
  readonly state: 'unset' | 'set' | 'null' | 'missing' | 'interpolated'
  /** Different from the opened file; `openedSource` is what stood there, null when nothing did. */
  readonly changed: boolean
  readonly openedSource: string | null
  readonly via: NodeView['via']
  readonly issues: readonly Issue[]
}

/** The text that the form shows: this one, or the last that could be read. */
export const shownParsed = (state: AppState): Parsed =>
  state.doc.parsed.sound ? state.doc.parsed : (state.doc.lastGood ?? state.doc.parsed)

/** True when the text cannot be read now, so that the form shows an earlier one and is read-only. */
export const isBroken = (state: AppState): boolean => !state.doc.parsed.sound

const noIssues: readonly Issue[] = []
const byPath = new WeakMap<readonly Issue[], Map<PathKey, Issue[]>>()

/** Where an issue shows: at its place, and at those of all keys of which it says the same. */
export const placesOf = ({ path, facts, places = [] }: Issue): readonly Path[] =>
  Array.isArray(facts.keys) ? [path, ...places] : [path]

/** What an issue marks in the text; null for a text as a whole. */
export const spansOf = (parsed: Parsed, issue: Issue): (Span | null)[] => {
  const [, ...others] = placesOf(issue)
  const keyOf = (path: Path) => parsed.nodes.get(pathKey(path))?.keySpan
  return [issue.span ?? spanOfPlace(parsed, issue.path), ...others.map((path) => keyOf(path) ?? null)]
}

/** The issues at one place, as the same array while they are the same. */
export function issuesAt(issues: readonly Issue[], key: PathKey): readonly Issue[] {
  let map = byPath.get(issues)
  if (map === undefined) {
    map = new Map()
    for (const issue of issues)
      for (const path of placesOf(issue)) {
        const at = pathKey(path)
        const list = map.get(at)
        if (list === undefined) map.set(at, [issue])
        else list.push(issue)
      }
    byPath.set(issues, map)
  }
  return map.get(key) ?? noIssues
}

const sourceOf = (parsed: Parsed, node: NodeView): string => parsed.text.slice(node.valueSpan.from, node.valueSpan.to)

function stateOf(node: NodeView | undefined): FieldView['state'] {
  if (node === undefined) return 'unset'
  if (node.scalar === null) return 'set'
  if (node.scalar.t === 'null') return 'null'
  if (node.scalar.t !== 'str') return 'set'
  if (node.scalar.v === '???') return 'missing'
  return node.scalar.v.includes('${') ? 'interpolated' : 'set'
}

/** The view of the place `key` in a state. */
export function fieldView(state: AppState, key: PathKey): FieldView {
  const parsed = shownParsed(state)
  const node = parsed.nodes.get(key)
  const opened = openedParsed(state)
  const openedNode = opened?.nodes.get(key)
  const source = node === undefined ? '' : sourceOf(parsed, node)
  const openedSource = opened === null || openedNode === undefined ? null : sourceOf(opened, openedNode)
  return {
    present: node !== undefined,
    kind: node?.kind ?? 'scalar',
    style: node?.style ?? null,
    source: node?.kind === 'scalar' || node?.style === 'alias' ? source : '',
    scalar: node?.scalar ?? null,
    state: stateOf(node),
    changed: opened !== null && (node === undefined ? openedSource !== null : source !== openedSource),
    openedSource,
    via: node?.via ?? null,
    issues: issuesAt(state.issues, key),
  }
}

/** The opened file as it was read, null when it could not be. */
function openedParsed(state: AppState): Parsed | null {
  const { parsed } = state.doc.opened
  return parsed.sound ? parsed : null
}

/** All that a row shows or does: its sentence and its repair, which may name offsets in the text. Where it stands is not shown. */
const sameIssue = (a: Issue, b: Issue): boolean =>
  a.code === b.code &&
  a.variant === b.variant &&
  a.level === b.level &&
  JSON.stringify([a.facts, a.fix]) === JSON.stringify([b.facts, b.fix])

export function sameFieldView(a: FieldView, b: FieldView): boolean {
  return (
    a.present === b.present &&
    a.kind === b.kind &&
    a.style === b.style &&
    a.source === b.source &&
    a.state === b.state &&
    a.changed === b.changed &&
    a.openedSource === b.openedSource &&
    a.via === b.via &&
    a.scalar?.t === b.scalar?.t &&
    a.issues.length === b.issues.length &&
    a.issues.every((issue, i) => sameIssue(issue, b.issues[i] as Issue))
  )
}

/** The user's place, when it is this one and another pane or the app says so; null otherwise. */
export const focusAt = ({ focus }: AppState, path: Path): Focus | null =>
  focus !== null && focus.from !== 'form' && samePath(focus.path, path) ? focus : null

/** True when the app or the YAML pane sends the user to a place within `path`. */
export const isInside = ({ focus }: AppState, path: Path): boolean =>
  focus !== null && focus.from !== 'form' && focus.path.length > 0 && isWithin(focus.path, path)

export interface SectionCounts {
  readonly errors: number
  readonly warnings: number
  readonly changes: number
}

const countsOf = new WeakMap<AppState['issues'], Map<AppState['doc'], Map<string, SectionCounts>>>()
const none: SectionCounts = { errors: 0, warnings: 0, changes: 0 }

/** How many errors, warnings and changed values a section has. */
export function sectionCounts(state: AppState, id: string): SectionCounts {
  let byDoc = countsOf.get(state.issues)
  if (byDoc === undefined) {
    byDoc = new Map()
    countsOf.set(state.issues, byDoc)
  }
  let counts = byDoc.get(state.doc)
  if (counts === undefined) {
    counts = countAll(state)
    byDoc.clear()
    byDoc.set(state.doc, counts)
  }
  return counts.get(id) ?? none
}

function countAll(state: AppState): Map<string, SectionCounts> {
  const counts = new Map<string, SectionCounts>()
  const add = (path: Path, kind: keyof SectionCounts) => {
    const id = sectionOf(path) ?? 'other'
    const before = counts.get(id) ?? none
    counts.set(id, { ...before, [kind]: before[kind] + 1 })
  }
  for (const issue of state.issues) {
    if (issue.level === 'error') add(issue.path, 'errors')
    else if (issue.level === 'warning') add(issue.path, 'warnings')
  }
  for (const change of changesOf(state)) add(change.path, 'changes')
  return counts
}

export const sameCounts = (a: SectionCounts, b: SectionCounts): boolean =>
  a.errors === b.errors && a.warnings === b.warnings && a.changes === b.changes

/** A value that differs from the opened file, by what it reads as; null where nothing stands. */
export interface ValueChange {
  readonly path: Path
  readonly before: string | null
  readonly after: string | null
}

const changesFor = new WeakMap<Parsed, { opened: Parsed; changes: readonly ValueChange[] }>()

/** The scalars, empty lists and empty maps whose source differs from the opened file's, in the order of the text, removed ones last. */
export function changesOf(state: AppState): readonly ValueChange[] {
  const opened = openedParsed(state)
  const now = shownParsed(state)
  if (opened === null || now === opened) return []
  const known = changesFor.get(now)
  if (known?.opened === opened) return known.changes
  const changes = changesBetween(opened, now)
  changesFor.set(now, { opened, changes })
  return changes
}

function changesBetween(opened: Parsed, now: Parsed): ValueChange[] {
  const changes: ValueChange[] = []
  const isLeaf = (node: NodeView) => node.children.length === 0
  for (const [key, node] of now.nodes) {
    if (!isLeaf(node) || node.path.length === 0 || node.via !== null) continue
    const before = opened.nodes.get(key)
    const [was, is] = [before === undefined || !isLeaf(before) ? null : sourceOf(opened, before), sourceOf(now, node)]
    if (was !== is) changes.push({ path: node.path, before: was, after: is })
  }
  for (const [key, node] of opened.nodes)
    if (isLeaf(node) && node.path.length > 0 && node.via === null && !now.nodes.has(key))
      changes.push({ path: node.path, before: sourceOf(opened, node), after: null })
  return changes
}
