import { describe, expect, test } from 'vitest'
import type { Family } from '../../schema/field'
import type { Rule } from '../../view/rule'
import { fixedText, reported } from '../issues.test-support'
import { debugModeRules } from './debug-modes'
import { runLengthRules } from './run-length'
import { samplerRules } from './sampler'
import { trainerArgumentRules } from './trainer-arguments'
import { validationRules } from './validation'

type Row = [when: string, text: string, found: string[], after?: string | undefined, family?: Family]

function run(rules: readonly Rule[]) {
  return (_: string, text: string, found: string[], after?: string, family: Family | null = null) => {
    expect(reported(rules, text, family)).toEqual(found)
    if (after !== undefined) expect(fixedText(rules, text, family)).toBe(after)
  }
}
const trainer = (keys: string) => `trainer: {precision: 16, ${keys}}\n`
const managed = (keys: string) => `${trainer(keys)}exp_manager: {}\n`

describe('arguments', () => {
  const rules = trainerArgumentRules
  const precision = (value: string) => `trainer: {precision: ${value}}\n`
  const wrong = (id: string) => [`error trainer-precision-${id} trainer.precision`]
  test.each<Row>([
    ['a precision of another tool', precision('fp16'), wrong('unknown'), precision('16-mixed')],
    ['a precision by a name of JavaScript', precision('constructor'), wrong('unknown'), 'no repair'],
    ['a precision in capitals', precision('BF16'), wrong('unknown'), precision('bf16')],
    ['a precision of Lightning alone', precision('64'), wrong('not-supported-by-nemo'), precision('32')],
    ['true half precision', precision('bf16-true'), wrong('not-supported-by-nemo'), precision('bf16-mixed')],
    ['a precision as a number', precision('16'), []],
    ['a precision as text', precision('"16"'), []],
    ['no precision where training follows it', precision('null'), []],
    ['a precision that cannot be known', precision('"${oc.env:P}"'), []],
    [
      'no precision at all',
      'trainer: {devices: 1}\n',
      wrong('missing'),
      'trainer: {devices: 1, precision: bf16-mixed}\n',
    ],
    ['the TensorRT script reads no trainer', 'trainer: {devices: 0}\nunet_xl: {}\n', []],
    [
      'a strategy',
      trainer('strategy: null'),
      ['error trainer-reserved-key trainer.strategy'],
      'trainer: {precision: 16}\n',
    ],
    ["a strategy for Imagen's pipeline", `${trainer('strategy: ddp')}samplings: []\n`, []],
    ['callbacks while drawing', `${trainer('callbacks: null')}infer: {}\n`, []],
    ['callbacks while training', managed('callbacks: null'), ['error trainer-reserved-key trainer.callbacks']],
    [
      'several steps at once',
      trainer('accumulate_grad_batches: 4'),
      ['error accumulate-grad-batches-must-be-1 trainer.accumulate_grad_batches'],
      trainer('accumulate_grad_batches: 1'),
    ],
    [
      'no CUDA',
      trainer('accelerator: cpu'),
      ['error trainer-accelerator-not-cuda trainer.accelerator'],
      trainer('accelerator: gpu'),
    ],
    ['another cluster', 'cluster_type: bcp\n', ['warning cluster-type-value cluster_type'], 'cluster_type: BCP\n'],
  ])('%s', run(rules))

  test.each([
    ['1', true],
    ['-1', true],
    ['auto', true],
    ['"-1"', true],
    ['"2"', true],
    ['"0,1"', true],
    ['"0, 1,"', true],
    ['[0]', true],
    ['[0, 3]', true],
    ['0', false],
    ['-2', false],
    ['"0"', false],
    ['""', false],
    ['2.0', false],
    ['true', false],
    ['null', false],
    ['[]', false],
    ['[1, 1]', false],
    ['["0"]', false],
    ['all', false],
  ])('devices: %s', (value, fits) => {
    const found = reported(rules, trainer(`devices: ${value}`))
    expect(found).toEqual(fits ? [] : ['error trainer-devices-invalid trainer.devices'])
    if (!fits) expect(fixedText(rules, trainer(`devices: ${value}`))).toBe(trainer('devices: 1'))
  })
})

describe('the length of a run', () => {
  const endless = 'warning trainer-no-stop-condition trainer.max_steps'
  const sched = (steps: string) => `model: {optim: {sched: {name: CosineAnnealing, ${steps}}}}\n`
  test.each<Row>([
    ['no end', managed('max_epochs: -1'), [endless]],
    ['no end, and a schedule that needs one', managed('max_epochs: -1') + sched('warmup_steps: 1'), []],
    [
      'the length of the schedule',
      managed('max_epochs: -1') + sched('max_steps: 500'),
      [endless],
      `trainer: {precision: 16, max_steps: 500, max_epochs: -1}\nexp_manager: {}\n${sched('max_steps: 500')}`,
    ],
    [
      'a time limit',
      `${trainer('max_epochs: -1')}exp_manager: {max_time_per_run: '00:04:00:00'}\n`,
      ['info progress-bar-total trainer.max_steps'],
    ],
    [
      'nothing set',
      managed('max_steps: -1'),
      ['warning max-epochs-defaults-to-1000 trainer.max_epochs', 'info progress-bar-total trainer.max_steps'],
    ],
    [
      'both limits',
      managed('max_steps: 5, max_epochs: 2'),
      ['info max-steps-and-max-epochs trainer.max_epochs'],
      managed('max_steps: 5, max_epochs: -1'),
    ],
    [
      'no step',
      managed('max_steps: 0, max_epochs: 2'),
      ['warning zero-steps trainer.max_steps'],
      managed('max_steps: -1, max_epochs: 2'),
    ],
    [
      'a minimum above the maximum',
      trainer('min_epochs: 3, max_epochs: 2'),
      ['warning min-exceeds-max trainer.min_epochs'],
      trainer('min_epochs: 2, max_epochs: 2'),
    ],
    ['a share above all', trainer('limit_val_batches: 1.5'), ['error limit-batches-range trainer.limit_val_batches']],
    [
      'a negative share is the schema’s',
      trainer('limit_val_batches: -1, limit_train_batches: 2.5'),
      ['error limit-batches-range trainer.limit_train_batches'],
    ],
    [
      'one batch',
      trainer('limit_train_batches: 1'),
      ['info limit-batches-one-vs-one-point-zero trainer.limit_train_batches'],
      trainer('limit_train_batches: 1.0'),
    ],
    [
      'every batch',
      trainer('val_check_interval: 1'),
      ['info limit-batches-one-vs-one-point-zero trainer.val_check_interval/interval'],
      trainer('val_check_interval: 1.0'),
    ],
    [
      'no batches',
      trainer('limit_train_batches: 0'),
      ['warning limit-train-batches-zero trainer.limit_train_batches'],
      'trainer: {precision: 16}\n',
    ],
  ])('%s', run(runLengthRules))

  const timer = (value: string) => `trainer:\n  max_time: ${value}\n`
  test.each([
    ['1:00:00:00', "'1:00:00:00'"],
    ['4:00:00', "'00:04:00:00'"],
    ['"4:00:00"', "'00:04:00:00'"],
    ['12:30:00', "'00:12:30:00'"],
    ['90', null],
    ['soon', null],
  ])('max_time: %s', (value, fixed) => {
    expect(reported(runLengthRules, timer(value))).toEqual(['error max-time-format trainer.max_time'])
    expect(fixedText(runLengthRules, timer(value))).toBe(fixed === null ? 'no repair' : timer(fixed))
  })
  test.each(['null', '00:04:00:00', '"1:00:00:00"', '${oc.env:T}'])('max_time may be %s', (value) => {
    expect(reported(runLengthRules, timer(value))).toEqual([])
  })
})

describe('validation', () => {
  const data = (path: string, model = '') => `model: {${model}data: {validation: {data_path: ${path}}}}\n`
  const long = 'info val-check-interval-too-large trainer.val_check_interval'
  test.each<Row>([
    [
      'a long interval',
      managed('val_check_interval: 100'),
      [long],
      managed('val_check_interval: 100, check_val_every_n_epoch: null'),
    ],
    [
      'a long interval as a float',
      managed('val_check_interval: 100.0'),
      [long],
      managed('val_check_interval: 100, check_val_every_n_epoch: null'),
    ],
    [
      'a long interval and few epochs',
      'trainer: {precision: 16, val_check_interval: 100, max_epochs: 2}\nexp_manager: {checkpoint_callback_params: {monitor: val/loss}}\n',
      [long],
      'no repair',
    ],
    ['a count across epochs', managed('val_check_interval: 100, check_val_every_n_epoch: null'), []],
    [
      'a share without epochs',
      trainer('val_check_interval: 1.0, check_val_every_n_epoch: null'),
      ['error val-check-interval-float-without-epochs trainer.val_check_interval'],
      'no repair',
    ],
    [
      'a whole share without epochs',
      trainer('val_check_interval: 50.0, check_val_every_n_epoch: null'),
      ['error val-check-interval-float-without-epochs trainer.val_check_interval'],
      trainer('val_check_interval: 50, check_val_every_n_epoch: null'),
    ],
    ['no interval, no data', trainer('val_check_interval: 0') + data('null'), []],
    [
      'no interval, data',
      trainer('val_check_interval: 0') + data('a'),
      ['error val-check-interval-zero trainer.val_check_interval'],
      `trainer: {precision: 16, limit_val_batches: 0}\n${data('a')}`,
    ],
    [
      'settings of what is off',
      trainer('limit_val_batches: 0.0, check_val_every_n_epoch: 1, num_sanity_val_steps: 0'),
      ['info validation-settings-without-effect trainer.check_val_every_n_epoch'],
      trainer('limit_val_batches: 0.0, num_sanity_val_steps: 0'),
    ],
    [
      'SDXL with data',
      managed('devices: 1') + data('a', 'denoiser_config: {}, '),
      ['error validation-code-broken trainer.limit_val_batches'],
      undefined,
      'sdxl',
    ],
    ['SDXL without', managed('devices: 1') + data("''", 'denoiser_config: {}, '), [], undefined, 'sdxl'],
    [
      'SDXL, a limit that cannot be known',
      managed('limit_val_batches: "${oc.env:N}"') + data('a'),
      [],
      undefined,
      'sdxl',
    ],
    [
      'DreamBooth never validates',
      managed('limit_val_batches: 5') + data('a'),
      ['info no-validation-data trainer.limit_val_batches'],
      managed('limit_val_batches: 0') + data('a'),
      'dreambooth',
    ],
    [
      'SD without data',
      managed('limit_val_batches: 5') + data('null'),
      ['info no-validation-data trainer.limit_val_batches'],
      undefined,
      'sd',
    ],
    ['no data section to look into', managed('limit_val_batches: 5'), [], undefined, 'sd'],
  ])('%s', run(validationRules))
})

describe('who deals out the samples', () => {
  const own = 'error distributed-sampler-with-batch-sampler trainer.use_distributed_sampler'
  const fixed = 'trainer: {precision: 16, use_distributed_sampler: false, devices: 1}\nexp_manager: {}\n'
  test.each<Row>([
    ['absent counts as true', managed('devices: 1'), [own], fixed, 'dreambooth'],
    ['null counts as false', managed('use_distributed_sampler: null'), [], undefined, 'dreambooth'],
    [
      'a stream does it by itself',
      managed('use_distributed_sampler: true'),
      ['info use-distributed-sampler-irrelevant trainer.use_distributed_sampler'],
      undefined,
      'imagen',
    ],
    ['no trainer', 'exp_manager: {}\n', [], undefined, 'dreambooth'],
  ])('%s', run(samplerRules))
})

describe('bare and short runs', () => {
  const bare = 'error barebones-conflicts trainer.barebones'
  test.each<Row>([
    [
      'what it does not allow',
      trainer('barebones: true, log_every_n_steps: 10'),
      [bare],
      trainer('log_every_n_steps: 10'),
    ],
    [
      'what is off',
      trainer('barebones: true, log_every_n_steps: 0, num_sanity_val_steps: 0, logger: false'),
      ['warning log-every-n-steps-zero trainer.log_every_n_steps'],
    ],
    ["NeMo's own progress bar", managed('barebones: true'), [bare]],
    [
      'a short run',
      managed('fast_dev_run: 3, logger: true'),
      ['warning fast-dev-run-disables-exp-manager trainer.fast_dev_run'],
    ],
    [
      'a short run without a logger',
      managed('fast_dev_run: true, logger: false'),
      [
        'warning fast-dev-run-disables-exp-manager trainer.fast_dev_run',
        'error fast-dev-run-tflops-crash exp_manager.log_tflops_per_sec_per_gpu',
      ],
    ],
    ['no short run', managed('fast_dev_run: 0'), []],
  ])('%s', run(debugModeRules))
})
