import type { Parsed } from '../../core/parsed'
import { pathKey } from '../../core/path'

/** True when `defaults` names other files, so that what is not in this file may come from there. */
export function isComposed({ nodes }: Parsed): boolean {
  const defaults = nodes.get('/defaults')
  if (defaults?.kind !== 'list') return false
  return defaults.children.some((step) => {
    const item = nodes.get(pathKey(['defaults', step]))
    if (item?.kind === 'dict') return item.children.some((key) => !/^override\s+hydra\//.test(String(key)))
    return item?.scalar?.t !== 'str' || item.scalar.v !== '_self_'
  })
}
