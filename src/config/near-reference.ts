import { parseInterpolation } from '../core/omegaconf/grammar'
import { printReference } from '../core/omegaconf/references'
import type { Parsed } from '../core/parsed'
import { isWithin, type Path, pathKey } from '../core/path'
import { nearest } from './nearest'

/**
 * The reference that a broken one was probably meant to be: beside the value or at the root (dots too many or too few), the only key of
 * that name elsewhere, or one spelt nearly like it. Null when there is none.
 */
export function nearReference(parsed: Parsed, holder: Path, expression: string): string | null {
  const read = parseInterpolation(expression)
  const [only, ...others] = read.ok ? read.text : []
  if (only === undefined || typeof only === 'string' || only.kind !== 'node' || others.length > 0) return null
  const keys = only.keys.map(({ name }) => (typeof name === 'string' ? name : ''))
  if (keys.includes('')) return null
  const isThere = (path: Path) => parsed.nodes.has(pathKey(path)) && !isWithin(holder, path)
  const sibling = [...holder.slice(0, -1), ...keys]
  if (only.dots === 0 && isThere(sibling)) return `\${.${keys.join('.')}}`
  if (only.dots > 0 && isThere(keys)) return `\${${keys.join('.')}}`
  const isList = (path: Path) => parsed.nodes.get(pathKey(path))?.kind === 'list'
  const written = [...parsed.nodes.values()]
    .filter(({ path }) => path.length > 0 && !isWithin(holder, path))
    .flatMap(({ path }) => printReference(path, isList) ?? [])
  const sameEnd = written.filter((reference) => reference.endsWith(`.${keys.join('.')}}`))
  if (sameEnd.length === 1) return sameEnd[0] ?? null
  const word = keys.join('.')
  return nearest(`\${${word}}`, written, word.length < 6 ? 1 : 2)
}
