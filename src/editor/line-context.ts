import type { Path, PathStep } from '../core/path'
import { type ReferenceContext, referenceContext } from '../state/references/reference-context'

/** What a caret in a line of YAML is about to write: a key of the map at `parent`, a value at `path`, or a reference in that. */
export type LineContext =
  | { readonly kind: 'key'; readonly parent: Path; readonly typed: string }
  | { readonly kind: 'value'; readonly path: Path; readonly typed: string }
  | { readonly kind: 'reference'; readonly path: Path; readonly typed: string; readonly reference: ReferenceContext }

const keyLine = /^(\s*)((?:-\s+)*)(?!-\s)(?:(["']?)([^\s#"':](?:[^"':]*[^\s"':])?)(?:\s+(?=["']))?\3\s*:)(?:\s(.*))?$/

/** What may stand behind the colon of a key whose map follows: an anchor or a tag. */
const opensMap = /^\s*(?:[&!]\S*\s+)*(?:[&!]\S*)?$/

/** By the lines alone, so that it works in text that cannot be read at the moment. Null in comments. */
export function lineContext(before: readonly string[], line: string): LineContext | null {
  const reference = referenceContext(line)
  if (reference !== null)
    return { kind: 'reference', path: referrerOf(before, line), typed: reference.typed, reference }
  if (/(^|\s)#/.test(line)) return null
  const keyed = keyLine.exec(line)
  if (keyed !== null) {
    const [, indent = '', dashes = '', , key = '', value] = keyed
    if (value === undefined) return null
    return { kind: 'value', path: [...parentOf(before, indent.length, dashes), key.trim()], typed: value }
  }
  const bare = /^(\s*)((?:-\s+)*)([\w-]*)$/.exec(line)
  if (bare === null) return null
  return { kind: 'key', parent: parentOf(before, bare[1]?.length ?? 0, bare[2] ?? ''), typed: bare[3] ?? '' }
}

/** The place whose value a line writes: behind its key, or an item. */
function referrerOf(before: readonly string[], line: string): Path {
  const keyed = keyLine.exec(line)
  const [, indent = '', dashes = ''] = keyed ?? /^(\s*)((?:-\s+)*)/.exec(line) ?? []
  const parent = parentOf(before, indent.length, dashes)
  return keyed === null ? parent : [...parent, (keyed[4] ?? '').trim()]
}

/** The path of the map that a line at an indentation belongs to; dashes on the way count as a first item. */
function parentOf(before: readonly string[], indent: number, dashes: string): Path {
  const own = dashes.split('-').length - 1
  const steps: PathStep[] = new Array<PathStep>(own).fill(0)
  let limit = indent + (own > 0 ? 1 : 0)
  for (let i = before.length - 1; i >= 0 && limit > 0; i--) {
    const line = before[i] ?? ''
    const match = keyLine.exec(line.replace(/(?<!\s)\s+#.*$/, ''))
    if (match === null) continue
    const [, blank = '', dash = '', , key = '', value = ''] = match
    const column = blank.length + dash.length
    if (dash !== '' && column === limit) {
      steps.unshift(0)
      limit = blank.length + 1
      continue
    }
    if (column >= limit || !opensMap.test(value)) continue
    steps.unshift(key.trim())
    limit = column
    if (dash !== '') {
      steps.unshift(0)
      limit = blank.length + 1
    }
  }
  return steps
}
