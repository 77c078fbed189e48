import type { Issue } from '../../core/issue'
import type { Parsed } from '../../core/parsed'
import { type PathKey, pathKey } from '../../core/path'
import { isMissingValue } from '../../core/typed'
import { withRepairs } from '../fixes/repair-syntax'
import { mutedBy } from '../fixes/suppression'
import { familyOf } from '../schema/family'
import type { Family } from '../schema/field'
import { ConfigView } from '../view/config-view'
import { isFillIn } from '../view/fill-in'
import { type Environment, resolutionOf } from '../view/resolution'
import { issuesOf, type Rule } from '../view/rule'
import { fillInIssues } from './check-fill-in'
import { interpolationIssues } from './check-interpolation'
import { readingIssues } from './check-reading'
import { checkResolved } from './check-resolved'
import { checkSchema } from './check-schema'
import { blamedOnNames, withoutConsequences } from './consequences'
import { together } from './grouped-issues'
import { asMeant, misnamedKeys } from './misnamed-keys'
import { withMissedPlaces } from './misplaced'

/** What a check may know beside the text. `env`: what `oc.env` sees. `family`: the kind of config, when it is not to be recognised. */
export interface CheckOptions {
  readonly env?: Environment
  readonly family?: Family | null
}

/** As `check`, with these rules alone. */
export function checkWith(rules: readonly Rule[], parsed: Parsed, options: CheckOptions = {}): Issue[] {
  const problems = parsed.problems.length === 0 ? [] : withRepairs(parsed)
  if (!parsed.sound) return problems
  if (parsed.typed.t === 'list') return [...problems, topLevelList(parsed)]
  const resolution = resolutionOf(parsed, options.env)
  const { asWritten, schema, misnamed, meant, family } = readNames(parsed, options.family ?? undefined)
  const found = [...problems, ...interpolationIssues(parsed, resolution), ...schema]
  found.push(...checkResolved(parsed, resolution, found))
  const viewAs = (text: Parsed) => new ConfigView(parsed, resolution, found, family, text)
  const ruledIn = (config: ConfigView) =>
    rules.flatMap((rule) => issuesOf(rule, config)).filter((issue) => !isOfMissing(parsed, issue))
  const view = viewAs(meant)
  const ruled = ruledIn(view)
  const worst = worstOf(ruled)
  const ownOf = saidOf(schema)
  const all = [
    ...found.filter((issue) => !isSaidBetter(issue, worst)),
    ...ruled.map((issue) => inPlaceOf(issue, ownOf.get(pathKey(issue.path)))),
  ]
  const causes = withoutConsequences(parsed, withMissedPlaces(parsed, all), misnamed)
  const mayBeNeeded = !view.isComposed && misnamed.length > 0 && causes.some(isUnreadKey)
  const said = mayBeNeeded
    ? blamedOnNames(causes, misnamed, [...found, ...asWritten, ...ruledIn(viewAs(parsed))])
    : causes
  const isMuted = mutedBy(parsed)
  const isProblem = new Set(problems)
  const heard = [...said, ...fillInIssues(view, said), ...readingIssues(parsed, said)]
    .filter((issue) => isProblem.has(issue) || !(isMuted(issue) || (view.isComposed && isAbsent(parsed, issue))))
    .sort((a, b) => (a.span?.from ?? 0) - (b.span?.from ?? 0))
  return together(heard)
}

/** What the schema says of a text as it is written and, where keys have a wrong name, as it was meant. */
function readNames(parsed: Parsed, pinned: Family | undefined) {
  const asWritten = checkSchema(parsed, pinned)
  const misnamed = misnamedKeys(parsed, asWritten)
  const meant = asMeant(parsed, misnamed)
  const family = pinned ?? familyOf(meant)
  const schema = misnamed.length === 0 ? asWritten : checkSchema(parsed, family, meant)
  return { asWritten, schema, misnamed, meant, family }
}

/** A key that stops nothing by itself. */
const isUnreadKey = ({ code, level }: Issue): boolean => code === 'unknown-key' && level !== 'error'

/** What the schema says first of each value or key at its own place. */
function saidOf(schema: readonly Issue[]): ReadonlyMap<PathKey, Issue> {
  const said = new Map<PathKey, Issue>()
  for (const issue of schema) {
    const key = pathKey(issue.path)
    if (ofSchema.has(issue.code) && !said.has(key)) said.set(key, issue)
  }
  return said
}

/**
 * What a rule says in place of the schema marks what the schema would, `own`, and repairs a slip of spelling or of place as it would.
 */
function inPlaceOf(issue: Issue, own: Issue | undefined): Issue {
  if (own === undefined) return issue
  const { facts, span, fix } = own
  const isSlip = facts.near !== undefined || (facts.place !== undefined && issue.variant === undefined)
  return isSlip ? { ...issue, span, facts: { ...facts, ...issue.facts }, fix: fix ?? issue.fix } : { ...issue, span }
}

/** OmegaConf loads a list; Hydra cannot merge it into a config. hydra:hydra/_internal/config_loader_impl.py */
const topLevelList = ({ nodes }: Parsed): Issue => ({
  code: 'top-level-list',
  path: [],
  span: nodes.get('')?.valueSpan ?? null,
  level: 'error',
  facts: {},
})

/** A rule has nothing to say of a value that is not there yet, but that it has to be given. */
const isOfMissing = ({ nodes }: Parsed, issue: Issue): boolean => {
  const scalar = nodes.get(pathKey(issue.path))?.scalar
  return isMissingValue(scalar) && !isFillIn(issue)
}

/** What a file lacks may be in one that it includes. */
const isAbsent = (parsed: Parsed, { path }: Issue): boolean => !parsed.nodes.has(pathKey(path))

/** What the schema says of a value or key at its own place. */
const ofSchema: ReadonlySet<string> = new Set([
  ...['type', 'enum', 'range', 'pattern', 'length', 'null'],
  ...['unknown-key', 'unused-key', 'deprecated-key', 'removed-key', 'not-applicable', 'class-status'],
])
const rank = { info: 0, warning: 1, error: 2 } as const

/** How grave the gravest issue at each place is. */
function worstOf(issues: readonly Issue[]): ReadonlyMap<PathKey, number> {
  const worst = new Map<PathKey, number>()
  for (const { path, level } of issues) {
    const key = pathKey(path)
    worst.set(key, Math.max(worst.get(key) ?? 0, rank[level]))
  }
  return worst
}

/** What a rule says of a place goes before what the schema says of it alone, unless that is worse. `ruled`: as `worstOf` the rules' issues. */
function isSaidBetter({ code, path, level }: Issue, ruled: ReadonlyMap<PathKey, number>): boolean {
  const worst = ofSchema.has(code) ? ruled.get(pathKey(path)) : undefined
  return worst !== undefined && (code === 'unknown-key' || worst >= rank[level])
}
