import type { Issue } from '../core/issue'
import { followed, referencesIn } from '../core/omegaconf/references'
import type { Resolution } from '../core/omegaconf/resolve'
import type { NodeView, Parsed } from '../core/parsed'
import { pathKey, samePath } from '../core/path'
import { checkValue } from './check-value'
import { specIn } from './specs-in'

/**
 * What the schema says of the values that references lead to: the code reads those, not the expressions. A value that is wrong at its own
 * place too is not reported again where it is referred to.
 */
export function checkResolved(parsed: Parsed, resolution: Resolution, found: readonly Issue[]): Issue[] {
  const issues: Issue[] = []
  for (const node of parsed.nodes.values()) {
    if (node.via !== null || node.scalar?.t !== 'str' || !node.scalar.v.includes('${')) continue
    const resolved = resolution.at(node.path)
    const spec = resolved.ok ? specIn(parsed, node.path) : null
    const problem = spec === null || !resolved.ok ? null : checkValue(spec, resolved.value)
    if (problem === null || (problem.code === 'null' && !isHandedOn(node)) || isWrongThere(parsed, node, found))
      continue
    issues.push({ ...problem, path: node.path, span: node.valueSpan, level: 'error' })
  }
  return issues
}

/** Sections that are handed on whole; elsewhere a null that came through a reference may never be read. */
const isHandedOn = ({ path }: NodeView): boolean => path[0] === 'trainer' || path[0] === 'exp_manager'

function isWrongThere(parsed: Parsed, { path }: NodeView, found: readonly Issue[]): boolean {
  const wrong = new Set(found.filter(({ level }) => level === 'error').map((issue) => pathKey(issue.path)))
  return referencesIn(parsed).some(({ holder, target }) => {
    const value = target === null || !samePath(holder.path, path) ? null : followed(parsed, target)
    return value !== null && wrong.has(pathKey(value))
  })
}
