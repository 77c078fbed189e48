import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Issue } from '../../core/issue'
import { parse } from '../../core/omegaconf/parse'
import { printPath } from '../../core/path'
import { en } from '../../i18n/app/en'
import { zh } from '../../i18n/app/zh'
import { sentenceOf } from '../../i18n/sentence'
import { noWords, type RuleWords } from '../../i18n/words'
import { check } from '../check/check'
import { planFix } from '../fixes/fix'

const topics = [
  ...['augmentations', 'image-size', 'filterings', 'webdataset', 'validation-data', 'synthetic-data', 'dreambooth'],
  ...['instruct-pix2pix', 'imagen-unet', 'imagen-attention', 'imagen-preconditioning', 'imagen-conditioning'],
  'imagen-data',
]
const wordsIn = (language: string) => ({
  ...noWords,
  rules: new Map<string, RuleWords>(
    topics.flatMap((topic) => {
      const file = new URL(`../../i18n/rules/${language}/${topic}.json`, import.meta.url)
      return Object.entries<RuleWords>(JSON.parse(readFileSync(file, 'utf8')))
    }),
  ),
})
const languages = [
  { messages: en, words: wordsIn('en') },
  { messages: zh, words: wordsIn('zh') },
]

/** What a rule finds in a text, each as `path` or `path variant`; `after`: the text when the first is repaired. */
interface Row {
  id: string
  when: string
  text: string
  found: readonly string[]
  after?: string
}

const issuesOf = (text: string, id: string): Issue[] => check(parse(text)).filter(({ code }) => code === id)
const named = ({ path, variant }: Issue) => `${printPath(path)}${variant === undefined ? '' : ` ${variant}`}`

function fixed(text: string, issue: Issue | undefined): string | null {
  if (issue?.fix === undefined) return null
  const planned = planFix(parse(text), issue.fix)
  expect(planned.ok, JSON.stringify(issue.fix)).toBe(true)
  return planned.ok ? planned.after.text : null
}

function run({ id, text, found, after }: Row) {
  const issues = issuesOf(text, id)
  expect(issues.map(named)).toEqual(found)
  if (after !== undefined) {
    expect(fixed(text, issues[0])).toBe(after)
    expect(issuesOf(after, id).map(named)).toEqual(found.slice(1))
  }
  for (const { messages, words } of languages)
    for (const issue of issues) {
      const sentence = sentenceOf(issue, messages, words)
      expect(sentence).not.toMatch(/[{}]|undefined|null\b(?!s)|NaN/)
      expect(sentence).not.toContain(id)
    }
}

/** A config of SD, SDXL, ControlNet or Imagen with these lines in `model.data.train` and before `data`. */
const sd = (train: string, model = '') => `model:\n  first_stage_key: images\n${model}  data:\n    train:\n${train}`
const augmented = (lines: string, model = '') => sd(`      augmentations:\n${lines}`, model)
const ddconfig = '  first_stage_config:\n    ddconfig:\n      ch_mult: [1, 2, 4, 4]\n'
const unetConfig = '  unet_config:\n    channel_mult: [1, 2, 4, 4]\n'

describe('a fix removes what it is for', () => {
  const snippets: { id: string; bad: string }[] = JSON.parse(
    readFileSync(new URL('./facts/data-and-imagen.test-data.json', import.meta.url), 'utf8'),
  )
  test.each(snippets)('$id', ({ bad }) => {
    const issues = check(parse(bad))
    const count = (all: readonly Issue[], code: string) => all.filter((issue) => issue.code === code).length
    for (const issue of issues) {
      if (issue.fix === undefined || languages[0]?.words.rules.has(issue.code) !== true) continue
      const left = check(parse(fixed(bad, issue) ?? ''))
      expect(count(left, issue.code), issue.code).toBeLessThan(count(issues, issue.code))
    }
  })
})

describe('augmentations', () => {
  const at = 'model.data.train.augmentations'
  const rows: Row[] = [
    {
      id: 'data-augmentation-unknown-key',
      when: 'nothing is near',
      text: augmented('        resize_smallest_side: 64\n        color_jitter: 0.1\n'),
      found: [`${at}.color_jitter`],
      after: augmented('        resize_smallest_side: 64\n'),
    },
    {
      id: 'data-augmentation-unknown-key',
      when: 'the right key is there too',
      text: augmented('        resize_smallest_side: 64\n        resize_smalest_side: 64\n'),
      found: [`${at}.resize_smalest_side near`],
      after: augmented('        resize_smallest_side: 64\n'),
    },
    {
      id: 'data-augmentation-unknown-key',
      when: 'latents are read',
      text: augmented('        color_jitter: 0.1\n').replace('images', 'images_moments'),
      found: [],
    },
    {
      id: 'data-augmentations-missing',
      when: 'absent',
      text: sd('      dataset_path: [a.pkl]\n'),
      found: [at],
      after: sd(
        '      dataset_path: [a.pkl]\n      augmentations:\n        resize_smallest_side: 512\n        center_crop_h_w: 512, 512\n',
      ),
    },
    {
      id: 'data-augmentation-order',
      when: 'the crop stands first',
      text: augmented('        center_crop_h_w: 64, 64\n        resize_smallest_side: 64\n'),
      found: [`${at}.center_crop_h_w`],
      after: augmented('        resize_smallest_side: 64\n        center_crop_h_w: 64, 64\n'),
    },
    {
      id: 'data-image-size-not-fixed',
      when: 'the crop is misspelt, which is said already',
      text: augmented('        resize_smallest_side: 64\n        center_crop_hw: 64, 64\n', '  micro_batch_size: 4\n'),
      found: [],
    },
    {
      id: 'data-image-size-not-fixed',
      when: 'batches hold one image',
      text: augmented('        resize_smallest_side: 64\n', '  micro_batch_size: 1\n'),
      found: [],
    },
    {
      id: 'data-image-size-not-fixed',
      when: 'SDXL resizes, and so cuts squares',
      text: augmented('        resize_smallest_side: 64\n', '  precache_mode: null\n'),
      found: [],
    },
    {
      id: 'controlnet-random-augmentation',
      when: 'both are drawn apart',
      text: augmented('        random_crop_h_w: 512, 512\n        horizontal_flip: true\n', '  control_key: hint\n'),
      found: [`${at}.random_crop_h_w`, `${at}.horizontal_flip`],
      after: augmented('        center_crop_h_w: 512, 512\n        horizontal_flip: true\n', '  control_key: hint\n'),
    },
  ]
  test.each(rows)('$id: $when', run)

  test('a resize that has a comment is not moved, for the comment would be lost', () => {
    const text = augmented('        center_crop_h_w: 64, 64\n        resize_smallest_side: 64 # all of them\n')
    expect(issuesOf(text, 'data-augmentation-order').map(({ fix }) => fix)).toEqual([undefined])
  })
})

describe('sizes of images', () => {
  const crop = 'model.data.train.augmentations.center_crop_h_w'
  const size = (side: number, crops: string, model: string) =>
    augmented(`        resize_smallest_side: ${side}\n        center_crop_h_w: ${crops}\n`, model)
  const rows: Row[] = [
    {
      id: 'sd-crop-not-divisible',
      when: 'the nearest fitting crop needs a larger resize',
      text: size(500, '500, 512', ddconfig + unetConfig),
      found: [crop],
      after: size(512, '512, 512', ddconfig + unetConfig),
    },
    {
      id: 'sd-crop-not-divisible',
      when: 'SDXL cuts squares of the resize',
      text: augmented('        resize_smallest_side: 500\n', `  precache_mode: null\n${ddconfig}${unetConfig}`),
      found: ['model.data.train.augmentations.resize_smallest_side'],
      after: augmented('        resize_smallest_side: 512\n', `  precache_mode: null\n${ddconfig}${unetConfig}`),
    },
    {
      id: 'sd-crop-not-divisible',
      when: 'SDXL has three levels, so 32 is enough',
      text: augmented(
        '        resize_smallest_side: 480\n',
        `  precache_mode: null\n${ddconfig}${unetConfig.replace('[1, 2, 4, 4]', '[1, 2, 4]')}`,
      ),
      found: [],
    },
    {
      id: 'sd-crop-vs-image-size',
      when: 'the crop does not fit the UNet, which is said already',
      text: size(500, '500, 500', `  image_size: 64\n${ddconfig}${unetConfig}`),
      found: [],
    },
    {
      id: 'sd-crop-vs-image-size',
      when: 'the sides of the crop differ',
      text: size(512, '512, 256', `  image_size: 64\n${ddconfig}`),
      found: ['model.image_size'],
    },
    {
      id: 'sd-crop-vs-image-size',
      when: 'InstructPix2Pix has 256 pixels',
      text: 'model:\n  image_size: 64\n  data:\n    data_path: /d\n',
      found: ['model.image_size edit'],
      after: 'model:\n  image_size: 32\n  data:\n    data_path: /d\n',
    },
    {
      id: 'imagen-base-crop-vs-image-size',
      when: 'crop and resize are of the same wrong size',
      text: size(128, '128, 128', '  unet_type: base\n  unet:\n    image_size: 64\n'),
      found: [crop],
      after: size(64, '64, 64', '  unet_type: base\n  unet:\n    image_size: 64\n'),
    },
    {
      id: 'imagen-base-crop-vs-image-size',
      when: 'the crop cannot be halved, which is said already',
      text: size(60, '60, 60', '  unet_type: base\n  unet:\n    image_size: 64\n'),
      found: [],
    },
    {
      id: 'imagen-sr-crop-small',
      when: 'the crop is not square, which is said already',
      text: size(128, '128, 64', '  unet_type: sr\n'),
      found: [],
    },
  ]
  test.each(rows)('$id: $when', run)

  test('CUDA graphs make another latent a warning', () => {
    const text = size(256, '256, 256', `  image_size: 64\n  capture_cudagraph_iters: 15\n${ddconfig}`)
    expect(issuesOf(text, 'sd-crop-vs-image-size').map(({ level }) => level)).toEqual(['warning'])
  })
})

describe('filterings and shards', () => {
  const filtered = (webdataset: string, filterings: string, model = '') =>
    `${sd(`      filterings:\n${filterings}`, model)}    webdataset:\n${webdataset}`
  const resolution = '        resolution:\n          value: 64\n'
  const paths = (value: string, more = '') => sd(`      dataset_path: ${value}\n${more}`)
  const path = 'model.data.train.dataset_path'
  const rows: Row[] = [
    {
      id: 'data-filter-keys-required',
      when: 'both are missing',
      text: sd('      filterings: {}\n'),
      found: ['model.data.train.filterings.resolution', 'model.data.train.filterings.estimated_portion'],
      after: sd('      filterings:\n        resolution:\n          value: 512\n'),
    },
    {
      id: 'data-filter-needs-infinite-sampler',
      when: 'the sampler refers to a variable that is not set here',
      text: filtered('      infinite_sampler: ${oc.env:INFINITE}\n', resolution),
      found: [],
    },
    {
      id: 'data-filter-needs-infinite-sampler',
      when: 'there can be no filter at all, which is said instead',
      text: filtered('      infinite_sampler: false\n', resolution, '  control_key: hint\n'),
      found: [],
    },
    {
      id: 'data-filter-unsupported',
      when: 'ControlNet has none, whatever the sampler',
      text: filtered('      infinite_sampler: false\n', resolution, '  control_key: hint\n'),
      found: ['model.data.train.filterings'],
    },
    {
      id: 'data-estimated-portion-range',
      when: 'it is a percentage',
      text: filtered('      infinite_sampler: true\n', `${resolution}        estimated_portion: 80\n`),
      found: ['model.data.train.filterings.estimated_portion'],
      after: filtered('      infinite_sampler: true\n', `${resolution}        estimated_portion: 0.8\n`),
    },
    { id: 'data-dataset-path-empty', when: 'to be filled in', text: paths('???'), found: [path] },
    { id: 'data-dataset-path-empty', when: 'null', text: paths('null'), found: [path] },
    {
      id: 'data-dataset-path-empty',
      when: 'one of two is empty',
      text: paths("[a.pkl, '']"),
      found: [`${path}[1] entry`],
    },
    {
      id: 'data-dataset-path-empty',
      when: 'the only entry is to be filled in',
      text: paths('\n        - ???'),
      found: [`${path}[0] entry`],
    },
    { id: 'data-dataset-path-empty', when: 'a variable', text: paths('${oc.env:DATA}'), found: [] },
    {
      id: 'data-dataset-path-empty',
      when: 'images are made up',
      text: `${paths('[]')}    synthetic_data: true\n`,
      found: [],
    },
    {
      id: 'data-dataset-path-empty',
      when: 'SDXL passes over that images should be made up',
      text: `${paths('[]').replace('first_stage_key: images', 'precache_mode: null')}    synthetic_data: true\n`,
      found: [path],
    },
    {
      id: 'data-placeholder-path',
      when: 'both places hold one',
      text: `${paths('[YOUR_DATA, a.pkl]')}    webdataset:\n      local_root_path: DATASET_MOUNT_PATH\n`,
      found: [`${path}[0]`, 'model.data.webdataset.local_root_path folder'],
    },
    {
      id: 'data-dataset-path-list-glob',
      when: 'it is the only one',
      text: paths('[/d/*.tar]'),
      found: [`${path}[0]`],
      after: paths('/d/*.tar'),
    },
    { id: 'data-dataset-path-mixed', when: 'the second differs', text: paths('[a.tar, b.pkl]'), found: [`${path}[1]`] },
    {
      id: 'data-webdataset-missing',
      when: 'null',
      text: `${paths('[a.pkl]')}    webdataset: null\n`,
      found: ['model.data.webdataset'],
      after: `${paths('[a.pkl]')}    webdataset:\n      infinite_sampler: true\n      local_root_path: ???\n`,
    },
    {
      id: 'data-local-root-path',
      when: 'null, but shards are read from S3',
      text: `${paths('[a.pkl]')}    webdataset: {local_root_path: null}\n    boto3: {credentials_file: c, bucket: b}\n`,
      found: [],
    },
    {
      id: 'data-boto3-incomplete',
      when: 'the bucket is empty',
      text: `${paths('[a.pkl]')}    boto3: {credentials_file: c, bucket: ''}\n`,
      found: ['model.data.boto3.bucket'],
    },
    {
      id: 'data-num-workers',
      when: 'absent',
      text: paths('[a.pkl]'),
      found: ['model.data.num_workers'],
    },
  ]
  test.each(rows)('$id: $when', run)
})

describe('validation and made-up images', () => {
  const validated = (lines: string, model = '') =>
    `model:\n  first_stage_key: images\n${model}  data:\n    validation:\n${lines}`
  const rows: Row[] = [
    {
      id: 'data-validation-never-used',
      when: 'a data_path switches it on',
      text: validated('      dataset_path: [v.pkl]\n'),
      found: ['model.data.validation.dataset_path'],
      after: validated('      data_path: v.pkl\n      dataset_path: [v.pkl]\n'),
    },
    {
      id: 'data-validation-never-used',
      when: 'ControlNet cannot validate, so it goes',
      text: validated('      dataset_path: [v.pkl]\n    num_workers: 4\n', '  control_key: hint\n'),
      found: ['model.data.validation.dataset_path'],
      after: 'model:\n  first_stage_key: images\n  control_key: hint\n  data:\n    num_workers: 4\n',
    },
    {
      id: 'data-validation-drop-last',
      when: 'SD does not validate',
      text: 'model:\n  first_stage_key: images\n  data:\n    validation_drop_last: false\n',
      found: [],
    },
    {
      id: 'imagen-synthetic-base-list',
      when: 'two sizes',
      text: 'model:\n  unet_type: base\n  data:\n    synthetic_data: true\n    train: {target_resolutions: [64, 256]}\n',
      found: ['model.data.train.target_resolutions'],
      after: 'model:\n  unet_type: base\n  data:\n    synthetic_data: true\n    train: {}\n',
    },
  ]
  test.each(rows)('$id: $when', run)
})

describe('DreamBooth and InstructPix2Pix', () => {
  const dream = (model: string, lines: string) =>
    `model:\n${model}  data:\n    instance_dir: /d\n    instance_prompt: a dog\n    num_reg_images: 10\n    num_images_per_prompt: 4\n    resolution: 512\n    center_crop: true\n${lines}`
  const prior = '  with_prior_preservation: true\n'
  const rows: Row[] = [
    {
      id: 'dreambooth-required-keys',
      when: 'class images are kept',
      text: dream(prior, '    regularization_dir: null\n'),
      found: ['model.data.regularization_prompt prior', 'model.data.regularization_dir prior'],
    },
    {
      id: 'dreambooth-out-path',
      when: 'the folder is referred to',
      text: `${dream(prior, '    regularization_dir: /r\n')}infer:\n  out_path: /out\n`,
      found: ['infer.out_path'],
      after: `${dream(prior, '    regularization_dir: /r\n')}infer:\n  out_path: \${model.data.regularization_dir}\n`,
    },
    {
      id: 'dreambooth-cached-dirs-partial',
      when: 'only the class latents are cached',
      text: dream(`${prior}  use_cached_latents: true\n`, '    cached_reg_dir: /c\n'),
      found: ['model.data.cached_instance_dir'],
      after: dream(`${prior}  use_cached_latents: true\n`, ''),
    },
    {
      id: 'dreambooth-cache-race',
      when: 'the number of GPUs is not known here',
      text: `trainer:\n  devices: auto\n${dream('  use_cached_latents: true\n', '')}`,
      found: [],
    },
    {
      id: 'ip2p-data-path',
      when: 'absent',
      text: 'model:\n  data:\n    dataloader_type: cyclic\n',
      found: ['model.data.data_path'],
    },
    {
      id: 'ip2p-dataloader-type',
      when: 'absent',
      text: 'model:\n  data:\n    data_path: /d\n',
      found: ['model.data.dataloader_type'],
      after: 'model:\n  data:\n    dataloader_type: cyclic\n    data_path: /d\n',
    },
  ]
  test.each(rows)('$id: $when', run)
})

describe('Imagen', () => {
  const imagen = (type: string, unet: string, model = '', head = '') =>
    `${head}model:\n  unet_type: ${type}\n${model}  unet:\n    embed_dim: 128\n    image_size: 64\n${unet}`
  const unet = 'model.unet'
  const conditioned = (lines: string) => `${imagen('base', '', `  conditioning:\n${lines}`)}  data:\n    train: {}\n`
  const rows: Row[] = [
    {
      id: 'imagen-unet-type',
      when: 'absent, but the lists are those of the efficient UNet',
      text: 'model:\n  unet:\n    num_resblocks: [2, 4]\n',
      found: ['model.unet_type'],
      after: 'model:\n  unet_type: sr\n  unet:\n    num_resblocks: [2, 4]\n',
    },
    {
      id: 'imagen-unet-unknown-key',
      when: 'the other UNet calls it otherwise',
      text: imagen('base', '    num_resblocks: [3, 3, 3, 3]\n'),
      found: [`${unet}.num_resblocks near`],
      after: imagen('base', '    num_res_blocks: [3, 3, 3, 3]\n'),
    },
    {
      id: 'imagen-unet-unknown-key',
      when: 'a number is no list, so it is removed',
      text: imagen('sr', '    num_res_blocks: 3\n'),
      found: [`${unet}.num_res_blocks`],
      after: imagen('sr', ''),
    },
    {
      id: 'imagen-unet-unknown-key',
      when: 'the model passes it itself',
      text: imagen('sr', '    noise_cond_aug: true\n'),
      found: [`${unet}.noise_cond_aug passed`],
      after: imagen('sr', ''),
    },
    {
      id: 'imagen-unet-list-too-short',
      when: 'the default of an absent list is',
      text: imagen('sr', '    channel_mult: [1, 1, 2, 2, 4, 4]\n    num_resblocks: [1, 1, 2, 2, 2, 2]\n'),
      found: [`${unet}.atnn_enabled_at`],
      after: imagen(
        'sr',
        '    channel_mult: [1, 1, 2, 2, 4, 4]\n    atnn_enabled_at: [0, 0, 0, 0, 1, 1]\n    num_resblocks: [1, 1, 2, 2, 2, 2]\n',
      ),
    },
    {
      id: 'imagen-unet-list-too-long',
      when: 'the default of an absent list is, which does not count',
      text: imagen('sr', '    channel_mult: [1, 2]\n    num_resblocks: [1, 1, 2]\n'),
      found: [`${unet}.num_resblocks`],
      after: imagen('sr', '    channel_mult: [1, 2]\n    num_resblocks: [1, 1]\n'),
    },
    {
      id: 'imagen-flash-needs-stable-off',
      when: 'nothing attends',
      text: imagen('sr', '    channel_mult: [1, 2]\n    atnn_enabled_at: [0, 0]\n    flash_attention: true\n'),
      found: [],
    },
    {
      id: 'imagen-flash-needs-stable-off',
      when: 'it is on by default',
      text: imagen('base', '    flash_attention: true\n'),
      found: [`${unet}.stable_attention absent`],
      after: imagen('base', '    stable_attention: false\n    flash_attention: true\n'),
    },
    {
      id: 'imagen-channels-multiple-of-32',
      when: 'the efficient UNet normalises text too',
      text: imagen('sr', '', '  conditioning: {embed_dim: 1000}\n'),
      found: ['model.conditioning.embed_dim text'],
    },
    {
      id: 'imagen-head-channels',
      when: '32 divides where 64 does not',
      text: imagen('base', '    channel_mult: [1, 1]\n    per_head_channels: 40\n').replace('128', '96'),
      found: [`${unet}.per_head_channels`],
      after: imagen('base', '    channel_mult: [1, 1]\n    per_head_channels: 32\n').replace('128', '96'),
    },
    {
      id: 'imagen-per-head-minus-one',
      when: 'the heads do not divide the channels',
      text: imagen('sr', '    per_head_channels: -1\n    num_attn_heads: 3\n'),
      found: [`${unet}.per_head_channels heads`],
      after: imagen('sr', '    per_head_channels: 64\n    num_attn_heads: 3\n'),
    },
    {
      id: 'imagen-attention-resolution-ineffective',
      when: 'the default does not fit a large image',
      text: imagen('sr-unet', '').replace('image_size: 64', 'image_size: 256'),
      found: [`${unet}.attention_resolutions default`],
    },
    {
      id: 'imagen-low-res-cond',
      when: 'the base model gets no image',
      text: imagen('base', '    low_res_cond: true\n'),
      found: [`${unet}.low_res_cond`],
      after: imagen('base', ''),
    },
    {
      id: 'imagen-noise-cond-aug',
      when: 'the base model has nothing to add noise to',
      text: imagen('base', '', '  noise_cond_aug: true\n  preconditioning_type: EDM\n'),
      found: ['model.noise_cond_aug base'],
      after: imagen('base', '', '  noise_cond_aug: false\n  preconditioning_type: EDM\n'),
    },
    {
      id: 'imagen-preconditioning-keys',
      when: 'all keys are of the other formulation',
      text: imagen('base', '', '  preconditioning_type: EDM\n  preconditioning: {timesteps: 1000}\n'),
      found: ['model.preconditioning_type type'],
      after: imagen('base', '', '  preconditioning_type: DDPM\n  preconditioning: {timesteps: 1000}\n'),
    },
    {
      id: 'imagen-preconditioning-keys',
      when: 'one key is',
      text: imagen('base', '', '  preconditioning: {timesteps: 1000, p_std: 1.2}\n'),
      found: ['model.preconditioning.p_std'],
      after: imagen('base', '', '  preconditioning: {timesteps: 1000}\n'),
    },
    {
      id: 'imagen-conditioning-required',
      when: 'there is none',
      text: `${imagen('base', '')}  data:\n    train: {}\n`,
      found: ['model.conditioning all'],
    },
    {
      id: 'imagen-conditioning-required',
      when: 'captions are encoded while training',
      text: conditioned('    online_encoding: true\n    embed_dim: 1024\n'),
      found: ['model.conditioning.token_length', 'model.conditioning.drop_rate'],
    },
    {
      id: 'imagen-conditioning-required',
      when: 'embeddings come with the data',
      text: conditioned('    embed_dim: 1024\n    token_length: 128\n    drop_rate: 0.1\n    out_key: null\n'),
      found: ['model.conditioning.precached_key embeddings'],
      after: conditioned(
        '    embed_dim: 1024\n    token_length: 128\n    drop_rate: 0.1\n    precached_key: embeddings_t5_xxl\n    out_key: null\n',
      ),
    },
    {
      id: 'imagen-drop-rate-extreme',
      when: 'the condition is never dropped',
      text: conditioned('    drop_rate: 0\n'),
      found: ['model.conditioning.drop_rate never'],
      after: conditioned('    drop_rate: 0.1\n'),
    },
    {
      id: 'imagen-sr-target-resolutions',
      when: 'one of the two is missing',
      text: 'model:\n  unet_type: sr\n  data:\n    train:\n      target_resolutions: [64]\n',
      found: ['model.data.train.target_resolutions'],
      after: 'model:\n  unet_type: sr\n  data:\n    train:\n      target_resolutions: [64, 256]\n',
    },
  ]
  test.each(rows)('$id: $when', run)
})
