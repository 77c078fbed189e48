import { expect, test } from 'vitest'
import type { Family } from '../../schema/field'
import { fixedText, reported } from '../issues.test-support'
import { fsdpRules } from './fsdp'
import { gradientSyncRules } from './gradient-sync'
import { modelPrecisionRules } from './model-precision'

const view = 'gradient_as_bucket_view: true'
const run = (devices: string, model: string, optim = 'fused_adam') =>
  `trainer: {devices: ${devices}}\nmodel: {${view}, optim: {name: ${optim}}${model}}\n`

test.each<[string, Family | null, string, string[]]>([
  ['absent counts as true', 'sd', run('1', ''), ['error ddp-overlap-sd model.ddp_overlap/absent']],
  ['true', 'instruct_pix2pix', run('1', ', ddp_overlap: true'), ['error ddp-overlap-sd model.ddp_overlap']],
  ['an optimizer that exchanges gradients', 'sd', run('1', '', 'distributed_fused_adam'), []],
  ['an optimizer of no known name', 'sd', run('1', '', '"${oc.env:OPT}"'), []],
  ['O2', 'sd', run('1', ', megatron_amp_O2: true'), []],
  ['one GPU', 'imagen', run('1', ''), []],
  ['several', 'imagen', run('[0, 1]', ''), ['error gradients-not-synchronised model.ddp_overlap']],
  [
    'as many as there are',
    'dreambooth',
    run('auto', ''),
    ['warning gradients-not-synchronised model.ddp_overlap/every-gpu'],
  ],
  ['false', 'imagen', run('8', ', ddp_overlap: false'), []],
  ['SDXL without the key', 'sdxl', run('8', ''), ['error gradients-not-synchronised model.ddp_overlap']],
  [
    'SDXL with true fails on any number',
    'sdxl',
    run('8', ', ddp_overlap: true'),
    ['error sdxl-ddp-overlap-true model.ddp_overlap'],
  ],
  ['SDXL with FSDP', 'sdxl', run('8', ', ddp_overlap: true, fsdp: true'), []],
  [
    'ControlNet',
    'controlnet',
    run('8', ', ddp_overlap: true'),
    ['info controlnet-ddp-overlap-unused model.ddp_overlap'],
  ],
  ['no family', null, run('8', ''), []],
  [
    'no bucket view',
    'controlnet',
    'model: {fsdp: false}',
    ['error gradient-as-bucket-view-missing model.gradient_as_bucket_view'],
  ],
  ['no bucket view with FSDP', 'controlnet', 'model: {fsdp: true}', []],
  ['no bucket view in a model alone', 'sdxl', 'model: {denoiser_config: {}}', []],
])('who averages gradients: %s', (_, family, text, expected) => {
  expect(reported(gradientSyncRules, text, family)).toEqual(expected)
})

test.each<[string, string[], string]>([
  ['16', [], 'no repair'],
  ['bf16-mixed', [], 'no repair'],
  ['"32"', ['error fsdp-precision trainer.precision'], '32'],
  ['"16"', ['error fsdp-precision trainer.precision'], '16'],
  ['32-true', ['error fsdp-precision trainer.precision'], '32'],
  ['null', ['error fsdp-precision trainer.precision'], 'bf16-mixed'],
])('FSDP reads precision %s', (precision, expected, after) => {
  const text = (value: string) => `trainer: {precision: ${value}}\nmodel: {fsdp: true}\n`
  expect(reported(fsdpRules, text(precision), 'sdxl')).toEqual(expected)
  expect(fixedText(fsdpRules, text(precision), 'sdxl')).toBe(expected.length === 0 ? after : text(after))
  expect(reported(fsdpRules, text(precision), 'sd')).toEqual(['error fsdp-sd-train model.fsdp'])
})

test('a buffer type is read at the top level only, where it fails', () => {
  const own = 'model: {fsdp: false, fsdp_set_buffer_dtype: bf16}\n'
  expect(reported(fsdpRules, own, 'sdxl')).toEqual(['warning fsdp-buffer-dtype model.fsdp_set_buffer_dtype'])
  expect(fixedText(fsdpRules, own, 'sdxl')).toBe('model: {fsdp: false, fsdp_set_buffer_dtype: null}\n')
  const top = 'fsdp_set_buffer_dtype: bf16\nmodel: {fsdp: true}\n'
  expect(reported(fsdpRules, top, 'sdxl')).toEqual(['error fsdp-buffer-dtype fsdp_set_buffer_dtype/top'])
  expect(fixedText(fsdpRules, top, 'sdxl')).toBe('model: {fsdp: true}\n')
})

test.each<[string, Family | null, string, string, string[]]>([
  ['no scaler', 'sd', '16', 'bf16', ['error precision-mismatch model.precision']],
  ['no scaler, family unknown', null, '16-mixed', '32', ['error precision-mismatch model.precision']],
  ['another dtype', 'sd', 'bf16', '16', ['warning precision-mismatch model.precision/other']],
  ['ControlNet asks for no scaler', 'controlnet', '16', '32', ['warning precision-mismatch model.precision/other']],
  ['two spellings', 'sd', '"16"', '16-mixed', []],
  ['overwritten by the script', 'imagen', '16', '32', []],
  ['left to the trainer', 'sd', 'null', '32', []],
  ['a reference to the trainer', 'sd', '"${trainer.precision}"', '32', []],
])('precision of model and trainer: %s', (_, family, model, trainer, expected) => {
  const text = `trainer: {precision: ${trainer}}\nmodel: {precision: ${model}}\n`
  expect(reported(modelPrecisionRules, text, family)).toEqual(expected)
  if (expected.length > 0)
    expect(fixedText(modelPrecisionRules, text, family)).toBe(
      `trainer: {precision: ${trainer}}\nmodel: {precision: '\${trainer.precision}'}\n`,
    )
})

test.each<[string, Family, string, string[]]>([
  ['16', 'sd', 'precision: 16', ['error o2-unsupported model.megatron_amp_O2']],
  ['32, the default', 'sd', 'precision: null', ['error o2-unsupported model.megatron_amp_O2/fp32']],
  ['bf16', 'sd', 'precision: bf16', ['warning megatron-amp-o2 model.megatron_amp_O2']],
  ['16 with a distributed optimizer', 'sd', 'precision: 16, optim: {name: distributed_fused_adam}', []],
  ["Imagen's is the trainer's", 'imagen', 'precision: 16', ['warning megatron-amp-o2 model.megatron_amp_O2']],
  ['switched off by FSDP', 'sdxl', 'precision: 16, fsdp: true', []],
])('O2 with precision %s', (_, family, model, expected) => {
  const trainer = model.includes('null') ? '' : 'trainer: {precision: bf16}\n'
  const text = `${trainer}model: {megatron_amp_O2: true, ${model}}\n`
  expect(reported(modelPrecisionRules, text, family).filter((line) => line.includes('O2'))).toEqual(expected)
})

test('loss scaling is for 16 bit without FSDP', () => {
  const keys = 'native_amp_init_scale: 65536.0, hysteresis: 2'
  const text = (precision: string, more = '') => `trainer: {precision: ${precision}}\nmodel: {${keys}${more}}\n`
  expect(reported(modelPrecisionRules, text('16-mixed'), 'sd')).toEqual([])
  expect(reported(modelPrecisionRules, text('bf16'), 'sd')).toEqual([
    'info loss-scale-unused model.native_amp_init_scale',
    'info loss-scale-unused model.hysteresis',
  ])
  expect(reported(modelPrecisionRules, text('16', ', fsdp: true'), 'sdxl')).toHaveLength(2)
})
