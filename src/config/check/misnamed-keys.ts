import type { Issue } from '../../core/issue'
import type { NodeView, Parsed } from '../../core/parsed'
import { childKey, type Path, type PathKey, parsePath, pathKey } from '../../core/path'

/** A key that stands under a wrong name or in a wrong section, and the place, now absent, that it was most likely meant for. */
export interface MisnamedKey {
  readonly path: Path
  readonly meant: Path
}

/** The unknown keys of a text of which can be told what they were meant to be. */
export const misnamedKeys = (parsed: Parsed, issues: readonly Issue[]): MisnamedKey[] =>
  issues.flatMap(({ code, path, facts: { near, place } }) => {
    if (code !== 'unknown-key') return []
    const meant =
      typeof near === 'string' ? [...path.slice(0, -1), near] : typeof place === 'string' ? parsePath(place) : null
    return meant === null || parsed.nodes.has(pathKey(meant)) ? [] : [{ path, meant }]
  })

/** The text with nodes also where its misnamed keys should be, so that nothing is taken for missing that only has a wrong name. */
export function withIntendedKeys(parsed: Parsed, misnamed: readonly MisnamedKey[]): Parsed {
  if (misnamed.length === 0) return parsed
  const nodes = new Map<PathKey, NodeView>(parsed.nodes)
  const copy = (from: PathKey, to: PathKey): void => {
    const node = parsed.nodes.get(from)
    if (node === undefined) return
    nodes.set(to, node)
    for (const step of node.children) copy(childKey(from, step), childKey(to, step))
  }
  for (const { path, meant } of misnamed) copy(pathKey(path), pathKey(meant))
  return { ...parsed, nodes }
}
