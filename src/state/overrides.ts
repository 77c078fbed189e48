import { differencesBetween } from '../config/recipes/differences'
import { diffTyped, maxDifferences, type OverrideDiff } from '../core/hydra/diff-overrides'
import type { Parsed } from '../core/parsed'

/** The overrides that lead from one config to another, or why there are none: one cannot be read, or `count` places differ. */
export type OverridesBetween =
  | Extract<OverrideDiff, { ok: true }>
  | { readonly ok: false; readonly why: 'unreadable' }
  | { readonly ok: false; readonly why: 'many'; readonly count: number }

const isMap = ({ sound, typed }: Parsed): boolean => sound && typed.t === 'dict'

export function overridesBetween(base: Parsed, now: Parsed): OverridesBetween {
  if (!isMap(base) || !isMap(now)) return { ok: false, why: 'unreadable' }
  const count = differencesBetween(base, now).length
  if (count > maxDifferences) return { ok: false, why: 'many', count }
  return { ok: true, ...diffTyped(base.typed, now.typed) }
}
