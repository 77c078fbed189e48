import type { Issue } from '../core/issue'
import type { NodeView, Parsed } from '../core/parsed'
import { type PathKey, pathKey } from '../core/path'
import type { TypedScalar } from '../core/typed'
import type { AppState } from './store'

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

/** The issues at one place, as the same array while they are the same. */
export function issuesAt(issues: readonly Issue[], key: PathKey): readonly Issue[] {
  let map = byPath.get(issues)
  if (map === undefined) {
    map = new Map()
    for (const issue of issues) {
      const at = pathKey(issue.path)
      const list = map.get(at)
      if (list === undefined) map.set(at, [issue])
      else list.push(issue)
    }
    byPath.set(issues, map)
  }
  return map.get(key) ?? noIssues
}

export const sourceOf = (parsed: Parsed, node: NodeView): string =>
  parsed.text.slice(node.valueSpan.from, node.valueSpan.to)

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
    source: node?.kind === 'scalar' ? source : '',
    scalar: node?.scalar ?? null,
    state: stateOf(node),
    changed: opened !== null && (node === undefined ? openedSource !== null : source !== openedSource),
    openedSource,
    via: node?.via ?? null,
    issues: issuesAt(state.issues, key),
  }
}

/** The opened file as it was read, null when it could not be. */
export function openedParsed(state: AppState): Parsed | null {
  const { parsed } = state.doc.opened
  return parsed.sound ? parsed : null
}

const sameIssue = (a: Issue, b: Issue): boolean =>
  a.code === b.code && a.level === b.level && JSON.stringify(a.facts) === JSON.stringify(b.facts)

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
