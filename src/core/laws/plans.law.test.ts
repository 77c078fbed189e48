import { expect, test } from 'vitest'
import { parse } from '../omegaconf/parse'
import type { Parsed } from '../parsed'
import type { Planned } from '../yaml/plan-proof'
import { isLinked, isShared } from '../yaml/source-tree'
import { type Action, anyAction, planOf, sensibleAction } from './plan-actions.test-support'
import { faultOf } from './plan-outcome.test-support'
import { Random } from './random.test-support'
import { firstSeed, patience, texts } from './rounds.test-support'
import { randomText } from './texts.test-support'

/** What went wrong, as code to reproduce it: the text as JSON and what was asked of it. */
const report = (what: string, text: string, action: Action): string =>
  `${what}: ${JSON.stringify(text)} ${JSON.stringify(action)}`

const faultIn = (parsed: Parsed, action: Action, planned: Planned): string =>
  planned.ok ? faultOf(parsed, action, planned.edits, planned.after) : planned.refusal === 'internal' ? 'internal' : ''

/** An alias makes places one; a plan for one of them is rightly refused. */
const isRightlyAlias = (parsed: Parsed, { kind, path }: Action): boolean =>
  isShared(parsed, path) || (kind === 'move' && isLinked(parsed, path))

function outcomeOf(parsed: Parsed, action: Action, planned: Planned): string {
  if (planned.ok) return 'made'
  return planned.refusal === 'alias' && isRightlyAlias(parsed, action)
    ? 'shared by an alias'
    : `refused ${planned.refusal}`
}

/** Whether the plans of a text do what is asked; how the sensible ones end is counted in `tally`. */
function faultsOf(text: string, random: Random, tally: Map<string, number>): string[] {
  const parsed = parse(text)
  const faults: string[] = []
  const plan = (action: Action): Planned => {
    const planned = planOf(parsed, action)
    const fault = faultIn(parsed, action, planned)
    if (fault !== '') faults.push(report(fault, text, action))
    return planned
  }
  if (parsed.problems.some(({ code }) => code === 'internal')) faults.push(`parse: ${JSON.stringify(text)}`)
  for (let i = 0; i < 2; i++) plan(anyAction(random, parsed))
  for (let i = 0; i < 4 && parsed.sound; i++) {
    const action = sensibleAction(random, parsed)
    const planned = action === null ? null : plan(action)
    if (action === null || planned === null) continue
    const outcome = `${action.kind} ${outcomeOf(parsed, action, planned)}`
    tally.set(outcome, (tally.get(outcome) ?? 0) + 1)
  }
  return faults
}

test(
  'no plan throws on any text; what is made is what was asked; hardly any is refused',
  () => {
    const tally = new Map<string, number>()
    const faults: string[] = []
    for (let i = 0; i < texts && faults.length < 10; i++) {
      const seed = firstSeed + i
      faults.push(...faultsOf(randomText(seed), new Random(~seed), tally))
    }
    expect(faults.join('\n')).toBe('')
    const count = (pattern: RegExp) =>
      [...tally].reduce((sum, [outcome, n]) => sum + (pattern.test(outcome) ? n : 0), 0)
    const summary = [...tally]
      .sort((a, b) => b[1] - a[1])
      .map(([outcome, n]) => `${n} ${outcome}`)
      .join('\n')
    expect(count(/ made$/), summary).toBeGreaterThan(texts)
    expect(count(/ refused /) / count(/ (?:made$|refused )/), summary).toBeLessThanOrEqual(0.005)
  },
  patience,
)
