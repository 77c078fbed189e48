import type { Facts, Fix, Issue, Level } from '../../core/issue'
import type { NodeView, Parsed } from '../../core/parsed'
import { type Path, pathKey, printPath } from '../../core/path'
import type { Span } from '../../core/text'
import { type Typed, typedStr } from '../../core/typed'
import { scalarSource } from '../../core/yaml/scalar'
import type { Family } from '../schema/field'
import { type ConfigView, isDict, type Place, type Plain, pathOfPlace } from './config-view'

/** What a rule found once. */
export interface Finding {
  /** The place that is marked: the one to change first. It may be absent from the text. */
  readonly at: Place
  /** The other places involved. */
  readonly also?: readonly Place[]
  /** What the sentence names. `path` is filled in with `at`. */
  readonly facts?: Facts
  readonly fix?: Fix
  /** When it differs from the rule's. */
  readonly level?: Level
  /** Which of the rule's sentences, when it has several: `variant` of `i18n/rules`. */
  readonly variant?: string
}

/**
 * A check across fields: facts to findings. Its sentences stand under its id in `i18n/rules/<language>/`, what it was read off in
 * `i18n/rules/sources/`. Conditions run on resolved values; a value that is not known here silences the rule.
 */
export interface Rule {
  /** Stable: people suppress it by this id. */
  readonly id: string
  readonly level: Level
  /** The families in which it is evaluated; all, and configs of no known family, when left out. */
  readonly families?: readonly Family[]
  readonly check: (config: ConfigView) => Iterable<Finding> | Finding | null
}

/** The rule's findings in a config as issues. */
export function issuesOf(rule: Rule, config: ConfigView): Issue[] {
  if (rule.families !== undefined && !config.is(...rule.families)) return []
  const result = config.attempt(() => rule.check(config))?.answer ?? null
  if (result === null) return []
  const findings = isOne(result) ? [result] : knownOf(result, config)
  return findings.map((finding) => issueOf(rule, finding, config.parsed))
}

/** The findings up to the first that needs a value which is not known. */
function knownOf(results: Iterable<Finding>, config: ConfigView): Finding[] {
  const found: Finding[] = []
  const steps = results[Symbol.iterator]()
  for (;;) {
    const step = config.attempt(() => steps.next())?.answer
    if (step === undefined || step.done === true) return found
    found.push(step.value)
  }
}

const isOne = (result: Iterable<Finding> | Finding): result is Finding => !(Symbol.iterator in result)

function issueOf(rule: Rule, { at, also = [], facts = {}, fix, level, variant }: Finding, parsed: Parsed): Issue {
  const path = pathOfPlace(at)
  return {
    code: rule.id,
    path,
    span: spanOf(parsed, path),
    level: level ?? rule.level,
    facts: { path: printPath(path), ...facts },
    ...(also.length === 0 ? {} : { places: also.map(pathOfPlace) }),
    ...(variant === undefined ? {} : { variant }),
    ...(fix === undefined ? {} : { fix }),
  }
}

/** A scalar's value, the key of a dict or list; for an absent place the key of the nearest dict around it; null at the root. */
function spanOf(parsed: Parsed, path: Path): Span | null {
  for (let length = path.length; length > 0; length--) {
    const node = parsed.nodes.get(pathKey(path.slice(0, length)))
    if (node !== undefined) return spanOfNode(node, length === path.length)
  }
  return null
}

const spanOfNode = (node: NodeView, isItself: boolean): Span =>
  (isItself && node.kind === 'scalar' && node.style !== 'empty') || node.keySpan === null
    ? node.valueSpan
    : node.keySpan

/** The typed value of plain JavaScript; whole numbers are ints. */
function typedOf(value: Plain): Typed {
  if (value === null) return { t: 'null' }
  if (typeof value === 'boolean') return { t: 'bool', v: value }
  if (typeof value === 'number')
    return Number.isInteger(value) ? { t: 'int', v: String(value) } : { t: 'float', v: String(value) }
  if (typeof value === 'string') return { t: 'str', v: value }
  if (isDict(value)) return { t: 'dict', v: Object.entries(value).map(([key, item]) => [typedStr(key), typedOf(item)]) }
  return { t: 'list', v: value.map(typedOf) }
}

/** Fix: the value at a place becomes another; inserted when absent. */
export const set = (place: Place, value: Plain): Fix => ({
  kind: 'set',
  path: pathOfPlace(place),
  source: scalarSource(typedOf(value)),
})
export const remove = (place: Place): Fix => ({ kind: 'remove', path: pathOfPlace(place) })
export const rename = (place: Place, key: string): Fix => ({ kind: 'rename', path: pathOfPlace(place), key })
/** Several repairs as one. */
export const all = (...fixes: readonly Fix[]): Fix => ({ kind: 'all', fixes })
