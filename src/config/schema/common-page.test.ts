import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Fix, Issue } from '../../core/issue'
import { parse } from '../../core/omegaconf/parse'
import type { Parsed } from '../../core/parsed'
import { printPath } from '../../core/path'
import { check } from '../check/check'
import { planAll, planFix } from '../fixes/fix'
import type { Family } from './field'

const page = readFileSync(new URL('../../../e2e/fixtures/common-configuration-files.yaml', import.meta.url), 'utf8')

const train = 'model.data.train'
/** What would stop or spoil the run though all else were filled in. */
const faults = [
  'error removed-key trainer.resume_from_checkpoint',
  `error data-augmentation-unknown-key ${train}.augmentations.resize_samllest_side`,
  `error data-filter-keys-required ${train}.filterings.estimated_portion`,
  'error data-filter-needs-infinite-sampler model.data.webdataset.infinite_sampler',
  'error data-local-root-path model.data.webdataset.local_root_path',
]
/** Keys that the blocks leave to the rest of a config. */
const rest: readonly Fix[] = [
  { kind: 'set', path: ['name'], source: 'text2img' },
  { kind: 'set', path: ['model', 'micro_batch_size'], source: '16' },
  { kind: 'set', path: ['model', 'global_batch_size'], source: '16' },
  { kind: 'set', path: ['model', 'gradient_as_bucket_view'], source: 'true' },
  { kind: 'set', path: ['model', 'resume_from_checkpoint'], source: 'null' },
]
const ofRest = ['interpolation', 'batch-size-missing', 'gradient-as-bucket-view-missing']

const serious = (parsed: Parsed, family?: Family): Issue[] =>
  check(parsed, family === undefined ? {} : { family }).filter(({ level }) => level !== 'info')
const named = (issues: readonly Issue[]): string[] =>
  issues.map(({ level, code, path }) => `${level} ${code} ${printPath(path)}`)

function completed(): Parsed {
  const planned = planAll(parse(page), rest)
  if (!planned.ok) throw new Error(planned.refusal)
  return planned.after
}

test('the page reports its five faults, and what it leaves to the rest of a config', () => {
  const issues = serious(parse(page))
  expect(named(issues.filter(({ code }) => !ofRest.includes(code)))).toEqual(faults)
  expect(named(issues.filter(({ code }) => ofRest.includes(code)))).toEqual([
    'error interpolation exp_manager.name',
    'error interpolation exp_manager.resume_from_checkpoint',
    'error batch-size-missing model.global_batch_size',
    'error batch-size-missing model.micro_batch_size',
    'error gradient-as-bucket-view-missing model.gradient_as_bucket_view',
  ])
})

test('with that filled in, exactly the five are left', () => {
  expect(named(serious(completed()))).toEqual(faults)
})

test.each<Family>(['sd', 'sdxl', 'imagen'])('they are faults of a config for %s too', (family) => {
  expect(named(serious(completed(), family))).toEqual(expect.arrayContaining(faults))
})

test('each is repaired by its fix or by what is to be filled in, one after the other', () => {
  let parsed = completed()
  for (let left = faults.length; left > 0; left--) {
    const [issue, ...others] = serious(parsed)
    expect(others.length).toBe(left - 1)
    if (issue === undefined) break
    const folder: Fix = { kind: 'set', path: issue.path, source: '/datasets' }
    const planned = planFix(parsed, issue.code === 'data-local-root-path' ? folder : (issue.fix as Fix))
    if (!planned.ok) throw new Error(planned.refusal)
    parsed = planned.after
    expect(named(serious(parsed))).toEqual(named(others))
  }
  expect(parsed.text).toContain('        resize_smallest_side: 64 # ')
  expect(parsed.text).toContain('        estimated_portion: 0.8\n')
  expect(parsed.text).not.toContain('  resume_from_checkpoint: null #')
})
