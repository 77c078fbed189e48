import { type Path, parsePath, printPath } from '../core/path'

/** `#/trainer.devices` names a place; null for any other fragment. */
export function pathOfFragment(fragment: string): Path | null {
  if (!fragment.startsWith('#/')) return null
  try {
    return parsePath(decodeURIComponent(fragment.slice(2)))
  } catch {
    return null
  }
}

export const fragmentOfPath = (path: Path): string => `#/${encodeURI(printPath(path))}`
