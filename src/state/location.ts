import { type Path, parsePath } from '../core/path'

/** `#/trainer.devices` names a place; null for any other fragment. */
export function pathOfFragment(fragment: string): Path | null {
  if (!fragment.startsWith('#/')) return null
  try {
    return parsePath(decodeURIComponent(fragment.slice(2)))
  } catch {
    return null
  }
}
