import { reasonFacts } from '../../config/check/interpolations'
import { resolutionOf } from '../../config/view/resolution'
import type { Facts } from '../../core/issue'
import type { Resolution } from '../../core/omegaconf/resolve'
import { type PathKey, pathKey, printPath } from '../../core/path'
import type { Typed } from '../../core/typed'
import type { AppState } from '../store'
import { shownParsed } from './field-view'

/** The resolution of the text that the form shows, in the user's environment; worked out when asked, once a text. */
export const resolvedOf = (state: AppState): Resolution => resolutionOf(shownParsed(state), state.env)

/** What an interpolated place resolves to, or the facts of why it does not; `at` is the place at fault, '' when it is this one. */
export type Answer =
  | { readonly ok: true; readonly value: Typed }
  | { readonly ok: false; readonly facts: Facts; readonly at: string }

/** The answer at a place; null where no interpolation stands. */
export function answerAt(state: AppState, key: PathKey): Answer | null {
  const { values, failures } = resolvedOf(state).all()
  const value = values.get(key)
  if (value !== undefined) return { ok: true, value }
  const failure = failures.get(key)
  if (failure === undefined) return null
  const { reason, at } = failure
  return {
    ok: false,
    facts: reasonFacts(shownParsed(state), reason),
    at: at === null || pathKey(at) === key ? '' : printPath(at),
  }
}
