import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Fix, Issue } from '../../core/issue'
import { parse } from '../../core/omegaconf/parse'
import type { Parsed } from '../../core/parsed'
import { printPath } from '../../core/path'
import { check } from '../check/check'
import { planFix } from '../fixes/fix'
import type { Family } from '../schema/field'

/** A rule of the facts: a snippet that breaks it and one that does not, in the stated family. */
interface FactsRule {
  id: string
  severity: Issue['level']
  bad: string | null
  good: string | null
  family?: Family
}
/** What carries a rule of the facts: an issue code (a rule's id or a code of the schema) at a path; or why nothing does. */
type Carried = { by: string; at?: string; level?: Issue['level'] } | { none: string }

const areas = [
  'trainer-exp-manager',
  'optim-and-shared',
  'model-latent-diffusion',
  'data-and-imagen',
  'inference-and-recipes',
]
const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`./facts/${name}.test-data.json`, import.meta.url), 'utf8'))

const found = (text: string | null, family: Family | undefined, by: string, at: string | undefined): Issue[] =>
  check(parse(text ?? ''), family === undefined ? {} : { family }).filter(
    ({ code, path }) => code === by && (at === undefined || printPath(path) === at),
  )

/** A fix can be made, and leaves no more issues than there were. */
function expectHelp(text: string, family: Family | undefined, fix: Fix): void {
  const planned = planFix(parse(text), fix)
  expect(planned.ok, `the fix ${JSON.stringify(fix)}`).toBe(true)
  const count = (parsed: Parsed) => check(parsed, family === undefined ? {} : { family }).length
  if (planned.ok) expect(count(planned.after)).toBeLessThanOrEqual(count(parse(text)))
}

describe.each(areas)('%s', (area) => {
  const rules: FactsRule[] = read(area)
  const carried: Record<string, Carried> = read(`${area}.carried`)

  test('every rule of the facts is carried, or it is said why not', () => {
    expect(rules.map(({ id }) => id).filter((id) => carried[id] === undefined)).toEqual([])
    expect(Object.keys(carried).filter((id) => !rules.some((rule) => rule.id === id))).toEqual([])
  })

  const rows = rules.flatMap((rule) => {
    const carrier = carried[rule.id]
    return carrier === undefined || 'none' in carrier ? [] : [{ ...rule, ...carrier }]
  })
  test.each(rows)('$id', ({ bad, good, family, by, at, level, severity }) => {
    const issues = found(bad, family, by, at)
    expect(issues.length, 'the bad snippet').toBeGreaterThan(0)
    if (bad !== null) expect(issues.map((issue) => issue.level)).toContain(level ?? severity)
    if (good !== null) expect(found(good, family, by, at), 'the good snippet').toEqual([])
    for (const { fix } of issues) if (fix !== undefined) expectHelp(bad ?? '', family, fix)
  })
})
