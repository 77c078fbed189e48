import type { Issue } from '../../core/issue'
import type { Resolution } from '../../core/omegaconf/resolve'
import type { Parsed } from '../../core/parsed'
import { pathKey } from '../../core/path'
import { isMissingValue } from '../../core/typed'
import type { SecondReader } from '../../core/yaml12/second-reader'
import { suppressedBy } from '../fixes/suppression'
import type { Family } from '../schema/field'
import { isComposed } from '../view/composed'
import { ConfigView } from '../view/config-view'
import { isFillIn } from '../view/fill-in'
import { issuesOf, type Rule } from '../view/rule'
import { checkSchema } from './check-schema'
import { fillInIssues } from './fill-ins'
import { groupIssues } from './grouped-issues'
import { interpolationIssues } from './interpolations'
import { keyIssues } from './keys'
import type { MisnamedKey } from './misnamed-keys'
import { withMissedPlaces } from './misplaced'
import { onePerPlace } from './one-per-place'
import type { Place } from './places'
import { readingIssues } from './readings'
import { checkResolved } from './resolved-values'
import { blamedOnNames, withoutConsequences } from './root-causes'
import { targetIssues } from './targets'
import { valueIssues } from './values'

/** What a check knows of a text before its stages run; `check-with.ts` makes it. */
export interface Context {
  readonly parsed: Parsed
  /** What OmegaConf says when it loads the text. */
  readonly problems: readonly Issue[]
  readonly rules: readonly Rule[]
  readonly resolution: Resolution
  /** What a program that reads YAML 1.2 makes of a value; null while it is being loaded. */
  readonly readElsewhere: SecondReader | null
  readonly family: Family | null
  /** The family of the text before its keys are taken for what they were meant to be. */
  readonly familyAsWritten: Family | null
  /** Keys under a wrong name or in a wrong section, and the text with what they were meant for. */
  readonly misnamed: readonly MisnamedKey[]
  readonly intended: Parsed
  /** The text's places as its schema sees them. */
  readonly places: readonly Place[]
}

/** As `Context`, with what is known to be wrong before any rule speaks: rules take such values for unknown. */
export interface JudgedContext extends Context {
  readonly found: readonly Issue[]
}

/** A step of the check: the issues that stand after it, of those that stood before it. */
interface Stage<C> {
  readonly id: string
  readonly run: (context: C, issues: readonly Issue[]) => readonly Issue[]
}

/** The check begins with what each value says by itself … */
export const finding: readonly Stage<Context>[] = [
  { id: 'read', run: ({ problems }) => problems },
  { id: 'interpolations', run: (c, issues) => [...issues, ...interpolationIssues(c.parsed, c.resolution)] },
  { id: 'keys', run: (c, issues) => [...issues, ...keyIssues(c, c.places)] },
  { id: 'values', run: (c, issues) => [...issues, ...valueIssues(c.parsed, c.places)] },
  { id: 'targets', run: (c, issues) => [...issues, ...targetIssues(c, c.places, issues.filter(isUnknownKey))] },
  { id: 'resolved values', run: (c, issues) => [...issues, ...checkResolved(c.parsed, c.resolution, issues)] },
]

/** … goes on with what values say of each other, and ends with one issue a cause and nothing that is suppressed. */
export const judging: readonly Stage<JudgedContext>[] = [
  { id: 'rules', run: (c, issues) => onePerPlace(issues, ruleIssues(c, c.intended)) },
  { id: 'missed places', run: (c, issues) => withMissedPlaces(c.parsed, issues) },
  { id: 'root causes', run: (c, issues) => withoutConsequences(c.parsed, issues, c.misnamed) },
  { id: 'needed names', run: withNeededNames },
  { id: 'fill-ins', run: (c, issues) => [...issues, ...fillInIssues(viewOf(c, c.intended), issues)] },
  { id: 'readings', run: withReadings },
  { id: 'suppressions', run: withoutSuppressed },
  { id: 'order', run: (_, issues) => [...issues].sort((a, b) => (a.span?.from ?? 0) - (b.span?.from ?? 0)) },
  { id: 'groups', run: (_, issues) => groupIssues(issues) },
]

const isUnknownKey = ({ code }: Issue): boolean => code === 'unknown-key'

const viewOf = ({ parsed, resolution, found, family }: JudgedContext, text: Parsed): ConfigView =>
  new ConfigView(parsed, { resolution, issues: found, family, meant: text })

/** What the rules find, with `text` for the text that says which keys are there. */
function ruleIssues(context: JudgedContext, text: Parsed): Issue[] {
  const view = viewOf(context, text)
  return context.rules.flatMap((rule) => issuesOf(rule, view)).filter((issue) => !isOfMissing(context.parsed, issue))
}

/** A rule has nothing to say of a value that is not there yet, but that it has to be given. */
const isOfMissing = ({ nodes }: Parsed, issue: Issue): boolean =>
  isMissingValue(nodes.get(pathKey(issue.path))?.scalar) && !isFillIn(issue)

/** The text is taken as it is written once more, to see which misnamed keys the run cannot do without. */
function withNeededNames(context: JudgedContext, issues: readonly Issue[]): readonly Issue[] {
  const { parsed, misnamed, familyAsWritten, found } = context
  const mayBeNeeded = misnamed.length > 0 && !isComposed(parsed) && issues.some(isUnreadKey)
  if (!mayBeNeeded) return issues
  const asWritten = [...found, ...checkSchema(parsed, familyAsWritten), ...ruleIssues(context, parsed)]
  return blamedOnNames(issues, misnamed, asWritten)
}

/** Said once the second reader is there. */
function withReadings({ parsed, readElsewhere }: JudgedContext, issues: readonly Issue[]): readonly Issue[] {
  return readElsewhere === null ? issues : [...issues, ...readingIssues(parsed, issues, readElsewhere)]
}

/** A key that stops nothing by itself. */
const isUnreadKey = ({ code, level }: Issue): boolean => code === 'unknown-key' && level !== 'error'

/** Without what a comment in the text suppresses, and without what the text may lack because it includes others. */
function withoutSuppressed({ parsed, problems }: JudgedContext, issues: readonly Issue[]): Issue[] {
  const isProblem = new Set(problems)
  const isSuppressed = suppressedBy(parsed)
  const isOpen = isComposed(parsed)
  const isElsewhere = ({ path }: Issue): boolean => isOpen && !parsed.nodes.has(pathKey(path))
  return issues.filter((issue) => isProblem.has(issue) || !(isSuppressed(issue) || isElsewhere(issue)))
}
