import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from '../../core/omegaconf/parse'
import { check } from '../check/check'
import { checkWith } from '../check/check-with'
import { familyOf } from '../schema/family'
import type { Family } from '../schema/field'
import { loadRuleGroup, ruleGroupsFor } from './rule-groups'

const within = (folder: string) =>
  readdirSync(new URL(folder, import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => [file, readFileSync(new URL(`${folder}${file}`, import.meta.url), 'utf8')] as const)

async function withNeededGroups(text: string, family?: Family) {
  const parsed = parse(text)
  const groups = ruleGroupsFor(parsed, family ?? familyOf(parsed))
  const rules = (await Promise.all(groups.map(loadRuleGroup))).flat()
  return checkWith(rules, parsed, family === undefined ? {} : { family })
}

describe('the rules that are not loaded for a config find nothing in it', () => {
  test.each([...within('../../../e2e/fixtures/nemo-configs/'), ...within('../recipes/texts/')])(
    '%s',
    async (_, text) => {
      expect(await withNeededGroups(text)).toEqual(check(parse(text)))
    },
  )

  const areas = ['trainer-exp-manager', 'optim-and-shared', 'model-latent-diffusion', 'data-and-imagen']
  test.each([...areas, 'inference-and-recipes'])('snippets of %s', async (area) => {
    const rows: { id: string; bad?: string; good?: string; family?: Family }[] = JSON.parse(
      readFileSync(new URL(`./facts/${area}.test-data.json`, import.meta.url), 'utf8'),
    )
    for (const { id, bad, good, family } of rows)
      for (const text of [bad, good]) {
        if (typeof text !== 'string') continue
        const all = check(parse(text), family === undefined ? {} : { family })
        const found = (await withNeededGroups(text, family)).map(({ code }) => code).sort()
        expect([id, found]).toEqual([id, all.map(({ code }) => code).sort()])
      }
  })
})
