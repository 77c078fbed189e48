import { describe, expect, test } from 'vitest'
import type { Family } from '../../schema/field'
import { fixedText, reported } from '../issues.test-support'
import { learningRateRules } from './learning-rate'
import { scheduleRules } from './schedule'

const rules = [...scheduleRules, ...learningRateRules]
const text = (sched: string, trainer = 'max_steps: 1000', lr = '1e-4') =>
  `trainer: {${trainer}}\nmodel: {optim: {name: fused_adam, lr: ${lr}, sched: {${sched}}}}\n`

describe('name, parameters and phases', () => {
  test.each<[string, string, string[], string?]>([
    ['a schedule', text('name: WarmupHoldPolicy, warmup_steps: 10, hold_steps: 10000000000000'), []],
    ['none', 'trainer: {max_steps: -1, max_epochs: -1}\nmodel: {optim: {name: fused_adam}}\n', []],
    [
      'null',
      'model: {optim: {name: a, sched: null}}\n',
      ['error sched-null model.optim.sched'],
      'model: {optim: {name: a}}\n',
    ],
    [
      'no name',
      text('warmup_steps: 10'),
      ['error sched-name-missing model.optim.sched.name'],
      text('name: WarmupHoldPolicy, warmup_steps: 10'),
    ],
    ['a class in place of a name', text('_target_: nemo.core.config.schedulers.CosineAnnealingParams'), []],
    [
      'a phase given twice; 0 counts',
      text('name: CosineAnnealing, constant_steps: 0, constant_ratio: 0.1'),
      ['error sched-steps-and-ratio model.optim.sched.constant_ratio'],
      text('name: CosineAnnealing, constant_steps: 0, constant_ratio: null'),
    ],
    ['a phase that the schedule has not', text('name: WarmupPolicy, hold_steps: 1, hold_ratio: 0.1'), []],
    [
      'shares beyond the whole',
      text('name: CosineAnnealing, warmup_ratio: 0.5, constant_ratio: 0.6'),
      ['warning sched-ratio-range model.optim.sched.warmup_ratio/total'],
    ],
    [
      'a share that is none, and what it leads to',
      text('name: CosineAnnealing, warmup_ratio: 5'),
      [
        'warning sched-ratio-range model.optim.sched.warmup_ratio',
        'warning warmup-exceeds-run model.optim.sched.warmup_ratio',
      ],
    ],
    [
      'steps as a float',
      text('name: WarmupPolicy, warmup_steps: 1e2'),
      ['warning negative-steps model.optim.sched.warmup_steps'],
      text('name: WarmupPolicy, warmup_steps: 100'),
    ],
    [
      'steps below 0',
      text('name: WarmupPolicy, warmup_steps: -5'),
      ['warning negative-steps model.optim.sched.warmup_steps/negative'],
      text('name: WarmupPolicy, warmup_steps: 0'),
    ],
    [
      'both rates of a cycle',
      text('name: CyclicLR'),
      ['error sched-required-key model.optim.sched.base_lr', 'error sched-required-key model.optim.sched.max_lr'],
    ],
    [
      'no constant phase',
      text('name: T5InverseSquareRootAnnealing, constant_steps: 0'),
      [
        'error sched-required-key model.optim.sched.constant_steps',
        'warning t5-ignores-lr model.optim.sched.name/open',
      ],
      text('name: InverseSquareRootAnnealing'),
    ],
    [
      'a start in the middle',
      text('name: WarmupPolicy, last_epoch: 0'),
      ['error sched-last-epoch model.optim.sched.last_epoch'],
      text('name: WarmupPolicy'),
    ],
    [
      'a metric that nobody logs',
      text('name: ReduceLROnPlateau, monitor: loss', 'max_epochs: 3'),
      ['error plateau-monitor model.optim.sched.monitor'],
      text('name: ReduceLROnPlateau, monitor: reduced_train_loss', 'max_epochs: 3'),
    ],
  ])('%s', (_, given, expected, after) => {
    expect(reported(rules, given)).toEqual(expected)
    if (after !== undefined) expect(fixedText(rules, given)).toBe(after)
  })

  test('momentum that is not there to be cycled', () => {
    const cycle = (more: string, name = 'rprop') =>
      `model: {optim: {name: ${name}, sched: {name: CyclicLR, base_lr: 1e-4, max_lr: 1e-3${more}}}}\n`
    expect(reported(rules, cycle(''))).toEqual(['error cyclic-momentum model.optim.sched.cycle_momentum'])
    expect(fixedText(rules, cycle(''))).toBe(cycle(', cycle_momentum: false'))
    expect(reported(rules, cycle('', 'sgd'))).toEqual([])
  })
})

describe('length', () => {
  const cosine = 'name: CosineAnnealing'
  const none = ['error no-schedule-length trainer.max_steps']
  test.each<[string, string, string[]]>([
    ['steps', text(cosine, 'max_steps: 10, max_epochs: -1'), []],
    ['epochs', text(cosine, 'max_epochs: 3'), []],
    ['neither, which is 1000 epochs', text(cosine, ''), []],
    ['both without limit', text(cosine, 'max_steps: -1, max_epochs: -1'), none],
    ['a limit of time', text(cosine, 'max_time: "00:01:00:00"'), none],
    ['a limit of time beside epochs', text(cosine, 'max_time: "00:01:00:00", max_epochs: 2'), []],
    ['its own', text(`${cosine}, max_steps: 50`, 'max_epochs: -1'), []],
    ['its own without limit', text(`${cosine}, max_steps: -1`, 'max_epochs: 2'), none],
    ['steps that are not known', text(cosine, 'max_steps: "${oc.env:STEPS}", max_epochs: -1'), []],
    [
      'its own, replaced',
      text(`${cosine}, max_steps: 50`),
      ['warning sched-max-steps-overridden model.optim.sched.max_steps'],
    ],
    ['its own, the same', text(`${cosine}, max_steps: 1000`), []],
  ])('%s', (_, given, expected) => {
    expect(reported(rules, given)).toEqual(expected)
  })

  test.each<[string, Family, string, string[]]>([
    ['as many micro-batches as steps', 'sdxl', '{devices: 1, max_epochs: 2}', []],
    ['shards', 'sdxl', '{devices: 2, max_epochs: 2}', ['warning schedule-longer-than-run trainer.max_steps']],
    ['folders', 'dreambooth', '{devices: 2, max_epochs: 2}', []],
    [
      'folders with accumulation',
      'dreambooth',
      '{devices: 1, max_epochs: 2}',
      ['warning schedule-longer-than-run trainer.max_steps'],
    ],
    ['a length of steps', 'sdxl', '{devices: 2, max_epochs: 2, max_steps: 7}', []],
  ])('from epochs: %s', (name, family, trainer, expected) => {
    const global = name === 'as many micro-batches as steps' ? 4 : 8
    const given = `trainer: ${trainer}
model: {micro_batch_size: 4, global_batch_size: ${global}, optim: {lr: 1, sched: {${cosine}}}}`
    expect(reported(rules, given, family)).toEqual(expected)
  })
})

describe('schedules that move once an epoch', () => {
  const given = (trainer: string, sizes: string, name = 'ExponentialLR, gamma: 0.9') =>
    `trainer: {${trainer}}\nmodel: {${sizes}, optim: {lr: 1, sched: {name: ${name}}}}\n`
  const at = 'warning epoch-schedule-not-stepped model.optim.sched.name'
  test.each<[string, Family, string, string[]]>([
    ['shards on several GPUs', 'sdxl', given('devices: 2, max_epochs: 9', 'micro_batch_size: 1'), [at]],
    [
      'folders on several',
      'dreambooth',
      given('devices: 2, max_epochs: 9', 'micro_batch_size: 1, global_batch_size: 2'),
      [],
    ],
    [
      ...(['accumulation', 'dreambooth'] as const),
      given('devices: 1, max_epochs: 9', 'micro_batch_size: 1, global_batch_size: 2'),
      [`${at}/accumulation`],
    ],
    ['steps alone', 'dreambooth', given('devices: 1, max_steps: 9', 'micro_batch_size: 1'), [`${at}/steps`]],
    [
      ...(['a plateau', 'dreambooth'] as const),
      given('devices: 1, max_epochs: 9', 'micro_batch_size: 1, global_batch_size: 2', 'ReduceLROnPlateau, monitor: a'),
      [],
    ],
  ])('%s', (_, family, text, expected) => {
    expect(reported(rules, text, family)).toEqual(expected)
  })
})

describe('the shape of the rate', () => {
  const min = 'model.optim.sched.min_lr'
  const hold = 'model.optim.sched.hold_steps'
  const poly = 'name: PolynomialHoldDecayAnnealing, warmup_steps: 100'
  test.each<[string, string, string[], string?]>([
    [
      'a warm-up as long as the run',
      text('name: WarmupPolicy, warmup_steps: 1000'),
      ['warning warmup-exceeds-run model.optim.sched.warmup_steps'],
    ],
    ['a warm-up in a run of epochs', text('name: WarmupPolicy, warmup_steps: 1000', 'max_epochs: 1'), []],
    ['a floor above the rate', text('name: NoamAnnealing, d_model: 8, min_lr: 1e-3'), [`error min-lr-above-lr ${min}`]],
    [
      'a floor that raises it',
      text('name: WarmupPolicy, min_lr: 1e-3'),
      [`warning min-lr-above-lr ${min}/raised`],
      text('name: WarmupPolicy, min_lr: 0'),
    ],
    ['a floor as high as the rate', text('name: CosineAnnealing, min_lr: 1e-4'), []],
    [
      'the same with a constant phase',
      text('name: CosineAnnealing, min_lr: 1e-4, constant_steps: 5'),
      [`error min-lr-above-lr ${min}`],
    ],
    [
      'a floor of its own',
      text('name: SquareAnnealing', 'max_steps: 9', '1e-6'),
      [`warning square-annealing-floor ${min}`],
      text('name: SquareAnnealing, min_lr: 0', 'max_steps: 9', '1e-6'),
    ],
    ['no hold', text(poly), [`warning polyhold-no-hold ${hold}`], text(`${poly}, hold_steps: 0`)],
    ['a hold to the end', text(`${poly}, hold_steps: 900`), [`error polyhold-zero-decay ${hold}`]],
    [
      'a hold to the end by shares',
      text('name: PolynomialHoldDecayAnnealing, warmup_ratio: 0.1, hold_ratio: 0.9'),
      [`error polyhold-zero-decay ${hold}`],
    ],
    ['a hold beyond it', text(`${poly}, hold_steps: 901`), [`info hold-exceeds-run ${hold}`]],
    [
      'shares of a length that is not known',
      text('name: PolynomialHoldDecayAnnealing, warmup_ratio: 0.1', 'max_epochs: 2'),
      [],
    ],
    [
      'no warm-up',
      text('name: NoamHoldAnnealing, warmup_steps: 0'),
      ['error noamhold-warmup model.optim.sched.warmup_steps'],
    ],
    [
      'a jump after the warm-up',
      text('name: SquareRootAnnealing, warmup_ratio: 0.1'),
      ['info sqrt-annealing-jump model.optim.sched.warmup_steps'],
    ],
    [
      'a rate of its own',
      text('name: T5InverseSquareRootAnnealing, constant_steps: 100'),
      ['warning t5-ignores-lr model.optim.sched.name'],
      text('name: InverseSquareRootAnnealing'),
    ],
    [
      'no cycles',
      text('name: PolynomialDecayAnnealing, cycle: true'),
      ['info poly-cycle-ineffective model.optim.sched.cycle'],
      text('name: PolynomialDecayAnnealing'),
    ],
  ])('%s', (_, given, expected, after) => {
    expect(reported(rules, given)).toEqual(expected)
    if (after !== undefined) expect(fixedText(rules, given)).toBe(after)
  })
})
