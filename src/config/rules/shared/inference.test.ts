import { describe, expect, test } from 'vitest'
import type { Rule } from '../../view/rule'
import { restorePathRules } from '../checkpoints/restore-path'
import { fixedText, reported } from '../issues.test-support'
import { classImageRules } from '../running/class-images'
import { controlImageRules } from '../running/control-images'
import { diffusionSamplerRules } from '../running/diffusion-sampler'
import { drawnPictureRules } from '../running/drawn-pictures'
import { editPictureRules } from '../running/edit-pictures'
import { fidRules } from '../running/fid'
import { imagenPipelineRules } from '../running/imagen-pipeline'
import { quantizeRules } from '../running/quantize'
import { sdxlSamplingRules } from '../running/sdxl-sampling'
import { tensorrtRules } from '../running/tensorrt'
import { launchRules } from '../trainer/launch'

/** A text, what is said of it, and the text after the first repair; `null` where there is none to make. */
type Row = readonly [name: string, text: string, expected: readonly string[], after?: string]

function rows(rules: readonly Rule[], table: readonly Row[], family: Parameters<typeof reported>[2] = null): void {
  const cases = table.map(([name, text, expected, after]) => ({ name, text, expected, after }))
  test.each(cases)('$name', ({ text, expected, after }) => {
    expect(reported(rules, text, family)).toEqual(expected)
    if (after === undefined) return
    expect(fixedText(rules, text, family)).toBe(after)
    expect(reported(rules, after, family)).not.toEqual(expected)
  })
}

const sampler = (type: string, more: string) => `infer:\n  sampler_type: ${type}\n${more}`
const steps = (type: string, n: number | string) => sampler(type, `  inference_steps: ${n}\n`)
const crash = ['error sampler-steps-crash infer.inference_steps']

describe('samplers', () => {
  rows(diffusionSamplerRules, [
    [
      'ControlNet knows two',
      sampler('dpm', '  control: [a.png]\n'),
      ['error sampler-name infer.sampler_type'],
      sampler('DDIM', '  control: [a.png]\n'),
    ],
    ['in any case', sampler('plms', '  control: [a.png]\n'), []],
    ['a divisor runs as it is', steps('DDIM', 250), []],
    ['a stride of 3 runs past the end', steps('DDIM', 300), crash, steps('DDIM', 250)],
    ['of 9 too', steps('PLMS', 105), crash, steps('PLMS', 100)],
    ['and of 1', steps('PARA_DDIM', 1000), crash, steps('PARA_DDIM', 500)],
    ['no stride is left', steps('DPM', 2000), [`${crash[0]}/stride`], steps('DPM', 500)],
    ['3 steps for DPM become 2', steps('DPM', 3), crash, steps('DPM', 2)],
    [
      'others are rounded up',
      steps('DDIM', 30),
      ['info sampler-steps-rounded infer.inference_steps'],
      steps('DDIM', 25),
    ],
    [
      'which PARA_DDIM does not bear',
      steps('PARA_DDIM', 30),
      ['warning sampler-steps-rounded infer.inference_steps/parallel'],
    ],
    ['and DPM does not do', steps('DPM', 30), []],
    ['a reference is followed', `a: 300\n${steps('DDIM', '${a}')}`, crash],
    ['an open one is not guessed', steps('DDIM', '${oc.env:N}'), []],
    ['DPM needs two steps', steps('DPM', 1), ['error dpm-two-steps infer.inference_steps'], steps('DPM', 25)],
    ['DDIM one', steps('DDIM', 1), []],
    ['PLMS has no noise', sampler('PLMS', '  eta: 0.5\n'), ['error plms-eta infer.eta'], sampler('PLMS', '  eta: 0\n')],
    ['nor has DPM', sampler('DPM', '  eta: 1\n'), ['info eta-ignored-dpm infer.eta']],
    ['DDIM has', sampler('DDIM', '  eta: 1\n'), []],
    [
      'many at once',
      sampler('DDIM', '  sampler_parallelism: 8\n'),
      ['error para-sampler infer.sampler_type'],
      sampler('PARA_DDIM', '  sampler_parallelism: 8\n'),
    ],
    [
      'in capitals',
      sampler('para_ddim', '  sampler_parallelism: 8\n  devices: 2\n'),
      ['error para-sampler infer.sampler_type'],
    ],
    ['on one GPU', sampler('PARA_DDIM', '  sampler_parallelism: 8\n'), ['info para-sampler infer.devices/devices']],
    ['on two', sampler('PARA_DDIM', '  sampler_parallelism: 8\n  devices: 2\n'), []],
    [
      'guidance of 1',
      sampler('DDIM', '  unconditional_guidance_scale: 1.0\n'),
      ['error guidance-one infer.unconditional_guidance_scale'],
      sampler('DDIM', '  unconditional_guidance_scale: 1.001\n'),
    ],
    ['ControlNet takes it', sampler('DDIM', '  control: [a]\n  unconditional_guidance_scale: 1.0\n'), []],
    [
      'no guidance',
      sampler('DDIM', '  unconditional_guidance_scale: null\n'),
      ['error guidance-null infer.unconditional_guidance_scale'],
      sampler('DDIM', '  unconditional_guidance_scale: 7.5\n'),
    ],
    ['FID fills it in', `fid: {}\n${sampler('DDIM', '  unconditional_guidance_scale: null\n')}`, []],
    [
      'and runs a list',
      `fid:\n  classifier_free_guidance: [1.5, 1]\n${sampler('DDIM', '')}`,
      ['error fid-guidance-one fid.classifier_free_guidance[1]'],
      `fid:\n  classifier_free_guidance: [1.5, 1.001]\n${sampler('DDIM', '')}`,
    ],
    ['which is Imagen’s too', 'fid:\n  classifier_free_guidance: [1]\nmodels: []\n', []],
  ])

  test('the steps that crash are those of the facts', () => {
    const crashing = Array.from({ length: 1100 }, (_, i) => i + 1).filter((n) =>
      reported(diffusionSamplerRules, steps('DDIM', n)).join().includes('sampler-steps-crash'),
    )
    const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)
    expect(crashing).toEqual([3, 9, 27, 36, 37, ...range(101, 111), ...range(251, 333), ...range(501, 1100)])
  })
})

const unread = 'exp_manager: {}\nmodel:\n  noise_scheduler: {}\n  with_prior_preservation: '
describe('pictures', () => {
  const size = (side: number, more = '') => sampler('DDIM', `  height: ${side}\n${more}  prompts: [a]\n`)
  rows(drawnPictureRules, [
    ['sides are multiples of 64', size(520), ['error image-size-multiple infer.height'], size(512)],
    ['of 768 too', size(768), []],
    [
      'another factor changes the size',
      size(512, '  down_factor: 4\n'),
      ['warning down-factor infer.down_factor'],
      size(512, '  down_factor: 8\n'),
    ],
    [
      'or stops the run, which is its fault',
      size(512, '  down_factor: 6\n'),
      ['error image-size-multiple infer.down_factor/factor'],
      size(512, '  down_factor: 8\n'),
    ],
    ['a slash in a prompt', sampler('DDIM', '  prompts: [a, b/c]\n'), ['error prompt-file-names infer.prompts[1]']],
    ['a single prompt', sampler('DDIM', '  prompts: b/c\n'), ['error prompt-file-names infer.prompts']],
    ['after 50 characters', sampler('DDIM', `  prompts: ["${'x'.repeat(50)}/"]\n`), []],
    [
      'the same 50',
      sampler('DDIM', `  prompts: ["${'x'.repeat(50)}a", "${'x'.repeat(50)}b"]\n`),
      ['warning prompt-file-names infer.prompts[1]/same'],
    ],
    ['the same prompt', sampler('DDIM', '  prompts: [a, a]\n'), []],
    ['not saved', sampler('DDIM', '  save_to_file: false\n  prompts: [b/c]\n'), []],
    ['not as pictures', sampler('DDIM', '  output_type: torch\n  prompts: [b/c]\n'), []],
    ['captions instead', `fid: {}\n${sampler('DDIM', '  prompts: []\n')}`, []],
    ['none', sampler('DDIM', '  prompts:\n'), ['error prompts-empty infer.prompts']],
    ['not even the key', sampler('DDIM', ''), ['error prompts-empty infer.prompts']],
    ['of a training that draws no class images', `${unread}false\n${size(520)}`, []],
    ['of one that does', `${unread}true\n${size(520)}`, ['error image-size-multiple infer.height']],
    [
      'a precision that the script does not know',
      `trainer:\n  precision: 64\n${size(512)}`,
      ['error infer-precision trainer.precision'],
      `trainer:\n  precision: 16\n${size(512)}`,
    ],
    [
      'nor this one',
      `trainer:\n  precision: bf16-true\n${size(512)}`,
      ['error infer-precision trainer.precision'],
      `trainer:\n  precision: bf16\n${size(512)}`,
    ],
    ['null', 'trainer:\n  precision: null\ninfer:\n  prompts: [a]\n', ['error infer-precision trainer.precision']],
    ['for editing too', 'trainer:\n  precision: 64\nedit: {}\n', ['error infer-precision trainer.precision']],
    ['elsewhere it is the trainer’s', 'trainer:\n  precision: 64\n', []],
  ])
})

const control = (text: string) => `infer:\n  control: [x.png]\n  prompts: [a]\n${text}`
describe('control images', () => {
  rows(controlImageRules, [
    ['one a prompt', 'infer:\n  control: [x.png]\n  prompts: [a, b]\n', ['error control-count infer.control']],
    ['also of one text', 'infer:\n  control: [x.png]\n  prompts: a\n', []],
    ['also when they are not known yet', 'infer:\n  control:\n    - ???\n  prompts: [a]\n', []],
    [
      'of the size of the picture',
      control('  height: 768\n'),
      ['error control-size infer.height'],
      control('  height: 512\n'),
    ],
    ['which both sides have', control('  hint_image_size: 768\n'), ['error control-size infer.height']],
    [
      'saved as pictures',
      control('  output_type: torch\n'),
      ['error control-output-type infer.output_type'],
      control('  output_type: pil\n'),
    ],
    ['or not saved', control('  output_type: torch\n  save_to_file: false\n'), []],
    [
      'with a weight that is lost',
      'model:\n  strength: 2.0\n',
      ['warning control-strength-ignored model.strength'],
      'model:\n  strength: 1.0\n',
    ],
  ])
})

describe('FID', () => {
  const fid = (text: string) => `fid:\n  ntasks_per_node: 8\n${text}`
  rows(fidRules, [
    [
      'saves the pictures itself',
      `fid: {}\n${sampler('DDIM', '  save_to_file: true\n')}`,
      ['error fid-output infer.save_to_file', 'info fid-micro-batch infer.batch_size'],
      `fid: {}\n${sampler('DDIM', '  save_to_file: false\n')}`,
    ],
    [
      'as pictures',
      `fid: {}\n${sampler('DDIM', '  save_to_file: false\n  output_type: np\n')}`,
      ['error fid-output infer.output_type/type', 'info fid-micro-batch infer.batch_size'],
    ],
    [
      'one a caption',
      'fid: {}\ninfer:\n  num_samples: 4\n',
      ['error fid-one-image infer.num_samples'],
      'fid: {}\ninfer:\n  num_samples: 1\n',
    ],
    [
      'on as many GPUs as shares',
      fid('trainer:\n  devices: 1\n'),
      ['warning fid-devices trainer.devices'],
      fid('trainer:\n  devices: ${fid.ntasks_per_node}\n'),
    ],
    ['listed one by one', fid('trainer:\n  devices: [0, 1, 2, 3, 4, 5, 6, 7]\n'), []],
    [
      'each with its number',
      'fid:\n  ntasks_per_node: 8\n  local_task_id: null\n',
      ['info fid-worker-index fid.local_task_id'],
    ],
    ['which one does not need', 'fid:\n  ntasks_per_node: 1\n  local_task_id: null\n', []],
    [
      'Imagen on one node',
      'models: []\nfid:\n  nnodes_per_cfg: 2\n',
      ['warning fid-imagen-nodes fid.nnodes_per_cfg'],
      'models: []\nfid:\n  nnodes_per_cfg: 1\n',
    ],
  ])
})

const base = (text: string) => `sampling:\n  base: {${text}}\n`
const whole = 'sampler: DPMPP2MSampler, steps: 50, discretization: LegacyDDPMDiscretization, guider: IdentityGuider'
describe('SDXL', () => {
  rows(sdxlSamplingRules, [
    [
      'sides are multiples of 32',
      base(`${whole}, width: 1000`),
      ['error sdxl-size-multiple sampling.base.width'],
      base(`${whole}, width: 1024`),
    ],
    ['better of 64', base(`${whole}, width: 1056`), ['warning sdxl-size-multiple sampling.base.width/odd']],
    [
      'each sampler has its keys',
      base(`${whole.replace('DPMPP2MSampler', 'EulerAncestralSampler')}, s_noise: 1.0`),
      ['error sdxl-sampler-keys sampling.base.eta'],
      base(`${whole.replace('DPMPP2MSampler', 'EulerAncestralSampler')}, s_noise: 1.0, eta: 1.0`),
    ],
    [
      'each guider too',
      base(whole.replace('IdentityGuider', 'VanillaCFG')),
      ['error sdxl-sampler-keys sampling.base.scale', 'error sdxl-sampler-keys sampling.base.thresholder'],
    ],
    [
      'and some are read always',
      base(''),
      ['sampler', 'steps', 'discretization', 'guider'].map(
        (key) => `error sdxl-sampler-keys sampling.base.${key}/always`,
      ),
    ],
    [
      'nothing is as text',
      base(`${whole.replace('IdentityGuider', 'VanillaCFG')}, scale: 5.0, thresholder: null`),
      ['error sdxl-thresholder sampling.base.thresholder'],
      base(`${whole.replace('IdentityGuider', 'VanillaCFG')}, scale: 5.0, thresholder: 'None'`),
    ],
    ['a thousand levels', base(whole.replace('50', '2000')), ['error sdxl-steps-max sampling.base.steps'], base(whole)],
    [
      'more in EDM',
      base(`${whole.replace('50', '2000').replace('LegacyDDPM', 'EDM')}, sigma_min: 0.1, sigma_max: 2.0, rho: 3.0`),
      [],
    ],
    [
      'a negative prompt is read in the old way only',
      'infer:\n  negative_prompt: blurry\nmodel:\n  is_legacy: false\n',
      ['warning sdxl-negative-prompt infer.negative_prompt'],
      'infer:\n  negative_prompt: blurry\nmodel:\n  is_legacy: true\n',
    ],
    ['an empty one says nothing', "infer:\n  negative_prompt: ''\nmodel:\n  is_legacy: false\n", []],
    [
      'no refiner',
      'use_refiner: true\nsampling: {}\n',
      ['error sdxl-refiner use_refiner'],
      'use_refiner: false\nsampling: {}\n',
    ],
    ['which quantization never asks', 'use_refiner: true\nsampling: {}\nquantize: {}\n', []],
    [
      'whole batches',
      'infer:\n  num_samples: 4\n  num_samples_per_batch: 3\n',
      ['warning sdxl-batches infer.num_samples_per_batch'],
      'infer:\n  num_samples: 4\n  num_samples_per_batch: 2\n',
    ],
    [
      'not larger than all',
      'infer:\n  num_samples: 4\n  num_samples_per_batch: 9\n',
      ['warning sdxl-batches infer.num_samples_per_batch'],
      'infer:\n  num_samples: 4\n  num_samples_per_batch: 4\n',
    ],
    [
      'no strength',
      base(`${whole}, img2img_strength: 0.5`),
      ['info sdxl-img2img-ignored sampling.base.img2img_strength'],
      base(whole),
    ],
  ])
})

describe('quantization', () => {
  const path = 'info quantize-container-path run_quantization'
  rows(quantizeRules, [
    [
      'one prompt a call',
      'quantize:\n  batch_size: 2\n',
      ['error quantize-batch quantize.batch_size', path],
      'quantize:\n  batch_size: 1\n',
    ],
    [
      'as many calls as steps',
      `quantize:\n  n_steps: 20\n${base('steps: 50')}`,
      ['warning quantize-steps sampling.base.steps', path],
    ],
    [
      'two a step',
      `quantize:\n  n_steps: 20\n${base('sampler: HeunEDMSampler, steps: 20')}`,
      ['warning quantize-steps sampling.base.sampler/sampler', path],
    ],
    ['none when it is done already', `run_quantization: false\nquantize:\n  n_steps: 20\n${base('steps: 50')}`, []],
    [
      'at least one step',
      'quantize:\n  n_steps: 20\n  percentile: 0.01\n',
      ['error quantize-percentile quantize.percentile', path],
      'quantize:\n  n_steps: 20\n  percentile: 1.0\n',
    ],
    ['at most all', 'quantize:\n  percentile: 1.5\n', ['error quantize-percentile quantize.percentile', path]],
    [
      'some prompts',
      'quantize:\n  calib_size: 0\n',
      ['error quantize-calib quantize.calib_size', path],
      'quantize:\n  calib_size: 32\n',
    ],
    [
      'square',
      `run_quantization: false\nquantize: {}\n${base('width: 1344, height: 768')}`,
      ['error quantize-square sampling.base.height'],
      `run_quantization: false\nquantize: {}\n${base('width: 1344, height: 1344')}`,
    ],
    [
      'unless nothing is exported',
      `run_quantization: false\nrun_onnx_export: false\nrun_trt_export: false\nquantize: {}\n${base('width: 1344, height: 768')}`,
      [],
    ],
    [
      'one file',
      'quantize:\n  quantized_ckpt: a\nonnx_export:\n  quantized_ckpt: b\n',
      ['warning quantize-checkpoint-name onnx_export.quantized_ckpt', path],
      'quantize:\n  quantized_ckpt: a\nonnx_export:\n  quantized_ckpt: ${quantize.quantized_ckpt}\n',
    ],
    [
      'which must be there',
      'run_quantization: false\nquantize:\n  quantized_ckpt: a\nonnx_export:\n  quantized_ckpt: a\n',
      ['info quantize-checkpoint-name onnx_export.quantized_ckpt/exists'],
    ],
  ])
})

describe('TensorRT', () => {
  const files = 'info trt-stale-files infer.out_path'
  const trt = (more: string) => `trt:\n  min_batch_size: 1\n  max_batch_size: 8\n${more}`
  const run = (more: string) => `unet_xl: a.plan\nwidth: 1024\nheight: 1024\nadm_in_channels: 1792\n${more}`
  rows(tensorrtRules, [
    [
      'a batch beyond the bounds',
      trt('infer:\n  batch_size: 16\n'),
      ['error trt-batch-range infer.batch_size', files],
      'trt:\n  min_batch_size: 1\n  max_batch_size: 16\ninfer:\n  batch_size: 16\n',
    ],
    ['within', trt('infer:\n  batch_size: 8\n'), [files]],
    [
      'of one without the key',
      'trt:\n  min_batch_size: 2\n  max_batch_size: 8\n',
      ['error trt-batch-range infer.batch_size', files],
      'trt:\n  min_batch_size: 1\n  max_batch_size: 8\n',
    ],
    [
      'of the quantized UNet',
      'trt_export:\n  min_batch_size: 1\n  max_batch_size: 2\ninfer:\n  num_samples: 4\n',
      ['error trt-batch-range infer.num_samples'],
    ],
    [
      'which is not built',
      'run_trt_export: false\ntrt_export:\n  min_batch_size: 1\n  max_batch_size: 2\ninfer:\n  num_samples: 4\n',
      [],
    ],
    [
      'static',
      trt('  static_batch: true\n'),
      ['warning trt-static-batch trt.static_batch', files],
      trt('  static_batch: false\n'),
    ],
    [
      'in full precision',
      trt('trainer:\n  precision: bf16\n'),
      [files, 'info trt-export-precision trainer.precision'],
      trt('trainer:\n  precision: 16\n'),
    ],
    ['runs squares', run('').replace('height: 1024', 'height: 768'), ['error trt-infer-square height'], run('')],
    [
      'with their conditions',
      run('orig_width: 1024\norig_height: 1024\ncrop_coords_top: 0\ncrop_coords_left: 0\n'),
      ['error trt-infer-adm adm_in_channels'],
      run('orig_width: 1024\norig_height: 1024\ncrop_coords_top: 0\ncrop_coords_left: 0\n').replace('1792', '2816'),
    ],
    ['with a seed', run('seed: 0\n'), ['error trt-infer-seed seed'], run('seed: 123\n')],
    [
      'with guidance',
      run('guider: IdentityGuider\n'),
      ['error trt-infer-guider guider'],
      run("scale: 5.0\nguider: VanillaCFG\nthresholder: 'None'\n"),
    ],
    ['in batches of the export', run('num_samples: 8\n'), ['info trt-infer-batch num_samples']],
    [
      'without graphs',
      run('use_cuda_graph: true\n'),
      ['error trt-infer-cuda-graph use_cuda_graph'],
      run('use_cuda_graph: false\n'),
    ],
  ])
})

describe('editing', () => {
  rows(editPictureRules, [
    ['an instruction', "edit:\n  prompt: ''\n", ['error edit-empty-prompt edit.prompt']],
    [
      'a grid that is too small',
      'edit:\n  prompt: x\n  num_images_per_prompt: 8\n  combine_images: [2, 2]\n',
      ['warning edit-grid edit.combine_images'],
      'edit:\n  prompt: x\n  num_images_per_prompt: 8\n  combine_images: [2, 4]\n',
    ],
    [
      'too large',
      'edit:\n  prompt: x\n  num_images_per_prompt: 3\n  combine_images: [2, 2]\n',
      ['warning edit-grid edit.combine_images/black'],
      'edit:\n  prompt: x\n  num_images_per_prompt: 3\n  combine_images: [1, 3]\n',
    ],
    ['none', 'edit:\n  prompt: x\n  num_images_per_prompt: 3\n  combine_images: null\n', []],
  ])
})

describe('Imagen', () => {
  const run = (more: string) =>
    `target_resolution: 64\ncustomized_model: {base_ckpt: a.nemo}\nsamplings: [{step: 30}]\n${more}`
  rows(imagenPipelineRules, [
    [
      'a checkpoint for each stage',
      run('').replace('a.nemo', 'null'),
      ['error imagen-stages customized_model.base_ckpt'],
    ],
    [
      'two are the default',
      run('').replace('target_resolution: 64\n', ''),
      ['error imagen-stages customized_model.sr256_ckpt', 'error imagen-stages samplings/samplings'],
    ],
    ['one that is not known yet is there', run('').replace('a.nemo', '"???"'), []],
    [
      'a .ckpt needs its config',
      run('').replace('a.nemo', 'a.ckpt'),
      ['error imagen-ckpt-config customized_model.base_cfg'],
    ],
    [
      'in the folder of today',
      run('').replace('a.nemo', 'a.ckpt, base_cfg: examples/multimodal/generative/imagen/conf/base64-500m.yaml'),
      ['error imagen-ckpt-config customized_model.base_cfg/moved'],
      run('').replace('a.nemo', 'a.ckpt, base_cfg: examples/multimodal/text_to_image/imagen/conf/base64-500m.yaml'),
    ],
    [
      'other files are none',
      run('').replace('a.nemo', 'a.pt'),
      ['error imagen-ckpt-config customized_model.base_ckpt/kind'],
    ],
    ['no names', run('model_name: imagen-2b\n'), ['error imagen-model-name model_name'], run('model_name: null\n')],
    [
      'two steps',
      run('').replace('30', '1'),
      ['warning imagen-edm-steps samplings[0].step'],
      run('').replace('30', '20'),
    ],
    [
      'a key with one letter more',
      run('num_images_per_prompt: 4\n'),
      ['error imagen-unknown-key num_images_per_prompt'],
      run('num_images_per_promt: 4\n'),
    ],
    ['a key of other scripts', run('trainer: {}\n'), ['error imagen-unknown-key trainer'], run('')],
    ['inside too', run('').replace('step: 30', 'step: 30, steps: 3'), ['error imagen-unknown-key samplings[0].steps']],
    ['a prompt with a slash', run('texts: [a/b]\n'), ['error imagen-text-file-name texts[0]']],
    ['a long one', run(`texts: ["${'猫'.repeat(83)}"]\n`), ['error imagen-text-file-name texts[0]/long']],
    ['not too long', run(`texts: ["${'x'.repeat(248)}"]\n`), []],
    [
      'FID has a list',
      'models:\n  - restore_from_path: a.ckpt\ninfer:\n  customized_model: {}\n  samplings: [{step: 30}]\n',
      ['error imagen-fid-models models[0].restore_from_path/kind'],
    ],
    ['of something', 'models: []\ninfer:\n  customized_model: {}\n', ['error imagen-fid-models models/none']],
    [
      'with an entry for each',
      'models: [{restore_from_path: a.nemo}]\ninfer:\n  customized_model: {}\n',
      ['error imagen-fid-models infer.samplings'],
    ],
    [
      'and a section for nothing',
      'models: [{restore_from_path: a.nemo}]\ninfer:\n  samplings: [{step: 30}]\n',
      ['error imagen-fid-models infer.customized_model/section'],
    ],
  ])
})

describe('weights of scripts that draw', () => {
  const at = 'model.restore_from_path'
  const model = (text: string) => `infer: {}\nmodel:\n${text}`
  rows(
    restorePathRules,
    [
      ['none', model('  restore_from_path:\n'), [`error infer-restore-path ${at}`]],
      ['nor the key', model('  precision: 16\n'), [`error infer-restore-path ${at}`]],
      [
        'an empty name',
        model("  restore_from_path: ''\n  unet_config: {}\n"),
        [`error infer-restore-path ${at}/form`],
        model('  restore_from_path: null\n  unet_config: {}\n'),
      ],
      ['another file', model('  restore_from_path: a.safetensors\n'), [`error infer-restore-path ${at}/form`]],
      ['a folder', model('  restore_from_path: /ckpts/sd\n'), [`info infer-restore-path ${at}/folder`]],
      ['a placeholder', model('  restore_from_path: /path/to/sd\n'), []],
      ['a checkpoint', model('  restore_from_path: a.ckpt\n'), []],
      [
        'a model of its own without weights',
        model('  restore_from_path:\n  unet_config: {from_pretrained: null}\n'),
        [`warning infer-restore-path ${at}/untrained`],
      ],
      ['with weights', model('  restore_from_path:\n  unet_config: {from_pretrained: a.bin}\n'), []],
      [
        'an adapter',
        model('  peft: {restore_from_path: null}\n'),
        ['error lora-infer-path model.peft.restore_from_path'],
      ],
      [
        'of another kind',
        model('  peft: {restore_from_path: a.ckpt}\n'),
        ['error lora-infer-path model.peft.restore_from_path/form'],
      ],
      ['elsewhere', 'customized_model: {}\n', []],
    ],
    'inference',
  )

  test('an empty name is wrong in a file of no known kind too, but training does not read it', () => {
    const text = "model:\n  restore_from_path: ''\n  optim: {name: fused_adam}\n"
    expect(reported(restorePathRules, text)).toEqual([`error infer-restore-path ${at}/form`])
    expect(reported(restorePathRules, text, 'sd')).toEqual([])
    expect(reported(restorePathRules, 'model:\n  restore_from_path: null\n', 'sd')).toEqual([])
  })
})

describe('how a script is started', () => {
  rows(launchRules, [
    ['by torchrun when it draws', 'trainer: {}\ninfer: {}\n', ['info infer-needs-torchrun trainer.devices']],
    ['at its section when there is no trainer', 'infer: {}\nmodel: {}\n', ['info infer-needs-torchrun infer']],
    ['not Imagen', 'customized_model: {}\n', []],
    ['not training', 'exp_manager: {}\ninfer: {}\n', []],
  ])
  rows(
    launchRules,
    [
      ['but DreamBooth’s with class images', `${unread}true\n`, ['info infer-needs-torchrun model/prior']],
      ['without them any way will do', `${unread}false\n`, []],
    ],
    'dreambooth',
  )
})

describe('class images', () => {
  const prior = (text: string) => `model:\n  with_prior_preservation: true\ninfer:\n  save_to_file: false\n${text}`
  rows(classImageRules, [
    [
      'drawn together',
      prior('  num_images_per_prompt: 4\n'),
      ['warning dreambooth-reg-batch infer.batch_size'],
      prior('  batch_size: ${infer.num_images_per_prompt}\n  num_images_per_prompt: 4\n'),
    ],
    ['or one', prior('  num_images_per_prompt: 1\n'), []],
    [
      'saved by the script',
      prior('').replace('save_to_file: false', 'save_to_file: true'),
      ['error dreambooth-reg-save infer.save_to_file'],
      prior(''),
    ],
    [
      'as pictures',
      prior('  output_type: torch\n'),
      ['error dreambooth-reg-save infer.output_type/type'],
      prior('  output_type: pil\n'),
    ],
  ])
})
