import { expect, test } from 'vitest'
import { fixedText, reported } from '../issues.test-support'
import { optimizerRules } from './optimizer'

const optim = (keys: string, more = '') => `${more}model: {optim: {${keys}}}\n`

test.each<[string, string, string[], string?]>([
  ['all that is needed', optim('name: fused_adam, lr: 1e-4'), []],
  ['no name', optim('lr: 1e-4'), ['warning optim-name-absent model.optim.name'], optim('name: fused_adam, lr: 1e-4')],
  ['a class in place of a name', optim('_target_: torch.optim.AdamW'), []],
  ['no rate', optim('name: sgd'), ['warning lr-missing model.optim.lr']],
  ['a rate that is not known', optim('name: sgd, lr: "${oc.env:LR}"'), []],
  ['no rate for a name that is not known', optim('name: Sgd'), ['warning lr-missing model.optim.lr/open']],
  ["Adafactor's own rate", optim('name: adafactor'), []],
  [
    'three numbers for two',
    optim('name: adamw, lr: 1, betas: [0.9, 0.9, 0.9]'),
    ['error betas-length model.optim.betas'],
    optim('name: adamw, lr: 1, betas: [0.9, 0.999]'),
  ],
  [
    'two for three',
    optim('name: adan, lr: 1, betas: [0.9, 0.9]'),
    ['error betas-length model.optim.betas'],
    optim('name: adan, lr: 1, betas: [0.98, 0.92, 0.99]'),
  ],
  ['numbers that the optimizer does not take', optim('name: sgd, lr: 1, betas: [0.9, 0.9, 0.9]'), []],
  [
    'a rate beside relative steps',
    optim('name: adafactor, lr: 1e-4'),
    ['error adafactor-lr model.optim.lr'],
    optim('name: adafactor, lr: 1e-4, relative_step: false'),
  ],
  [
    'a warm-up without relative steps',
    optim('name: adafactor, lr: 1e-4, relative_step: false, warmup_init: true'),
    ['error adafactor-warmup-init model.optim.warmup_init'],
    optim('name: adafactor, lr: 1e-4, relative_step: false, warmup_init: false'),
  ],
  [
    'a schedule without a rate',
    optim('name: adafactor, sched: {name: CosineAnnealing}'),
    ['error adafactor-sched model.optim.lr'],
    optim('name: adafactor'),
  ],
  ['one that hands the rate on', optim('name: adafactor, sched: {name: WarmupPolicy}'), []],
  [
    'Nesterov without momentum',
    optim('name: sgd, lr: 1, nesterov: true, dampening: 0.1'),
    ['error sgd-nesterov model.optim.nesterov'],
    optim('name: sgd, lr: 1, momentum: 0.9, nesterov: true, dampening: 0'),
  ],
  ['Nesterov with it', optim('name: sgd, lr: 1, nesterov: true, momentum: 0.5'), []],
  [
    'AMSGrad of Apex',
    optim('name: lamb, lr: 1, amsgrad: true'),
    ['error apex-amsgrad model.optim.amsgrad'],
    optim('name: lamb, lr: 1, amsgrad: false'),
  ],
  ['AMSGrad of torch', optim('name: adamw, lr: 1, amsgrad: true'), []],
  [
    'master weights alone',
    optim('name: fused_adam, lr: 1, master_weights: true'),
    ['error master-weights-capturable model.optim.capturable'],
    optim('name: fused_adam, lr: 1, capturable: true, master_weights: true'),
  ],
  [
    'clipping that is passed over',
    optim('name: megatron_fused_adam, lr: 1', 'trainer: {gradient_clip_val: 0.5}\n'),
    ['warning megatron-fused-adam-clip trainer.gradient_clip_val'],
    optim(
      'name: megatron_fused_adam, lr: 1, capturable: true, master_weights: true, max_norm: 0.5',
      'trainer: {gradient_clip_val: 0.5}\n',
    ),
  ],
  ['no clipping', optim('name: megatron_fused_adam, lr: 1', 'trainer: {gradient_clip_val: 0.0}\n'), []],
  ['types by their names', optim('name: distributed_fused_adam, lr: 1, dtype: torch.fp32, grad_sync_dtype: BF16'), []],
  [
    'a type of no known name',
    optim('name: distributed_fused_adam, lr: 1, param_sync_dtype: fp8'),
    ['error distributed-adam-dtype-null model.optim.param_sync_dtype'],
    optim('name: distributed_fused_adam, lr: 1'),
  ],
  [
    'no type',
    optim('name: distributed_fused_adam, lr: 1, dtype: null'),
    ['error distributed-adam-dtype-null model.optim.dtype'],
    optim('name: distributed_fused_adam, lr: 1'),
  ],
  ['PEFT that is off', 'model: {peft: {peft_scheme: none}, optim: {name: distributed_fused_adam, lr: 1}}\n', []],
  [
    'parameters that cannot be looked up',
    optim('name: adan, lr: 1, args: {name: auto, params: {weight_decay: 0.01, betas: [0.9, 0.8, 0.7]}}'),
    ['error optim-args-auto model.optim.args'],
    optim('name: adan, lr: 1, weight_decay: 0.01, betas: [0.9, 0.8, 0.7]'),
  ],
  ['no optimizer in a model alone', 'model: {denoiser_config: {}}\n', []],
  ['an optimizer that draws', optim('name: sgd', 'sampling: {}\ninfer: {}\n'), []],
])('%s', (_, text, expected, after) => {
  expect(reported(optimizerRules, text)).toEqual(expected)
  if (after !== undefined) expect(fixedText(optimizerRules, text)).toBe(after)
})

test('no optimizer', () => {
  const text = 'exp_manager: {}\nmodel:\n  seed: 1\n'
  expect(reported(optimizerRules, text)).toEqual(['error optim-missing model.optim'])
  expect(reported(optimizerRules, fixedText(optimizerRules, text))).toEqual([])
})
