import { variablesIn } from '../../core/omegaconf/references'
import { resolverNames } from '../../core/omegaconf/resolvers'
import { isWithin, type Path } from '../../core/path'
import type { AppState } from '../store'
import { shownParsed } from '../views/field-view'
import type { ReferenceContext } from './reference-context'
import { type ReferenceTarget, referenceTargets } from './reference-targets'

export type Completion =
  | { readonly kind: 'key'; readonly insert: string; readonly target: ReferenceTarget }
  | { readonly kind: 'resolver' | 'variable'; readonly insert: string }

/** What can be written at a caret inside `${…}` of the value at `referrer`: the keys (relative ones behind dots), then resolvers. */
export function completionsIn(
  state: AppState,
  referrer: Path,
  { kind, typed, isArgument }: ReferenceContext,
): Completion[] {
  if (kind === 'variable') {
    const names = new Set([...Object.keys(state.env), ...variablesIn(shownParsed(state))])
    return [...names].map((insert) => ({ kind: 'variable', insert }))
  }
  const dots = /^\.*/.exec(typed)?.[0].length ?? 0
  const keys = referenceTargets(state, referrer).flatMap((target): Completion[] => {
    const insert = dots === 0 ? target.written : relative(referrer, target, dots)
    return insert === null ? [] : [{ kind: 'key', insert, target }]
  })
  if (dots > 0 || isArgument) return keys
  return [...keys, ...resolverNames.map((name): Completion => ({ kind: 'resolver', insert: `${name}:` }))]
}

/** A target as named from the container that `dots` lead to; null when it is not in there. */
function relative(referrer: Path, { path, written }: ReferenceTarget, dots: number): string | null {
  if (dots > referrer.length) return null
  const base = referrer.slice(0, referrer.length - dots)
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
