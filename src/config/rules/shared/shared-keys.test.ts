import { describe, expect, test } from 'vitest'
import type { Family } from '../../schema/field'
import { fixedText, reported } from '../issues.test-support'
import { compileRules } from '../trainer/compile'
import { profilingRules } from '../trainer/profiling'
import { sharedKeyRules } from './shared-keys'

describe('CUDA graphs', () => {
  const text = (iters: number, optim = 'name: fused_adam, capturable: true', trainer = '') =>
    `${trainer}model: {capture_cudagraph_iters: ${iters}, optim: {${optim}}}\n`
  const at = 'model.capture_cudagraph_iters'
  test.each<[string, Family | null, string, string[], string?]>([
    ['off', 'sd', text(-1), []],
    ['too early', 'sd', text(11), [`error cudagraph-warmup ${at}`], text(-1)],
    ['late enough', 'sd', text(12), []],
    [
      'a rate on the host',
      'sd',
      text(15, 'name: fused_adam'),
      ['error cudagraph-capturable model.optim.capturable'],
      text(15, 'name: fused_adam, capturable: true'),
    ],
    [
      'an optimizer that cannot',
      'sd',
      text(15, 'name: adamw, capturable: true'),
      ['error cudagraph-capturable model.optim.name/optimizer'],
    ],
    [
      'clipping on the host',
      'sd',
      text(15, undefined, 'trainer: {gradient_clip_val: 1.0}\n'),
      ['warning cudagraph-clip trainer.gradient_clip_val'],
      text(15, undefined, 'trainer: {gradient_clip_val: 0}\n'),
    ],
    ['a model that stops', 'instruct_pix2pix', text(0), [`error cudagraph-other-models ${at}`], text(-1)],
    ['a model that passes it over', 'sdxl', text(15), [`info cudagraph-other-models ${at}/ignored`]],
    ['no family', null, text(5), []],
  ])('%s', (_, family, given, expected, after) => {
    expect(reported(compileRules, given, family)).toEqual(expected)
    if (after !== undefined) expect(fixedText(compileRules, given, family)).toBe(after)
  })
})

describe('profiles', () => {
  const text = (kind: string, keys: string) => `model: {${kind}: {enabled: true, ${keys}}}\n`
  test.each<[string, Family, string, string[], string?]>([
    [
      'an end before the start',
      'dreambooth',
      text('memory_profile', 'output_path: /a, start_step: 10, end_step: 5'),
      ['error nsys-order model.memory_profile.end_step'],
      text('memory_profile', 'output_path: /a, start_step: 10, end_step: 12'),
    ],
    ['no end', 'imagen', text('nsys_profile', 'start_step: 3'), ['error nsys-order model.nsys_profile.end_step']],
    [
      'an end at the start',
      'imagen',
      text('nsys_profile', 'start_step: 3, end_step: 3'),
      ['warning nsys-same-step model.nsys_profile.end_step'],
    ],
    ['the first step alone', 'imagen', text('nsys_profile', 'start_step: 0, end_step: 0'), []],
    [
      'no place for it',
      'imagen',
      text('memory_profile', 'end_step: 2, output_path: null'),
      ['error memory-profile-path model.memory_profile.output_path'],
    ],
    [
      'a model that never starts it',
      'sdxl',
      text('nsys_profile', 'end_step: 2'),
      ['warning nsys-no-effect model.nsys_profile.enabled'],
    ],
    ['off', 'sdxl', 'model: {nsys_profile: {enabled: false, start_step: 9, end_step: 2}, memory_profile: null}\n', []],
  ])('%s', (_, family, given, expected, after) => {
    expect(reported(profilingRules, given, family)).toEqual(expected)
    if (after !== undefined) expect(fixedText(profilingRules, given, family)).toBe(after)
  })
})

describe('keys that scripts read without a fallback', () => {
  const missing = (...keys: string[]) => keys.map((key) => `error required-model-keys model.${key}`)
  test.each<[Family | null, string, string[]]>([
    [
      'sd',
      'model: {data: {}}',
      missing('inductor', 'inductor_cudagraphs', 'capture_cudagraph_iters', 'seed', 'fused_opt'),
    ],
    ['controlnet', 'model: {seed: 1}', missing('inductor', 'inductor_cudagraphs', 'channels_last', 'fused_opt')],
    ['instruct_pix2pix', 'model: {seed: 1}', missing('inductor', 'inductor_cudagraphs', 'fused_opt')],
    ['dreambooth', 'model: {seed: 1}', missing('inductor', 'inductor_cudagraphs', 'channels_last')],
    ['sdxl', 'model: {data: {}}', missing('seed')],
    ['sdxl', 'model: {seed: 1, fsdp: true}', missing('inductor')],
    ['imagen', 'model: {inductor: true}', missing('seed', 'inductor_cudagraphs')],
    ['imagen', 'model: {inductor: "${oc.env:A}"}', missing('seed')],
    ['inference', 'model: {restore_from_path: a.nemo}', []],
    ['sdxl', 'model: {denoiser_config: {}}', []],
    [null, 'exp_manager: {}\nmodel: {data: {}}', []],
  ])('%s: %s', (family, text, expected) => {
    const only = sharedKeyRules.filter(({ id }) => id === 'required-model-keys')
    expect(reported(only, text, family)).toEqual(expected)
    if (expected.length > 0) expect(reported(only, fixedText(only, text, family), family)).toEqual(expected.slice(1))
  })
})

test.each<[string, Family, string, string[], string?]>([
  ['a rate that nothing reads', 'controlnet', 'learning_rate: 1e-4', ['info legacy-lr-keys model.learning_rate']],
  [
    'a switch that DreamBooth does not ask for',
    'dreambooth',
    'fused_opt: true',
    ['info legacy-lr-keys model.fused_opt'],
  ],
  ['the same where it must stay', 'sd', 'fused_opt: true', []],
])('%s', (_, family, keys, expected) => {
  const only = sharedKeyRules.filter(({ id }) => id === 'legacy-lr-keys')
  expect(reported(only, `model: {${keys}}`, family)).toEqual(expected)
})

test('checkpoints from which data starts over', () => {
  const text = (name: string, more = '') =>
    `exp_manager:\n${more}  checkpoint_callback_params:\n    filename: ${name}\n`
  expect(reported(sharedKeyRules, text('sd-{step}'), null)).toEqual([
    'info consumed-samples-filename exp_manager.checkpoint_callback_params.filename',
  ])
  expect(fixedText(sharedKeyRules, text('sd-{step}'), null)).toBe(text('sd-{step}-{consumed_samples}'))
  expect(reported(sharedKeyRules, text('sd-{step}', '  resume_if_exists: true\n'), null)).toEqual([])
})
