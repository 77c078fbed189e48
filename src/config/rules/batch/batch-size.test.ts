import { describe, expect, test } from 'vitest'
import type { Family } from '../../schema/field'
import { fixedText, reported } from '../issues.test-support'
import { parallelismRules } from '../trainer/parallelism'
import { batchSizeRules } from './batch-size'

const rules = [...batchSizeRules, ...parallelismRules]
const sizes = (devices: string, micro: string, global: string, more = '') =>
  `trainer: {devices: ${devices}}\nmodel: {micro_batch_size: ${micro}, global_batch_size: ${global}${more}}\n`

describe('sizes, GPUs and families', () => {
  test.each<[string, Family | null, string, string[], string?]>([
    ['sizes that fit', 'sd', sizes('2', '4', '8'), []],
    [
      'a global batch that the GPUs cannot share',
      'imagen',
      sizes('8', '4', '40'),
      ['error global-batch-divisible model.global_batch_size'],
      sizes('8', '4', '32'),
    ],
    [
      'a micro batch that does not divide the global one, whatever the GPUs',
      'sdxl',
      sizes('auto', '4', '6'),
      ['error global-batch-divisible model.global_batch_size/micro'],
      sizes('auto', '4', '4'),
    ],
    ['GPUs that are not known', 'sdxl', sizes('"${oc.env:GPUS}"', '4', '4'), []],
    ['a size that is not known', 'sdxl', sizes('2', '"???"', '5'), []],
    [
      'the single micro-batch, which one cause hides',
      'sd',
      sizes('2', '4', '20'),
      ['error global-batch-divisible model.global_batch_size'],
      sizes('2', '4', '8'),
    ],
    [
      'accumulation where a step gets one micro-batch',
      'instruct_pix2pix',
      sizes('2', '4', '32'),
      ['error sd-no-accumulation model.global_batch_size'],
      sizes('2', '4', '8'),
    ],
    [
      'the GPUs that such a script needs',
      'sd',
      sizes('-1', '4', '32'),
      ['info sd-no-accumulation trainer.devices/gpus'],
      sizes('8', '4', '32'),
    ],
    ['the same sizes', 'sd', sizes('-1', '4', '4'), []],
    ['accumulation elsewhere', 'controlnet', sizes('2', '4', '32'), ['info accumulation-info model.global_batch_size']],
    ['accumulation of no known family', null, sizes('2', '4', '32'), []],
    [
      'no global batch',
      'sd',
      'trainer: {devices: 4}\nmodel:\n  micro_batch_size: 2\n',
      ['error batch-size-missing model.global_batch_size'],
      'trainer: {devices: 4}\nmodel:\n  micro_batch_size: 2\n  global_batch_size: 8\n',
    ],
    [
      'no micro batch',
      'sd',
      'trainer: {devices: 4}\nmodel:\n  global_batch_size: 8\n',
      ['error batch-size-missing model.micro_batch_size'],
      'trainer: {devices: 4}\nmodel:\n  micro_batch_size: 2\n  global_batch_size: 8\n',
    ],
    [
      'sizes that are null',
      'sd',
      sizes('4', 'null', 'null'),
      ['error batch-size-missing model.global_batch_size', 'error batch-size-missing model.micro_batch_size'],
    ],
    ['a model alone', 'sdxl', 'model: {denoiser_config: {}}\n', []],
    ['a script that draws', 'inference', 'trainer: {devices: 1}\ninfer: {}\nmodel: {restore_from_path: a.nemo}\n', []],
  ])('%s', (_, family, text, expected, after) => {
    expect(reported(rules, text, family)).toEqual(expected)
    if (after !== undefined) expect(fixedText(rules, text, family)).toBe(after)
  })
})

describe('model parallelism', () => {
  test.each<[string, string, string[], string]>([
    [
      'groups that the GPUs cannot make up: nothing else is said',
      sizes('3', '1', '3', ', tensor_model_parallel_size: 2, pipeline_model_parallel_size: 1'),
      ['error model-parallel-divides-world model.tensor_model_parallel_size'],
      sizes('3', '1', '3', ', pipeline_model_parallel_size: 1'),
    ],
    [
      'groups that repeat work',
      sizes('4', '1', '2', ', tensor_model_parallel_size: 2'),
      ['warning model-parallel-useless model.tensor_model_parallel_size'],
      sizes('4', '1', '2', ', tensor_model_parallel_size: 1'),
    ],
    [
      'stages that cannot be',
      sizes('4', '1', '2', ', pipeline_model_parallel_size: 2'),
      ['warning model-parallel-useless model.pipeline_model_parallel_size/pipeline'],
      sizes('4', '1', '2', ', pipeline_model_parallel_size: 1'),
    ],
    ['sizes larger than the world', sizes('1', '1', '1', ', expert_model_parallel_size: 1'), [], 'no repair'],
  ])('%s', (_, text, expected, after) => {
    expect(reported(rules, text, 'imagen')).toEqual(expected)
    expect(fixedText(rules, text, 'imagen')).toBe(after)
  })
})

describe('sizes stored in a checkpoint', () => {
  test.each<[string, string, string[], string]>([
    [
      'several processes',
      'trainer: {devices: 2}\nmodel: {restore_from_path: a.nemo}\n',
      ['warning inference-batch-check trainer.devices'],
      'trainer: {devices: 1}\nmodel: {restore_from_path: a.nemo}\n',
    ],
    [
      'several nodes',
      'trainer: {devices: 2, num_nodes: 2}\nmodel: {restore_from_path: a.nemo}\n',
      ['warning inference-batch-check trainer.devices'],
      'trainer: {devices: 1, num_nodes: 1}\nmodel: {restore_from_path: a.nemo}\n',
    ],
    ['nothing to restore', 'trainer: {devices: 2}\nmodel: {restore_from_path: null}\n', [], 'no repair'],
    [
      'FID pictures with sizes of their own',
      'infer: {batch_size: 2}\nfid: {ntasks_per_node: 4}\ntrainer: {devices: 3}\nmodel: {restore_from_path: a.nemo}\n',
      ['error fid-batch-check trainer.devices'],
      'infer: {batch_size: 2}\nfid: {ntasks_per_node: 4}\ntrainer: {devices: 4}\nmodel: {restore_from_path: a.nemo}\n',
    ],
    [
      'FID pictures of SDXL',
      'infer: {batch_size: 1}\nsampling: {}\nfid: {ntasks_per_node: 4}\ntrainer: {devices: 3}\nmodel: {restore_from_path: a.nemo}\n',
      [],
      'no repair',
    ],
  ])('%s', (_, text, expected, after) => {
    expect(reported(rules, text, 'inference')).toEqual(expected)
    expect(fixedText(rules, text, 'inference')).toBe(after)
  })
})
