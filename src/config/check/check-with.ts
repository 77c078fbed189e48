import type { Issue } from '../../core/issue'
import type { Parsed } from '../../core/parsed'
import type { SecondReader } from '../../core/yaml12/second-reader'
import { familyOf } from '../schema/family'
import type { Family } from '../schema/field'
import { type Environment, resolutionOf } from '../view/resolution'
import type { Rule } from '../view/rule'
import { keyIssues } from './keys'
import { misnamedKeys, withIntendedKeys } from './misnamed-keys'
import { placesOf } from './places'
import { problemsOf } from './problems'
import { type Context, finding, judging } from './stages'

/** What a check may know beside the text. `env`: what `oc.env` sees. `family`: the kind of config, when it is not to be recognised. */
export interface CheckOptions {
  readonly env?: Environment
  readonly family?: Family | null
  /** Null while it is being loaded: then nothing is said of values that are read differently. */
  readonly readElsewhere?: SecondReader | null
}

/** As `check`, with these rules alone. */
export function checkWith(rules: readonly Rule[], parsed: Parsed, options: CheckOptions = {}): Issue[] {
  const problems = problemsOf(parsed)
  if (!parsed.sound) return problems
  if (parsed.typed.t === 'list') return [...problems, topLevelList(parsed)]
  const context = contextOf(rules, parsed, problems, options)
  let issues: readonly Issue[] = []
  for (const { run } of finding) issues = run(context, issues)
  const judged = { ...context, found: issues }
  for (const { run } of judging) issues = run(judged, issues)
  return [...issues]
}

/** The text is read twice where keys are misnamed: as it is written, to find them, and as it was meant. */
function contextOf(
  rules: readonly Rule[],
  parsed: Parsed,
  problems: readonly Issue[],
  { env, family: given, readElsewhere = null }: CheckOptions,
): Context {
  const pinned = given ?? undefined
  const written = placesOf(parsed, parsed)
  const familyAsWritten = pinned ?? familyOf(parsed)
  const misnamed = misnamedKeys(parsed, keyIssues({ parsed, intended: parsed, family: familyAsWritten }, written))
  const intended = withIntendedKeys(parsed, misnamed)
  return {
    parsed,
    problems,
    rules,
    resolution: resolutionOf(parsed, env),
    family: misnamed.length === 0 ? familyAsWritten : (pinned ?? familyOf(intended)),
    familyAsWritten,
    readElsewhere,
    misnamed,
    intended,
    places: misnamed.length === 0 ? written : placesOf(parsed, intended),
  }
}

/** OmegaConf loads a list; Hydra cannot merge it into a config. hydra:hydra/_internal/config_loader_impl.py */
const topLevelList = ({ nodes }: Parsed): Issue => ({
  code: 'top-level-list',
  path: [],
  span: nodes.get('')?.valueSpan ?? null,
  level: 'error',
  facts: {},
})
