import { describe, expect, test } from 'vitest'
import { parse } from '../../core/omegaconf/parse'
import { printPath } from '../../core/path'
import { check } from '../check/check'
import { planFix } from './fix'

/** The text after the repair of what is found at a place; null without a repair. */
function fixedText(text: string, code: string): string | null {
  const parsed = parse(text)
  const issue = check(parsed).find((found) => found.code === code)
  expect(
    issue,
    `${code} in ${JSON.stringify(check(parsed).map((i) => `${i.code} ${printPath(i.path)}`))}`,
  ).toBeDefined()
  if (issue?.fix === undefined) return null
  const planned = planFix(parsed, issue.fix)
  if (!planned.ok) throw new Error(JSON.stringify(planned))
  expect(
    check(planned.after).filter((found) => found.code === code && printPath(found.path) === printPath(issue.path)),
  ).toEqual([])
  return planned.after.text
}

describe('a refused value becomes the one that suggests itself', () => {
  test.each([
    ['a number in quotes', 'type', 'trainer:\n  num_nodes: "2" # two\n', 'trainer:\n  num_nodes: 2 # two\n'],
    ['a bool in quotes', 'type', "trainer:\n  detect_anomaly: 'true'\n", 'trainer:\n  detect_anomaly: true\n'],
    ['a whole float', 'type', 'trainer:\n  max_epochs: 1e2\n', 'trainer:\n  max_epochs: 100\n'],
    ['a broken number', 'type', 'trainer:\n  max_epochs: 1.5\n', null],
    [
      'a float where an int is wanted',
      'type',
      'exp_manager:\n  checkpoint_callback_params:\n    save_top_k: 3.0\n',
      'exp_manager:\n  checkpoint_callback_params:\n    save_top_k: 3\n',
    ],
    [
      'one item in place of a list',
      'type',
      'exp_manager:\n  files_to_copy: a, b\n',
      "exp_manager:\n  files_to_copy: ['a, b']\n",
    ],
    ["Python's None", 'type', 'trainer:\n  max_epochs: None\n', 'trainer:\n  max_epochs: null\n'],
    ['a number for a path', 'type', 'trainer:\n  default_root_dir: 0123\n', "trainer:\n  default_root_dir: '0123'\n"],
    ['below the least', 'range', 'trainer:\n  num_nodes: 0\n', 'trainer:\n  num_nodes: 1\n'],
    ['a float below the least', 'range', 'trainer:\n  limit_val_batches: -0.5\n', null],
    ['null, the default known', 'null', 'trainer:\n  max_steps: null\n', 'trainer:\n  max_steps: -1\n'],
    ['null where a share is wanted', 'null', 'trainer:\n  overfit_batches: null\n', 'trainer:\n  overfit_batches: 0\n'],
    ['a misspelt choice', 'enum', 'trainer:\n  accelerator: GPU\n', 'trainer:\n  accelerator: gpu\n'],
  ])('%s', (_, code, text, after) => {
    expect(fixedText(text, code)).toBe(after)
  })
})

describe('keys by another name', () => {
  test.each([
    ['the same value', 'trainer:\n  gpus: 2\n', 'trainer:\n  devices: 2\n'],
    [
      'a value of another type',
      'trainer:\n  devices: 1\n  progress_bar_refresh_rate: 10\n',
      'trainer:\n  devices: 1\n',
    ],
    ['a section', 'exp_manager:\n  max_time: "00:04:00:00"\n', 'exp_manager:\n  max_time_per_run: "00:04:00:00"\n'],
    ['a key that nothing replaced', 'trainer:\n  devices: 1\n  amp_backend: apex\n', 'trainer:\n  devices: 1\n'],
  ])('%s', (_, text, after) => {
    expect(fixedText(text, 'unknown-key')).toBe(after)
  })
})
