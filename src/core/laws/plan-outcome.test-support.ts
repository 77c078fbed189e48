import type { Parsed } from '../parsed'
import { isWithin, type Path, pathKey } from '../path'
import { applyEdits, type Edit, invertEdits, type Span } from '../text'
import { type Typed, valueAt } from '../typed'
import { readSource } from '../yaml/plan-value'
import { entriesOf, entriesOfKey, placeAt } from '../yaml/source-tree'
import type { Action } from './plan-actions.test-support'

/** What a plan that is made must have done, worked out apart from the plan's own proof; '' when it has, else what is wrong. */
export function faultOf(before: Parsed, action: Action, edits: readonly Edit[], after: Parsed): string {
  return (
    editsFault(before.text, edits, after.text) ||
    valueFault(before, action, after) ||
    restFault(before, action, after) ||
    commentFault(before, action, after)
  )
}

function editsFault(text: string, edits: readonly Edit[], after: string): string {
  const isSorted = edits.every(({ from, to }, i) => from <= to && to <= text.length && from >= (edits[i - 1]?.to ?? 0))
  if (!isSorted) return 'edits are not sorted and disjoint'
  if (applyEdits(text, edits) !== after) return 'edits lead to another text'
  return applyEdits(after, invertEdits(text, edits)) === text ? '' : 'edits cannot be taken back'
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const items = (parsed: Parsed, path: Path): Typed[] => {
  const list = valueAt(parsed.typed, path)
  return list?.t === 'list' ? list.v : []
}

function valueFault(before: Parsed, action: Action, after: Parsed): string {
  const at = (path: Path) => valueAt(after.typed, path)
  switch (action.kind) {
    case 'set':
      return same(at(action.path), readSource(action.source)) ? '' : 'the value is not there'
    case 'insert':
      return same(at([...action.path, action.key]), readSource(action.source)) ? '' : 'the new value is not there'
    case 'rename':
      return same(at([...action.path.slice(0, -1), action.key]), valueAt(before.typed, action.path))
        ? ''
        : 'the renamed value is not there'
    case 'item': {
      const wanted = items(before, action.path).toSpliced(action.index, 0, readSource(action.source) as Typed)
      return same(items(after, action.path), wanted) ? '' : 'the list is not as wanted'
    }
    case 'move': {
      const old = items(before, action.path)
      const wanted = old.toSpliced(action.from, 1).toSpliced(action.to, 0, old[action.from] as Typed)
      return same(items(after, action.path), wanted) ? '' : 'the list is not as wanted'
    }
    case 'remove':
      return removalFault(before, action.path, after)
  }
}

function removalFault(before: Parsed, path: Path, after: Parsed): string {
  const parent = path.slice(0, -1)
  if (valueAt(before.typed, parent)?.t === 'list') {
    const wanted = items(before, parent).toSpliced(Number(path.at(-1)), 1)
    return same(items(after, parent), wanted) ? '' : 'the list is not as wanted'
  }
  const left = after.nodes.get(pathKey(path))
  return left === undefined || left.via === 'merge' ? '' : 'the entry is still there'
}

/** The place whose inside may differ. */
function touchedBy(action: Action): readonly Path[] {
  const parent = action.path.slice(0, -1)
  if (action.kind === 'insert') return [[...action.path, action.key]]
  if (action.kind === 'rename') return [action.path, [...parent, action.key]]
  if (action.kind === 'remove') return typeof action.path.at(-1) === 'number' ? [parent] : [action.path]
  return [action.path]
}

function restFault(before: Parsed, action: Action, after: Parsed): string {
  const touched = touchedBy(action)
  const leaves = ({ nodes }: Parsed) =>
    [...nodes.values()]
      .filter(({ path, kind }) => kind === 'scalar' && !touched.some((place) => isWithin(path, place)))
      // A map or list that becomes one is no leaf any more.
      .filter(({ path }) => !touched.some((place) => isWithin(place, path)))
      .map(({ path, scalar }) => `${pathKey(path)} ${JSON.stringify(scalar)}`)
      .sort()
  return same(leaves(before), leaves(after)) ? '' : 'something else has changed'
}

function commentFault(before: Parsed, action: Action, after: Parsed): string {
  const gone = goneLines(before, action)
  const words = ({ text }: Parsed, spans: readonly Span[]) => spans.map(({ from, to }) => text.slice(from, to)).sort()
  const staying = words(
    before,
    before.comments.filter(({ from, to }) => gone === null || from < gone.from || to > gone.to),
  )
  const left = words(after, after.comments)
  for (const comment of staying) {
    const index = left.indexOf(comment)
    if (index < 0) return `the comment ${comment} is lost`
    left.splice(index, 1)
  }
  return ''
}

function hasTwins(before: Parsed, path: Path): boolean {
  const place = placeAt(before, path)
  if (place?.entry == null || place.parent === null) return false
  const entries = entriesOf(place.parent)
  const own = entries.find(({ value }) => value === place.entry?.value)
  return own !== undefined && entriesOfKey(own, entries).length > 1
}

/** The lines of what is replaced or removed: comments in them may go. */
function goneLines(before: Parsed, { kind, path }: Action): Span | null {
  if (kind === 'rename' && hasTwins(before, path)) return { from: 0, to: before.text.length }
  if (kind === 'insert' || kind === 'item' || kind === 'move' || kind === 'rename') return null
  const place = placeAt(before, path)
  const entry = place?.entry
  // A merge that has nothing left to bring goes with the comment beside it.
  if (place === null && kind === 'remove') return { from: 0, to: before.text.length }
  if (entry == null) return null
  // Of keys that are one to Python (`on`, `true`) all go.
  if (kind === 'remove' && hasTwins(before, path)) return { from: 0, to: before.text.length }
  const parent = placeAt(before, path.slice(0, -1))
  const around = kind === 'remove' && parent !== null && entriesOf(parent.ref.node).length === 1 ? parent.entry : null
  const { from } = around ?? entry
  const end = before.text.slice(entry.to).search(/[\n\r\x85\u2028\u2029]/)
  return { from, to: end < 0 ? before.text.length : entry.to + end }
}
