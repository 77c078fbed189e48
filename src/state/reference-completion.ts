import { variablesIn } from '../core/omegaconf/references'
import { resolverNames } from '../core/omegaconf/resolvers'
import { isWithin, type Path } from '../core/path'
import { shownParsed } from './field-view'
import { type ReferenceTarget, referenceTargets } from './reference-targets'
import type { AppState } from './store'

/** What a caret inside `${…}` is about to write, and what of it is written: a key, or the name of an environment variable. */
export interface ReferenceContext {
  readonly kind: 'key' | 'variable'
  readonly typed: string
  /** Behind `resolver:`, where no other resolver's name can stand. */
  readonly isArgument: boolean
}

const key = String.raw`[^\\\${}():\s'"]*`
const pattern = new RegExp(
  `\\$\\{\\s*(?:(oc\\.(?:select|deprecated|dict\\.keys|dict\\.values|env))\\s*:\\s*['"]?)?(${key})$`,
)

/** By the text in front of the caret; null outside of an open `${`. */
export function referenceContext(before: string): ReferenceContext | null {
  const match = pattern.exec(before)
  if (match === null) return null
  const [, resolver, typed = ''] = match
  return { kind: resolver === 'oc.env' ? 'variable' : 'key', typed, isArgument: resolver !== undefined }
}

/** How much behind the caret belongs to the word that is completed. */
export const wordAfter = (rest: string): string => /^[^\\${}():\s'",]*/.exec(rest)?.[0] ?? ''

export type Completion =
  | { readonly kind: 'key'; readonly insert: string; readonly target: ReferenceTarget }
  | { readonly kind: 'resolver' | 'variable'; readonly insert: string }

/** What can be written at a caret inside `${…}` of the value at `holder`: the keys (relative ones behind dots), then resolvers. */
export function completionsIn(
  state: AppState,
  holder: Path,
  { kind, typed, isArgument }: ReferenceContext,
): Completion[] {
  if (kind === 'variable') {
    const names = new Set([...Object.keys(state.env), ...variablesIn(shownParsed(state))])
    return [...names].map((insert) => ({ kind: 'variable', insert }))
  }
  const dots = /^\.*/.exec(typed)?.[0].length ?? 0
  const keys = referenceTargets(state, holder).flatMap((target): Completion[] => {
    const insert = dots === 0 ? target.written : relative(holder, target, dots)
    return insert === null ? [] : [{ kind: 'key', insert, target }]
  })
  if (dots > 0 || isArgument) return keys
  return [...keys, ...resolverNames.map((name): Completion => ({ kind: 'resolver', insert: `${name}:` }))]
}

/** A target as named from the container that `dots` lead to; null when it is not in there. */
function relative(holder: Path, { path, written }: ReferenceTarget, dots: number): string | null {
  if (dots > holder.length) return null
  const base = holder.slice(0, holder.length - dots)
  if (path.length <= base.length || !isWithin(path, base)) return null
  // The written form has the same steps in the same order: what the base takes up is cut off.
  const steps = written.match(/\[[^\]]*\]|[^.[\]]+/g) ?? []
  const rest = steps.slice(base.length).reduce((text, step) => text + (step.startsWith('[') ? step : `.${step}`), '')
  return '.'.repeat(dots) + rest.replace(/^\./, '')
}

/** Those that match what is typed, the nearest first: at the start, at the start of a step, anywhere. */
export function matching(completions: readonly Completion[], typed: string): Completion[] {
  const wanted = typed.toLowerCase()
  const rank = (insert: string): number => {
    const at = insert.toLowerCase().indexOf(wanted)
    if (at < 0) return 3
    return at === 0 ? 0 : /[.[]/.test(insert[at - 1] ?? '') ? 1 : 2
  }
  const ranked = completions.map((completion) => ({ completion, at: rank(completion.insert) }))
  return [0, 1, 2].flatMap((wantedRank) =>
    ranked.filter(({ at }) => at === wantedRank).map(({ completion }) => completion),
  )
}
