import type { Issue } from '../../core/issue'
import { followed, referencesAt } from '../../core/omegaconf/references'
import type { Resolution } from '../../core/omegaconf/resolve'
import type { NodeView, Parsed } from '../../core/parsed'
import { type PathKey, pathKey } from '../../core/path'
import { specIn } from '../context/specs-in'
import { checkValue } from '../schema/check-value'

/**
 * What the schema says of the values that references lead to: the code reads those, not the expressions. A value that is wrong at its own
 * place too is not reported again where it is referred to.
 */
export function checkResolved(parsed: Parsed, resolution: Resolution, found: readonly Issue[]): Issue[] {
  const issues: Issue[] = []
  const wrong = new Set(found.filter(({ level }) => level === 'error').map(({ path }) => pathKey(path)))
  for (const node of parsed.nodes.values()) {
    if (node.via !== null || node.scalar?.t !== 'str' || !node.scalar.v.includes('${')) continue
    const resolved = resolution.at(node.path)
    const spec = resolved.ok ? specIn(parsed, node.path) : null
    const problem = spec === null || !resolved.ok ? null : checkValue(spec, resolved.value)
    if (problem === null || (problem.code === 'null' && !isHandedOn(node)) || isWrongThere(parsed, node, wrong))
      continue
    issues.push({ ...problem, path: node.path, span: node.valueSpan, level: 'error' })
  }
  return issues
}

/** Sections that are handed on whole; elsewhere a null that came through a reference may never be read. */
const isHandedOn = ({ path }: NodeView): boolean => path[0] === 'trainer' || path[0] === 'exp_manager'

/** `wrong`: the places of all errors. */
function isWrongThere(parsed: Parsed, { path }: NodeView, wrong: ReadonlySet<PathKey>): boolean {
  return referencesAt(parsed, pathKey(path)).some(({ target }) => {
    const value = target === null ? null : followed(parsed, target)
    return value !== null && wrong.has(pathKey(value))
  })
}
