import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Issue } from '../../../core/issue'
import { share } from '../../../core/laws/rounds.test-support'
import { parse } from '../../../core/omegaconf/parse'
import { printPath } from '../../../core/path'
import { planRemoveOn, planSetOn } from '../../../core/yaml/plan'
import { en } from '../../../i18n/app/en'
import { zh } from '../../../i18n/app/zh'
import { sentenceOf } from '../../../i18n/sentence'
import { noWords, type RuleWords } from '../../../i18n/words'
import { check } from '../../check/check'
import { planFix } from '../../fixes/fix'
import type { Family } from '../../schema/field'

const topics = [
  ...['batch-keys', 'conditioner', 'control-branch', 'denoiser', 'dreambooth-latents', 'lora', 'model-section'],
  ...['noise-schedule', 'required-keys', 'text-encoder', 'unet-runtime', 'unet-shape', 'vae', 'weights'],
]
const wordsIn = (language: string) => ({
  ...noWords,
  rules: new Map<string, RuleWords>(
    topics.flatMap((topic) => {
      const file = new URL(`../../../i18n/rules/${language}/${topic}.json`, import.meta.url)
      return Object.entries<RuleWords>(JSON.parse(readFileSync(file, 'utf8')))
    }),
  ),
})
const languages = [
  { messages: en, words: wordsIn('en') },
  { messages: zh, words: wordsIn('zh') },
]
const isOwn = ({ code }: Issue): boolean => languages[0]?.words.rules.has(code) === true
const named = ({ path, variant }: Issue) => `${printPath(path)}${variant === undefined ? '' : ` ${variant}`}`

/** Every fact that a sentence names is there, in both languages. */
function expectSentences(issue: Issue) {
  for (const { messages, words } of languages) {
    const sentence = sentenceOf(issue, messages, words)
    expect(sentence, issue.code).not.toMatch(/\{\w+\}|undefined/)
    const rule = words.rules.get(issue.code)
    expect(
      issue.variant === undefined || rule?.variants?.[issue.variant] !== undefined,
      `${issue.code} ${issue.variant}`,
    ).toBe(true)
  }
}

/** What a rule finds in a text, each as `path` or `path variant`; `after`: a part of the text when the first is repaired. */
interface Row {
  id: string
  text: string
  found: readonly string[]
  family?: Family
  after?: string
}

function run({ id, text, found, family, after }: Row) {
  const options = family === undefined ? {} : { family }
  const issues = check(parse(text), options).filter(({ code }) => code === id)
  expect(issues.map(named)).toEqual(found)
  issues.forEach(expectSentences)
  if (after === undefined) return
  const fix = issues[0]?.fix
  const planned = fix === undefined ? null : planFix(parse(text), fix)
  expect(planned?.ok === true && planned.after.text).toContain(after)
  if (planned?.ok === true)
    expect(
      check(planned.after, options)
        .filter(({ code }) => code === id)
        .map(named),
    ).toEqual(found.slice(1))
}

const encoders = 'nemo.collections.multimodal.modules.stable_diffusion.encoders.modules'
const diffusion = 'nemo.collections.multimodal.modules.stable_diffusion.diffusionmodules'
const unetModel = `${diffusion}.openaimodel.UNetModel`
const legacy = `${diffusion}.discretizer.LegacyDDPMDiscretization`
const unet = (lines: string) => `model:\n  unet_config:\n${lines.replaceAll(/^/gm, '    ')}\n`
const embedder = (name: string, more = '') =>
  `    - input_key: captions\n      emb_model: {_target_: ${encoders}.${name}${more}}\n`
const sdxl = (lines: string, models: string) => `model:\n${lines}  conditioner_config:\n    emb_models:\n${models}`

const rows: Row[] = [
  // NeMo merges params into the map around it; params wins
  {
    id: 'heads-divide-width',
    text: unet(
      `_target_: ${unetModel}\nparams: {model_channels: 320, num_heads: 6, attention_resolutions: [1]}\nnum_heads: 8`,
    ),
    found: ['model.unet_config.params.num_heads heads'],
    after: 'num_heads: 8',
  },
  {
    id: 'heads-missing',
    text: unet('model_channels: 320\nnum_heads: -1\ncontext_dim: 768\nuse_spatial_transformer: true'),
    found: ['model.unet_config.num_heads'],
    after: 'num_heads: 8',
  },
  { id: 'heads-missing', text: unet('model_channels: 320\nnum_heads: ${oc.env:HEADS}'), found: [] },
  {
    id: 'heads-missing',
    text: 'infer: {prompts: [a]}\nmodel:\n  peft: {restore_from_path: /a.nemo}\n  unet_config: {from_pretrained: null}\n',
    found: [],
  },
  {
    id: 'heads-divide-width',
    text: unet('model_channels: 320\nchannel_mult: [1, 2]\nattention_resolutions: [2]\nnum_head_channels: 60'),
    found: ['model.unet_config.num_head_channels width'],
    after: 'num_head_channels: 64',
  },
  {
    id: 'attention-resolution-unreachable',
    text: unet('channel_mult: [1, 2]\nattention_resolutions: [4, 2, 3]'),
    found: ['model.unet_config.attention_resolutions'],
    after: '[2]',
  },
  {
    id: 'group-norm-divides',
    text: unet('model_channels: 320\nresblock_gn_groups: 48'),
    found: ['model.unet_config.resblock_gn_groups'],
    after: 'resblock_gn_groups: 32',
  },
  {
    id: 'num-res-blocks-length',
    text: unet('channel_mult: [1, 2, 4]\nnum_res_blocks: [2, 2]'),
    found: ['model.unet_config.num_res_blocks'],
    after: 'num_res_blocks: 2',
  },
  {
    id: 'num-res-blocks-length',
    text: unet('channel_mult: [1, 2, 4]\nnum_res_blocks: [1, 2]'),
    found: ['model.unet_config.num_res_blocks'],
  },
  // the text encoder decides the width
  {
    id: 'context-dim-vs-text-encoder',
    text: `model:\n  unet_config: {context_dim: [1024, 768]}\n  cond_stage_config: {_target_: ${encoders}.FrozenCLIPEmbedder}\n`,
    found: ['model.unet_config.context_dim'],
    after: '[768, 768]',
  },
  {
    id: 'context-dim-vs-text-encoder',
    text: `model:\n  unet_config: {context_dim: 768}\n  cond_stage_config: {_target_: ${encoders}.FrozenOpenCLIPEmbedder}\n`,
    found: ['model.unet_config.context_dim'],
    after: 'context_dim: 1024',
  },
  {
    id: 'context-dim-vs-text-encoder',
    text: `model:\n  unet_config: {context_dim: 5}\n  cond_stage_config: {_target_: ${encoders}.FrozenMegatronCLIPEmbedder, restore_from_path: /a.nemo}\n`,
    found: [],
  },
  {
    id: 'context-dim-vs-text-encoder',
    text: `model:\n  cond_stage_key: captions_encoded\n  unet_config: {context_dim: 5}\n  cond_stage_config: {_target_: ${encoders}.FrozenCLIPEmbedder}\n`,
    found: [],
  },
  {
    id: 'unet-context-needs-transformer',
    text: `model:\n  unet_config: {use_spatial_transformer: true}\n  cond_stage_config: {_target_: ${encoders}.FrozenCLIPEmbedder}\n`,
    found: ['model.unet_config.context_dim'],
    after: 'context_dim: 768',
  },
  {
    id: 'sdxl-context-dim-sum',
    text: sdxl('  unet_config: {context_dim: 768}\n', embedder('FrozenCLIPEmbedder') + embedder('PrecachedEmbModel')),
    found: [],
  },
  {
    id: 'sdxl-context-dim-sum',
    text: sdxl(
      '  unet_config: {context_dim: 768}\n',
      embedder('FrozenCLIPEmbedder') + embedder('FrozenOpenCLIPEmbedder2', ', arch: ViT-L-14'),
    ),
    found: ['model.unet_config.context_dim'],
    after: 'context_dim: 1536',
  },
  {
    id: 'sdxl-vector-vs-num-classes',
    text: sdxl(
      '  unet_config: {}\n',
      embedder('FrozenOpenCLIPEmbedder2', ', arch: ViT-bigG-14, always_return_pooled: true, legacy: false'),
    ),
    found: ['model.unet_config.num_classes'],
    after: '    num_classes: sequential\n    adm_in_channels: 1280\n',
  },
  {
    id: 'sdxl-vector-vs-num-classes',
    text: sdxl('  unet_config: {num_classes: sequential, adm_in_channels: 5}\n', embedder('FrozenCLIPEmbedder')),
    found: ['model.unet_config.num_classes surplus'],
    after: 'unet_config: {}',
  },
  // one cause, one issue
  {
    id: 'sdxl-adm-channels-sum',
    text: sdxl(
      '  unet_config: {num_classes: sequential, adm_in_channels: 1280}\n',
      embedder('FrozenCLIPEmbedder') + embedder('FrozenOpenCLIPEmbedder2', ', arch: ViT-bigG-14'),
    ),
    found: [],
  },
  {
    id: 'openclip2-legacy-length',
    text: sdxl(
      '  unet_config: {}\n',
      embedder('FrozenCLIPEmbedder') + embedder('FrozenOpenCLIPEmbedder2', ', arch: ViT-bigG-14'),
    ),
    found: ['model.conditioner_config.emb_models[1].emb_model.always_return_pooled'],
    after: 'always_return_pooled: true, legacy: false',
  },
  { id: 'caption-key-name', text: 'model:\n  first_stage_key: image_encoded\n  cond_stage_key: caption\n', found: [] },
  {
    id: 'precached-keys-together',
    text: 'model:\n  first_stage_key: image_encoded\n  cond_stage_key: caption\n',
    found: ['model.cond_stage_key'],
    after: 'cond_stage_key: captions_encoded',
  },
  {
    id: 'parameterization-x0-sampling',
    text: 'model:\n  first_stage_key: edited\n  parameterization: x0\n',
    found: [],
  },
  {
    id: 'ckpt-path-and-from-pretrained',
    text: 'model:\n  cond_stage_config: {}\n  ckpt_path: /a.nemo\n  unet_config: {from_pretrained: /b.ckpt}\n',
    found: [],
  },
  {
    id: 'controlnet-weights-layout',
    text: 'model:\n  unet_config: {context_dim: 768}\n  control_stage_config: {params: {from_pretrained_unet: /a.ckpt, use_spatial_transformer: true, context_dim: 768}}\n',
    found: [],
  },
  {
    id: 'num-idx-differs',
    text: 'model:\n  denoiser_config: {num_idx: 2000, discretization_config: {_target_: nemo.collections.multimodal.modules.stable_diffusion.diffusionmodules.discretizer.LegacyDDPMDiscretization}}\n  loss_fn_config: {sigma_sampler: {num_idx: 1000}}\n',
    found: [],
  },
  // ControlNet: one number stands for the same at each level
  {
    id: 'controlnet-unet-match',
    text: 'model:\n  unet_config: {num_res_blocks: 2, channel_mult: [1, 2]}\n  control_stage_config: {params: {num_res_blocks: [2, 2], channel_mult: [1, 2]}}\n',
    found: [],
  },
  {
    id: 'controlnet-unet-match',
    text: 'model:\n  unet_config: {num_res_blocks: 2, channel_mult: [1, 2]}\n  control_stage_config: {params: {num_res_blocks: 2}}\n',
    found: ['model.control_stage_config.params.channel_mult'],
    after: '{params: {channel_mult: [1, 2], num_res_blocks: 2}}',
  },
  // repairs that take several steps
  {
    id: 'pix2pix-from-pretrained',
    text: 'model:\n  first_stage_key: edited\n  unet_config: {from_pretrained: /sd.ckpt}\n',
    found: ['model.unet_config.from_pretrained'],
    after: '  ckpt_path: /sd.ckpt',
  },
  {
    id: 'ckpt-path-unused',
    text: 'model:\n  denoiser_config: {}\n  ckpt_path: /sd.ckpt\n  unet_config: {in_channels: 4}\n',
    found: ['model.ckpt_path'],
    after: 'from_pretrained: /sd.ckpt',
  },
  {
    id: 'load-flags-pix2pix',
    text: 'model:\n  first_stage_key: edited\n  ignore_keys: [a]\n  load_vae: false\n',
    found: ['model.load_vae'],
    after: 'ignore_keys: [a, first_stage_model]',
  },
  {
    id: 'edm-sampling',
    text: 'model:\n  loss_fn_config:\n    sigma_sampler:\n      _target_: nemo.collections.multimodal.modules.stable_diffusion.diffusionmodules.sigma_sampling.EDMSampling\n      p_mean: -1.0\n',
    found: ['model.loss_fn_config.sigma_sampler._target_'],
    after: 'num_idx: 1000',
  },
  {
    id: 'logvar-integer',
    text: 'model: {learn_logvar: true, logvar_init: 2}\n',
    found: ['model.logvar_init'],
    after: 'logvar_init: 2.0',
  },
  {
    id: 'beta-range',
    text: 'model:\n  noise_scheduler: {linear_end: 0.0005}\n',
    found: ['model.noise_scheduler.linear_start'],
    after: 'linear_start: 0.0005',
  },
  { id: 'beta-range', text: 'model: {beta_schedule: cosine, linear_start: 0.5, linear_end: 0.1}\n', found: [] },
  {
    id: 'dreambooth-schedule-match',
    text: 'model:\n  noise_scheduler: {timesteps: 1000, parameterization: eps}\n  parameterization: v\n  timesteps: 500\n',
    found: ['model.noise_scheduler.timesteps', 'model.noise_scheduler.parameterization'],
    after: '{timesteps: 500, parameterization: eps}',
  },
  {
    id: 'discretization-pair',
    text: `model:\n  denoiser_config: {discretization_config: {_target_: ${legacy}, linear_end: 0.02}}\n  loss_fn_config: {sigma_sampler: {discretization: {_target_: ${legacy}}}}\n`,
    found: ['model.loss_fn_config.sigma_sampler.discretization.linear_end'],
    after: 'linear_end: 0.02}}}',
  },
  {
    id: 'peft-required',
    text: 'model:\n  peft: {peft_scheme: sdlora, restore_from_path: null}\n',
    found: ['model.peft.lora_tuning'],
    after: 'lora_tuning: {adapter_dim: 32, network_alpha: 16, adapter_dropout: 0}',
  },
  { id: 'peft-required', text: 'model:\n  control_key: hint\n  peft: {peft_scheme: sdlora}\n', found: [] },
  {
    id: 'scale-by-std-multi-gpu',
    text: 'trainer: {devices: auto}\nmodel: {cond_stage_config: {}, scale_by_std: true, scale_factor: 1.0}\n',
    found: ['model.scale_by_std every'],
  },
  {
    id: 'vae-random-weights',
    text: 'model:\n  precache_mode: both\n  first_stage_config: {from_pretrained: null}\n',
    found: [],
  },
  {
    id: 'vae-random-weights',
    text: 'model:\n  cond_stage_config: {}\n  ckpt_path: ???\n  first_stage_config: {from_pretrained: null}\n',
    found: [],
  },
  {
    id: 'unet-class-vs-task',
    text: 'infer: {prompts: [a]}\nmodel:\n  unet_config: {_target_: a.ControlledUnetModel}\n',
    found: [],
  },
]

test.each(rows)('$id: $text', run)

describe('seeded mistakes in official configs', () => {
  const configs = fileURLToPath(new URL('../../../../e2e/fixtures/nemo-configs', import.meta.url))
  const texts = readdirSync(configs, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?:train|train_cache_both|controlnet_v1-5|dreambooth|sd_finetune)\.yaml$/.test(file))
    .map((file) => readFileSync(`${configs}/${file}`, 'utf8'))
  const sources = [
    'null',
    '0',
    '-1',
    '1.5',
    'true',
    'false',
    'abc',
    '[]',
    '[1, 2]',
    '{}',
    '???',
    '${oc.env:X}',
    '${model.timesteps}',
    '64',
    "''",
    'both',
    '.nan',
  ]

  /** One or two values of `model` to replace, or to remove. */
  const mistakes = fc.array(fc.record({ at: fc.nat(400), source: fc.option(fc.constantFrom(...sources)) }), {
    minLength: 1,
    maxLength: 2,
  })
  const mistaken = (text: string, changes: readonly { at: number; source: string | null }[]) =>
    changes.reduce((parsed, { at, source }) => {
      const places = [...parsed.nodes.values()].filter(({ path }) => path[0] === 'model' && path.length > 1)
      const { path } = places[at % places.length] ?? { path: ['model'] }
      const planned = source === null ? planRemoveOn(parsed, path) : planSetOn(parsed, path, source)
      return planned.ok ? planned.after : parsed
    }, parse(text))

  test('what is found has words, and its repair removes it', () => {
    fc.assert(
      fc.property(fc.nat(texts.length - 1), mistakes, (index, changes) => {
        const parsed = mistaken(texts[index] ?? '', changes)
        for (const issue of check(parsed).filter(isOwn)) {
          expectSentences(issue)
          if (issue.fix === undefined) continue
          const planned = planFix(parsed, issue.fix)
          expect(planned.ok, `${issue.code}: ${JSON.stringify(issue.fix)}`).toBe(true)
          const left = planned.ok ? check(planned.after) : []
          expect(left.filter(({ code }) => code === issue.code).map(named), issue.code).not.toContain(named(issue))
        }
      }),
      { seed: 7, numRuns: share(60) },
    )
  }, 30_000)
})
