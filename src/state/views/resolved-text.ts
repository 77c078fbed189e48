import { isOpenReason, reasonFacts } from '../../config/check/interpolations'
import type { Facts } from '../../core/issue'
import type { ResolvedConfig } from '../../core/omegaconf/resolve'
import type { Parsed } from '../../core/parsed'
import { childKey, type Path, type PathKey, pathKey } from '../../core/path'
import { isMissingValue } from '../../core/typed'
import { blockLines } from '../../core/yaml/block-lines'
import type { AppState } from '../store'
import { shownParsed } from './field-view'
import { resolvedOf } from './resolved'

/** One line of the resolved config. */
export interface ResolvedLine {
  readonly text: string
  readonly path: Path
  /** `resolved`: not as in the source; `failed`, `open`: an expression without a value, as written, wrong or known at launch only; `missing`: `???`. */
  readonly mark: 'resolved' | 'failed' | 'open' | 'missing' | null
  /** The expression that the value comes from, in the first line of that. */
  readonly expression: string | null
}

/** A place whose expression has no value, and why. */
export interface Unresolved {
  readonly path: Path
  readonly facts: Facts
  /** The place at fault, when it is another. */
  readonly at: Path | null
}

export interface ResolvedText {
  readonly lines: readonly ResolvedLine[]
  readonly unresolved: readonly Unresolved[]
  readonly missing: readonly Path[]
  readonly hasExpressions: boolean
}

const known = new WeakMap<ResolvedConfig, ResolvedText>()

/** The config as NeMo sees it, line by line, and what of it has no value; the same object for the same text and environment. */
export function resolvedText(state: AppState): ResolvedText {
  const config = resolvedOf(state).all()
  let text = known.get(config)
  if (text === undefined) {
    text = textOf(shownParsed(state), config)
    known.set(config, text)
  }
  return text
}

function textOf(parsed: Parsed, { typed, values, failures }: ResolvedConfig): ResolvedText {
  const expressionAt = (key: PathKey): string | null => {
    const scalar = parsed.nodes.get(key)?.scalar
    return scalar?.t === 'str' ? scalar.v : null
  }
  let before: PathKey | null = null
  const lines = blockLines(typed).map(({ text, path }): ResolvedLine => {
    const { key, from } = originOf(path, values)
    const isFirst = from !== before
    before = from
    if (from !== null) return { text, path, mark: 'resolved', expression: isFirst ? expressionAt(from) : null }
    const failure = failures.get(key)
    if (failure !== undefined)
      return {
        text,
        path,
        mark: isOpenReason(reasonFacts(parsed, failure.reason)) ? 'open' : 'failed',
        expression: null,
      }
    return { text, path, mark: isMissingValue(parsed.nodes.get(key)?.scalar) ? 'missing' : null, expression: null }
  })
  return {
    lines,
    unresolved: [...failures].map(([key, { path, reason, at }]) => ({
      path,
      facts: reasonFacts(parsed, reason),
      at: at === null || pathKey(at) === key ? null : at,
    })),
    missing: [...parsed.nodes.values()]
      .filter(({ scalar, via }) => via === null && isMissingValue(scalar))
      .map(({ path }) => path),
    hasExpressions: values.size + failures.size > 0,
  }
}

/** The key of a place, and of the outermost expression that what stands there comes from. */
function originOf(path: Path, values: ReadonlyMap<PathKey, unknown>): { key: PathKey; from: PathKey | null } {
  let key: PathKey = ''
  let from: PathKey | null = null
  for (const step of path) {
    key = childKey(key, step)
    if (from === null && values.has(key)) from = key
  }
  return { key, from }
}
