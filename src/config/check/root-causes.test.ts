import { describe, expect, test } from 'vitest'
import type { Issue } from '../../core/issue'
import { parse } from '../../core/omegaconf/parse'
import { printPath } from '../../core/path'
import { planFix } from '../fixes/fix'
import type { Family } from '../schema/field'
import { check } from './check'

const serious = (text: string, family?: Family): Issue[] =>
  check(parse(text), family === undefined ? {} : { family }).filter(({ level }) => level !== 'info')
const written = ({ level, code, path, places = [], facts }: Issue): string =>
  [
    level,
    code,
    printPath(path),
    ...places.map((place) => `+${printPath(place)}`),
    facts.needed === true ? 'needed' : '',
  ]
    .join(' ')
    .trim()

const batch =
  'exp_manager: {}\ntrainer: {devices: 1, precision: 16, logger: false, enable_checkpointing: false}\nmodel:\n'
const sizes = '  micro_batch_size: 2\n  global_batch_size: 2\n  gradient_as_bucket_view: true\n'

/** What a text has that the same text without the mistake has not. */
function added(text: string, mistake: [string, string], family?: Family): string[] {
  const before = serious(text, family).map(written)
  return serious(text.replace(...mistake), family)
    .map(written)
    .filter((issue) => !before.includes(issue))
}

describe('one cause, one issue', () => {
  const optim = '  optim: {name: adamw, lr: 1, sched: {name: CosineAnnealing, max_steps: 5}}\n'
  const text = `${batch}${sizes}${optim}  data: {}\n  x: \${trainer.precision}\n`
  test.each<[string, [string, string], string[]]>([
    [
      'a misspelt key that the run needs is an error, and what it needs is not missing',
      ['micro_batch_size', 'micro_bach_size'],
      ['error unknown-key model.micro_bach_size needed'],
    ],
    [
      'what refers to a misspelt key',
      ['precision: 16', 'precisoin: 16'],
      ['error unknown-key trainer.precisoin +model.x'],
    ],
    [
      'what refers to a missing key',
      ['precision: 16, ', ''],
      ['error trainer-precision-missing trainer.precision +model.x'],
    ],
    [
      'what refers into a section that is none',
      [/trainer: \{.*\}/.exec(`${batch}`)?.[0] ?? '', 'trainer: 5'],
      ['error type trainer +model.x'],
    ],
    ['what depends on a misspelt choice', ['name: adamw', 'nmae: adamw'], ['error unknown-key model.optim.nmae']],
  ])('%s', (_, mistake, issues) => {
    expect(text).toContain(mistake[0])
    expect(added(text, mistake)).toEqual(issues)
  })

  test('a key elsewhere and the place that lacks it are one issue, which moves it', () => {
    const misplaced = `${batch}  optim:\n    gradient_as_bucket_view: true\n  micro_batch_size: 2\n  global_batch_size: 2\n  data: {}\n`
    const issue = serious(misplaced).find(({ path }) => path.at(-1) === 'gradient_as_bucket_view')
    expect(issue === undefined ? null : written(issue)).toBe('error unknown-key model.optim.gradient_as_bucket_view')
    expect(issue?.facts.place).toBe('model.gradient_as_bucket_view')
    const planned = issue?.fix === undefined ? null : planFix(parse(misplaced), issue.fix)
    expect(
      planned?.ok && serious(planned.after.text).some(({ path }) => path.at(-1) === 'gradient_as_bucket_view'),
    ).toBe(false)
  })
})

test('a key that only a misspelt reference meant is not unused', () => {
  const text =
    'exp_manager:\n  resume_from_checkpoint: ${model.resume_from_chekpoint}\nmodel:\n  resume_from_checkpoint: null\n'
  expect(check(parse(text)).map(({ code }) => code)).not.toContain('unused-key')
})
